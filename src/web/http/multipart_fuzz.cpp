// Any bytes as a form with files, the first of them saying in which pieces they come: within the limits, text is UTF-8, and other
// pieces say the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "upload_form.hpp"

namespace web = loopbaankaart::web;

namespace {

constexpr web::UploadLimits limits{.file_bytes = 200, .text_bytes = 100, .parts = 3, .files = 2};

void insist(bool truth) {
    if (!truth) std::abort();
}

struct Read {
    int refused = 0;
    web::Request request;
};

Read read(std::string_view body, std::size_t piece) {
    web::UploadForm form{"grens", limits};
    Read read;
    for (; !body.empty() && read.refused == 0; body.remove_prefix(std::min(piece, body.size()))) read.refused = form.take(body.substr(0, piece));
    if (read.refused == 0) read.refused = form.finish(read.request);
    return read;
}

void check(const web::Request& request) {
    insist(request.form.size() + request.uploads.size() <= limits.parts);
    insist(request.uploads.size() <= limits.files);
    std::size_t text = 0;
    for (const auto& [name, value] : request.form) {
        insist(loopbaankaart::base::is_utf8(name) && loopbaankaart::base::is_utf8(value));
        text += name.size() + value.size();
    }
    insist(text <= limits.text_bytes);
    for (const web::Upload& upload : request.uploads) {
        insist(loopbaankaart::base::is_utf8(upload.field) && loopbaankaart::base::is_utf8(upload.claimed_name) && loopbaankaart::base::is_utf8(upload.claimed_type));
        insist(upload.file.read().size() <= limits.file_bytes);
    }
}

bool same(const web::Upload& one, const web::Upload& other) {
    return one.field == other.field && one.claimed_name == other.claimed_name && one.claimed_type == other.claimed_type && one.file.read() == other.file.read();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body{reinterpret_cast<const char*>(data + 1), size - 1};
    const Read whole = read(body, size);
    const Read pieces = read(body, std::size_t{1} + data[0]);
    check(whole.request);
    insist(whole.refused == pieces.refused);
    insist(std::equal(whole.request.form.begin(), whole.request.form.end(), pieces.request.form.begin(), pieces.request.form.end()));
    insist(std::equal(whole.request.uploads.begin(), whole.request.uploads.end(), pieces.request.uploads.begin(), pieces.request.uploads.end(), same));
    static_cast<void>(web::boundary_of(body));
    return 0;
}
