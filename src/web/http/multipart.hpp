// multipart/form-data (RFC 7578), read while it comes in: whatever the pieces, the receiver hears the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

struct PartHead {
    std::string name;                      // of the field
    std::optional<std::string> file_name;  // there: this part is a file, called so by the browser
    std::string type;                      // what the browser takes it for ("image/jpeg"); may be empty
};

// Each gives the status to refuse the request with, or 0.
class PartReceiver {
public:
    virtual ~PartReceiver() = default;
    virtual int begin(PartHead&& head) = 0;
    virtual int content(std::string_view bytes) = 0;  // any number of times
    virtual int end() = 0;
};

// The boundary in a Content-Type; nothing when it is no multipart/form-data or its boundary is not as RFC 2046 §5.1.1 says.
std::optional<std::string> boundary_of(std::string_view content_type);

// Holds no more than the head of a part (4 KB) or the length of a boundary between two calls.
class Multipart {
public:
    Multipart(std::string_view boundary, PartReceiver& receiver);

    // Both give the status to refuse with, or 0; once refused it stays so. 400: a part without a name, one in another coding or
    // with parts of its own, text between a boundary and its line end, no last boundary.
    int take(std::string_view bytes);
    int finish();

private:
    enum class State { preamble, head, empty_line, content, epilogue };

    bool step(std::string_view& rest);  // false: needs more bytes
    bool read_content(std::string_view& rest);
    bool read_head(std::string_view& rest);
    bool read_empty_line(std::string_view& rest);

    std::string delimiter_;  // CR LF -- boundary
    PartReceiver& receiver_;
    std::string held_;       // bytes that came and do not say yet what they are
    State state_ = State::preamble;
    int refused_ = 0;
};

}  // namespace loopbaankaart::web
