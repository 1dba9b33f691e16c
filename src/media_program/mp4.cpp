// ISO/IEC 14496-12 (boxes), 14496-14 (AAC in them), 14496-3 1.A.2 (ADTS). A box is its length, four letters, and what is in it.
#include "mp4.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace loopbaankaart::media {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int byte = bytes - 1; byte >= 0; --byte) text += static_cast<char>(value >> (8 * byte) & 0xFF);
    return text;
}
std::string two(std::uint64_t value) { return number(value, 2); }
std::string four(std::uint64_t value) { return number(value, 4); }
std::string zeros(std::size_t count) { return std::string(count, '\0'); }

std::string box(std::string_view name, std::initializer_list<std::string_view> inside) {
    std::string text;
    for (const std::string_view part : inside) text += part;
    return four(8 + text.size()).append(name).append(text);
}

constexpr std::string_view plain = "\0\0\0\0"sv;         // version 0, no flags
constexpr std::string_view language = "\x55\xC4\0\0"sv;  // und: not told
constexpr unsigned full_volume = 0x100;

std::string matrix() { return four(0x10000) + zeros(12) + four(0x10000) + zeros(12) + four(0x40000000); }

std::uint64_t samples_in(const Frames& sound) { return sound.frames.size() * samples_a_frame; }
std::uint64_t samples_heard(const Frames& sound) { return std::max<std::uint64_t>(samples_in(sound), samples_before) - samples_before; }

// How to decode it: AAC-LC, 48 kHz, one channel.
std::string decoder() {
    const std::string specific = "\x05\x02\x11\x88"s;
    const std::string config = "\x04\x11\x40\x15"s + zeros(11) + specific;
    const std::string stream = "\x03"s + static_cast<char>(3 + config.size() + 3) + "\0\1\0"s + config + "\x06\x01\x02"s;
    return box("esds", {plain, stream});
}

std::string sample_description() {
    const std::string entry = box("mp4a", {zeros(6), two(1), zeros(8), two(1), two(16), zeros(4), four(std::uint64_t{samples_a_second} << 16), decoder()});
    return box("stsd", {plain, four(1), entry});
}

std::string sample_table(const Frames& sound, std::uint64_t first_byte) {
    const std::uint64_t count = sound.frames.size();
    std::string sizes;
    for (const std::string_view frame : sound.frames) sizes += four(frame.size());
    return box("stbl", {sample_description(), box("stts", {plain, four(1), four(count), four(samples_a_frame)}),
                        box("stsc", {plain, four(1), four(1), four(count), four(1)}), box("stsz", {plain, four(0), four(count), sizes}),
                        box("stco", {plain, four(1), four(first_byte)})});
}

std::string track(const Frames& sound, std::uint64_t first_byte) {
    const std::string heard = four(samples_heard(sound)), rate = four(samples_a_second);
    const std::string head = box("tkhd", {"\0\0\0\7"sv, zeros(8), four(1), zeros(4), heard, zeros(12), two(full_volume), zeros(2), matrix(), zeros(8)});
    const std::string edit = box("edts", {box("elst", {plain, four(1), heard, four(samples_before), four(0x10000)})});
    const std::string where = box("dinf", {box("dref", {plain, four(1), box("url ", {"\0\0\0\1"sv})})});
    const std::string media = box("minf", {box("smhd", {plain, zeros(4)}), where, sample_table(sound, first_byte)});
    return box("trak", {head, edit, box("mdia", {box("mdhd", {plain, zeros(8), rate, four(samples_in(sound)), language}),
                                                 box("hdlr", {plain, zeros(4), "soun", zeros(13)}), media})});
}

std::string index(const Frames& sound, std::uint64_t first_byte) {
    const std::string head = box("mvhd", {plain, zeros(8), four(samples_a_second), four(samples_heard(sound)), four(0x10000), two(full_volume), zeros(10), matrix(), zeros(24), four(2)});
    return box("moov", {head, track(sound, first_byte)});
}

unsigned at(std::string_view bytes, std::size_t place) { return static_cast<unsigned char>(bytes[place]); }

}  // namespace

double Frames::seconds() const { return static_cast<double>(samples_heard(*this)) / samples_a_second; }

std::optional<Frames> frames_of(std::string_view adts) {
    constexpr std::size_t head = 7;
    constexpr unsigned low_complexity_48k_mono[] = {0x4C, 0x40};  // profile, rate and channels in bytes 2 and 3
    Frames sound;
    while (!adts.empty()) {
        if (adts.size() < head || at(adts, 0) != 0xFF || (at(adts, 1) & 0xF7) != 0xF1) return std::nullopt;
        if ((at(adts, 2) & 0xFD) != low_complexity_48k_mono[0] || (at(adts, 3) & 0xC0) != low_complexity_48k_mono[1]) return std::nullopt;
        const std::size_t length = (at(adts, 3) & 3U) << 11 | at(adts, 4) << 3 | at(adts, 5) >> 5;
        if (length <= head || length > adts.size()) return std::nullopt;
        sound.frames.push_back(adts.substr(head, length - head));
        adts.remove_prefix(length);
    }
    return sound;
}

std::string mp4_of(const Frames& sound) {
    const std::string kind = box("ftyp", {"M4A ", four(0), "M4A ", "mp42", "isom"});
    constexpr std::size_t head = 8;  // of the box of frames
    const std::string front = kind + index(sound, kind.size() + index(sound, 0).size() + head);
    std::size_t length = head;
    for (const std::string_view frame : sound.frames) length += frame.size();
    std::string file = front + four(length) + "mdat";
    file.reserve(front.size() + length);
    for (const std::string_view frame : sound.frames) file += frame;
    return file;
}

}  // namespace loopbaankaart::media
