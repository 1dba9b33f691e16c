// For tests: a form with files as a browser writes it.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::web {

class TrialForm {
public:
    explicit TrialForm(std::string boundary = "----grens7f3a") : boundary_{std::move(boundary)} {}

    TrialForm& field(std::string_view name, std::string_view value) {
        return part("Content-Disposition: form-data; name=\"" + written(name) + "\"", value);
    }
    TrialForm& file(std::string_view name, std::string_view file_name, std::string_view bytes, std::string_view type = "image/jpeg") {
        return part("Content-Disposition: form-data; name=\"" + written(name) + "\"; filename=\"" + written(file_name) + "\"\r\nContent-Type: " + std::string{type}, bytes);
    }
    TrialForm& part(std::string_view head, std::string_view content) {
        body_.append("--").append(boundary_).append("\r\n").append(head).append("\r\n\r\n").append(content).append("\r\n");
        return *this;
    }
    std::string body() const { return body_ + "--" + boundary_ + "--\r\n"; }
    std::string type() const { return "multipart/form-data; boundary=" + boundary_; }
    // The whole request, as `head()` and body() would be.
    std::string request(std::string_view path = "/", std::string_view lines = {}) const { return head(body().size(), path, lines) + body(); }
    std::string head(std::size_t length, std::string_view path = "/", std::string_view lines = {}) const {
        return "POST " + std::string{path} + " HTTP/1.1\r\nHost: noord\r\nContent-Type: " + type() + "\r\nContent-Length: " + std::to_string(length) + "\r\n" +
               std::string{lines} + "\r\n";
    }

private:
    static std::string written(std::string_view name) {
        std::string text;
        for (const char sign : name) {
            if (sign == '"') text += "%22";
            else if (sign == '\r') text += "%0D";
            else if (sign == '\n') text += "%0A";
            else text += sign;
        }
        return text;
    }

    std::string boundary_;
    std::string body_;
};

}  // namespace loopbaankaart::web
