#include "frame.hpp"

#include <nlohmann/json.hpp>

namespace loopbaankaart::workshop {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_head = 1000;
constexpr int longest_side = 1920;
constexpr std::size_t most_sizes = 3;
constexpr double most_seconds = 3600;

struct Frame {
    Json head;
    std::string_view bytes;
};

std::optional<Frame> split(std::string_view frame) {
    const std::size_t end = frame.substr(0, most_head).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    Json head = Json::parse(frame.substr(0, end), nullptr, false);
    if (!head.is_object()) return std::nullopt;
    return Frame{std::move(head), frame.substr(end + 1)};
}

std::uint64_t number(const Json& of, const char* name) {
    const auto found = of.find(name);
    return found != of.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

// The first so many bytes, taken off; nothing when there are no such many, or none.
std::optional<base::Bytes> take(std::string_view& bytes, std::uint64_t count) {
    if (count == 0 || count > bytes.size()) return std::nullopt;
    const auto taken = base::bytes_of(bytes.substr(0, count));
    bytes.remove_prefix(count);
    return base::Bytes{taken.begin(), taken.end()};
}

std::optional<int> side(const Json& of, const char* name) {
    const std::uint64_t pixels = number(of, name);
    return pixels >= 1 && pixels <= longest_side ? std::optional{static_cast<int>(pixels)} : std::nullopt;
}

}  // namespace

std::optional<Photo> read_photo(std::string_view text) {
    auto frame = split(text);
    if (!frame || !frame->head.contains("sizes") || !frame->head["sizes"].is_array()) return std::nullopt;
    Photo photo;
    for (const Json& one : frame->head["sizes"]) {
        if (!one.is_object()) return std::nullopt;
        const auto width = side(one, "width"), height = side(one, "height");
        auto webp = take(frame->bytes, number(one, "bytes"));
        if (!width || !height || !webp) return std::nullopt;
        photo.sizes.push_back({*width, *height, std::move(*webp)});
    }
    if (photo.sizes.empty() || photo.sizes.size() > most_sizes || !frame->bytes.empty()) return std::nullopt;
    return photo;
}

std::optional<Sound> read_sound(std::string_view text) {
    auto frame = split(text);
    if (!frame || !frame->head.contains("seconds") || !frame->head["seconds"].is_number()) return std::nullopt;
    const double seconds = frame->head["seconds"];
    auto mp4 = take(frame->bytes, number(frame->head, "bytes"));
    if (!(seconds >= 0 && seconds <= most_seconds) || !mp4 || !frame->bytes.empty()) return std::nullopt;
    return Sound{seconds, std::move(*mp4)};
}

}  // namespace loopbaankaart::workshop
