#include "archive.hpp"

#include <zip/words.hpp>

#include <algorithm>
#include <new>

#include "library_source.hpp"
#include "promised.hpp"

namespace loopbaankaart::zip {

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool too_much(std::uint64_t value, std::uint64_t limit) { return base::guarded(base::Guard::zip_limits) && value > limit; }

// What a computer adds by itself.
bool is_foreign(std::string_view name) {
    const std::string_view file = name.substr(name.rfind('/') + 1);
    return file.empty() || name.starts_with("__MACOSX/") || file == ".DS_Store" || file == "Thumbs.db" || file == "desktop.ini";
}

base::Error error_of(const zip_error_t& problem) {
    switch (zip_error_code_zip(&problem)) {
        case ZIP_ER_MEMORY: throw std::bad_alloc{};
        case ZIP_ER_NOZIP: return base::Error{word::no_archive};
        case ZIP_ER_MULTIDISK:
        case ZIP_ER_COMPNOTSUPP: return base::Error{word::unknown_packing};
        case ZIP_ER_ENCRNOTSUPP:
        case ZIP_ER_NOPASSWD: return base::Error{word::locked};
        default: return base::Error{word::damaged};
    }
}

}  // namespace

struct Archive::Opened {
    struct File : Listed {
        zip_uint64_t index = 0;
    };

    Opened(Source& from, const Limits& at_most) : source{from}, limits{at_most} {}

    base::Result<base::Done> begin();
    base::Result<base::Done> list();
    void name_entries();
    base::Result<base::Bytes> read(const File& file);

    LibrarySource source;
    Limits limits;
    std::unique_ptr<zip_t, Discard> archive;
    std::vector<File> files;
    std::vector<Listed> listed;
};

base::Result<base::Done> Archive::Opened::begin() {
    zip_error_t problem;
    zip_error_init(&problem);
    const std::unique_ptr<zip_error_t, void (*)(zip_error_t*)> finish{&problem, zip_error_fini};
    zip_source_t* from = zip_source_function_create(&LibrarySource::ask, &source, &problem);
    if (from == nullptr) return error_of(problem);
    archive.reset(zip_open_from_source(from, ZIP_RDONLY | ZIP_CHECKCONS, &problem));
    if (!archive) zip_source_free(from);
    source.rethrow();
    if (!archive) return error_of(problem);
    return base::Done{};
}

base::Result<base::Done> Archive::Opened::list() {
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
    if (too_much(count, limits.entries)) return base::Error{word::too_many};
    std::uint64_t all = 0;
    for (zip_uint64_t index = 0; index < count; ++index) {
        zip_stat_t about;
        if (zip_stat_index(archive.get(), index, 0, &about) != 0) return base::Error{word::damaged};
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if ((about.valid & needed) != needed || !base::is_utf8(about.name)) return base::Error{word::damaged};
        if (about.encryption_method != ZIP_EM_NONE) return base::Error{word::locked};
        if (about.comp_method != ZIP_CM_STORE && about.comp_method != ZIP_CM_DEFLATE) return base::Error{word::unknown_packing};
        if (too_much(about.size, limits.entry_bytes) || too_much(all += about.size, limits.all_bytes)) return base::Error{word::too_large};
        if (!is_foreign(about.name)) files.push_back({{about.name, about.size}, index});
    }
    name_entries();
    if (std::ranges::adjacent_find(files, {}, &File::name) != files.end()) return base::Error{word::damaged};
    listed.assign(files.begin(), files.end());
    return base::Done{};
}

void Archive::Opened::name_entries() {
    const auto top = [](const File& file) { return std::string_view{file.name}.substr(0, file.name.find('/') + 1); };
    const std::string folder{files.empty() ? std::string_view{} : top(files.front())};
    if (std::ranges::all_of(files, [&](const File& file) { return top(file) == folder; }))
        for (File& file : files) file.name.erase(0, folder.size());
    std::ranges::sort(files, {}, &File::name);
}

base::Result<base::Bytes> Archive::Opened::read(const File& file) {
    const std::unique_ptr<zip_file_t, Close> open{zip_fopen_index(archive.get(), file.index, 0)};
    source.rethrow();
    if (!open) return error_of(*zip_get_error(archive.get()));
    base::Bytes bytes;
    for (;;) {
        constexpr std::size_t part = 64 * 1024;
        const std::size_t have = bytes.size();
        bytes.resize(have + part);
        const zip_int64_t got = zip_fread(open.get(), bytes.data() + have, part);
        source.rethrow();
        if (got < 0) return error_of(*zip_file_get_error(open.get()));
        bytes.resize(have + static_cast<std::size_t>(got));
        if (too_much(bytes.size(), file.bytes)) return base::Error{word::too_large};
        if (got == 0) break;
    }
    if (bytes.size() != file.bytes) return base::Error{word::damaged};
    return bytes;
}

Archive::Archive(std::unique_ptr<Opened> opened) : opened_{std::move(opened)} {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

std::span<const Listed> Archive::entries() const { return opened_->listed; }

const Listed* Archive::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(opened_->listed, name, {}, &Listed::name);
    return found == opened_->listed.end() || found->name != name ? nullptr : &*found;
}

base::Result<base::Bytes> Archive::read(std::string_view name) {
    const auto found = std::ranges::lower_bound(opened_->files, name, {}, &Opened::File::name);
    if (found == opened_->files.end() || found->name != name) return base::Error{word::missing, std::string{name}};
    return opened_->read(*found);
}

base::Result<Archive> open(Source& source, const Limits& limits) {
    if (source.size() == 0) return base::Error{word::no_archive};  // libzip takes it for an archive of nothing
    if (base::guarded(base::Guard::zip_limits) && promises_more(source, limits.entries)) return base::Error{word::too_many};
    auto opened = std::make_unique<Archive::Opened>(source, limits);
    if (auto begun = opened->begin(); !begun) return begun.error();
    if (auto listed = opened->list(); !listed) return listed.error();
    return Archive{std::move(opened)};
}

}  // namespace loopbaankaart::zip
