// A form with files, taken in as it comes: typed fields as any form's, files each in a MemoryFile.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "multipart.hpp"
#include "request.hpp"

namespace loopbaankaart::web {

struct UploadLimits {
    std::size_t file_bytes;  // of one file
    std::size_t text_bytes;  // of all names and values together, counted as in a plain form: it may have to be carried on as one
    std::size_t parts;
    std::size_t files;       // of those parts
};

class UploadForm final : PartReceiver {
public:
    UploadForm(std::string_view boundary, const UploadLimits& limits) : limits_{limits}, parser_{boundary, *this} {}
    UploadForm(const UploadForm&) = delete;

    // From now on files are passed over: no memory is needed for them.
    void leave_out_files() { with_files_ = false; }

    // Both give the status to refuse with, or 0: 400 for what is no such form or not UTF-8, 413 for a file, a text or a number of
    // parts or files that is too large (Guard::upload_limit), 503 when there is no memory left.
    int take(std::string_view bytes) { return parser_.take(bytes); }
    int finish(Request& request);  // puts fields and files in the request

private:
    int begin(PartHead&& head) override;
    int begin_file(PartHead&& head);
    int content(std::string_view bytes) override;
    int end() override;
    int count_text(std::string_view bytes);

    UploadLimits limits_;
    Fields fields_;
    std::vector<Upload> uploads_;
    std::string name_, value_;  // of the field that comes in
    bool in_file_ = false;      // it is the last of uploads_ that comes in
    bool with_files_ = true;    // false: they are passed over
    std::size_t parts_ = 0, text_ = 0;
    Multipart parser_;
};

}  // namespace loopbaankaart::web
