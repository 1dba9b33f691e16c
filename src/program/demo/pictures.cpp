#include "pictures.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include <atlas/atlas.hpp>

#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

std::filesystem::path media_program() { return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "loopbaankaart-media"; }

// One child process: the drawing in, the picture out. Drawings are smaller than a pipe holds, so writing cannot block.
base::Bytes in_webp(std::string_view svg) {
    std::array<int, 2> to_child{}, from_child{};
    if (::pipe(to_child.data()) != 0 || ::pipe(from_child.data()) != 0) throw std::runtime_error{"no pipe"};
    const std::string program = media_program().string();
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error{"no child process"};
    if (child == 0) {
        ::dup2(to_child[0], STDIN_FILENO);
        ::dup2(from_child[1], STDOUT_FILENO);
        for (int handle : {to_child[0], to_child[1], from_child[0], from_child[1]}) ::close(handle);
        ::execl(program.c_str(), program.c_str(), "draw", nullptr);
        ::_exit(127);
    }
    ::close(to_child[0]);
    ::close(from_child[1]);
    const bool sent = ::write(to_child[1], svg.data(), svg.size()) == static_cast<ssize_t>(svg.size());
    ::close(to_child[1]);
    base::Bytes image;
    std::array<unsigned char, 16384> part{};
    for (ssize_t length = 0; (length = ::read(from_child[0], part.data(), part.size())) > 0;)
        image.insert(image.end(), part.begin(), part.begin() + length);
    ::close(from_child[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!sent || !WIFEXITED(status) || WEXITSTATUS(status) != 0 || image.empty())
        throw std::runtime_error{fmt::format("{} did not draw a picture", program)};
    return image;
}

}  // namespace

PictureBook PictureBook::draw() {
    PictureBook book;
    std::vector<atlas::ContentMistake> mistakes;
    const atlas::Drawings house = atlas::our_drawings(mistakes);
    const pen::Parts parts = pen::parts_of(house.parts);
    std::vector<pen::DrawingMistake> wrong;
    for (const auto& [path, text] : embedded_contents("demo/scenes/")) {
        const auto scene = pen::read_source(text, wrong);
        const std::string name = std::filesystem::path{path}.stem().string();
        const std::string svg = scene ? pen::picture(name, *scene, parts, house.palette, pen::Light::day, wrong) : "";
        if (!wrong.empty()) throw std::logic_error{fmt::format("{} cannot be drawn", path)};
        book.pictures_.push_back({pen::title_of(*scene), in_webp(svg)});
    }
    return book;
}

void PictureBook::illustrate(Travel& travel, const base::Id& owner, storage::Media& media, Chance& chance) const {
    if (pictures_.empty()) return;
    for (journey::KeptThing& thing : travel.things) {
        if (!chance.once_in(10)) continue;
        const Picture& picture = chance.one_of(pictures_);
        thing.picture = media.put(owner, picture.image);
        thing.picture_description = picture.description;
    }
}

}  // namespace loopbaankaart::program::demo
