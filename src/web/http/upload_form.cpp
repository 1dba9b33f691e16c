#include "upload_form.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

// As parse_form reads it.
bool is_text(std::string_view text) { return base::is_utf8(text) && text.find('\0') == std::string_view::npos; }

}  // namespace

int UploadForm::begin(PartHead&& head) {
    if (++parts_ > limits_.parts) return 413;
    in_file_ = head.file_name.has_value();
    if (in_file_) return with_files_ ? begin_file(std::move(head)) : 0;
    name_ = std::move(head.name);
    value_.clear();
    text_ += 2;  // its "=" and "&"
    return count_text(name_);
}

int UploadForm::begin_file(PartHead&& head) {
    if (uploads_.size() == limits_.files) return 413;
    auto file = MemoryFile::make(limits_.file_bytes);
    if (!file) return 503;
    uploads_.push_back({std::move(head.name), std::move(*head.file_name), std::move(head.type), std::move(*file)});
    return 0;
}

int UploadForm::content(std::string_view bytes) {
    if (!in_file_) {
        value_.append(bytes);  // at most what one read brings
        return count_text(bytes);
    }
    if (!with_files_) return 0;
    MemoryFile& file = uploads_.back().file;
    if (file.size() + bytes.size() > limits_.file_bytes && guarded(Guard::upload_limit)) return 413;
    return file.append(bytes) ? 0 : 503;
}

int UploadForm::end() {
    if (!in_file_) {
        if (!is_text(value_)) return 400;
        fields_.add(std::move(name_), std::move(value_));
        return 0;
    }
    if (!with_files_) return 0;
    Upload& upload = uploads_.back();
    const bool nothing_chosen = upload.claimed_name.empty() && upload.file.size() == 0;  // how browsers send a file field left empty
    if (nothing_chosen) uploads_.pop_back();
    else if (!upload.file.seal()) return 503;
    return 0;
}

int UploadForm::count_text(std::string_view bytes) {
    text_ += encoded_size(bytes);
    return text_ > limits_.text_bytes ? 413 : 0;
}

int UploadForm::finish(Request& request) {
    const int refused = parser_.finish();
    if (refused != 0) return refused;
    request.form = std::move(fields_);
    request.uploads = std::move(uploads_);
    return 0;
}

}  // namespace loopbaankaart::web
