// Any bytes as a form: what is read is UTF-8, and reads the same when it is written again.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "../html/url.hpp"
#include "request.hpp"

namespace web = loopbaankaart::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = web::parse_form({reinterpret_cast<const char*>(data), size});
    if (!form) return 0;
    std::string again;
    for (const auto& [name, value] : *form) {
        if (!loopbaankaart::base::is_utf8(name) || !loopbaankaart::base::is_utf8(value)) std::abort();
        web::append_encoded(again, name);
        again += '=';
        web::append_encoded(again, value);
        again += '&';
    }
    const auto back = web::parse_form(again);
    if (!back || !std::equal(form->begin(), form->end(), back->begin(), back->end())) std::abort();
    return 0;
}
