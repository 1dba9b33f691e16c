// Inside flow only: text in a file of markup of its own (a picture, the report); pages of the server are written by web::Html.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::flow {

// In an element or an attribute; signs that XML has no place for are left out.
inline std::string escaped(std::string_view text) {
    std::string safe;
    for (const char sign : text) {
        switch (sign) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(sign) >= ' ') safe += sign;
        }
    }
    return safe;
}

}  // namespace loopbaankaart::flow
