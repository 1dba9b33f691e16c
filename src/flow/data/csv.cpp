#include "csv.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include <flow/words.hpp>

namespace loopbaankaart::flow {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 20;
constexpr std::size_t longest_row = std::size_t{1} << 22;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The separator that the first line has most of.
char separator_in(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    constexpr std::string_view all = ",;\t|";
    return *std::max_element(all.begin(), all.end(), [&](char a, char b) { return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return std::string{text};
    std::string quoted = "\"";
    for (const char sign : text) quoted += sign == '"' ? "\"\"" : std::string(1, sign);
    return quoted + '"';
}

struct CsvReader::Source {
    int file = -1;
    std::uint64_t done = 0, all = 0;
    Progress progress;
    crypto_generichash_state digest;
    bool ended = false;

    ~Source() {
        if (file >= 0) ::close(file);
    }
};

CsvReader::CsvReader(std::unique_ptr<Source> source, CsvForm form) : source_{std::move(source)}, form_{form}, buffer_(chunk) {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

base::Result<CsvReader> CsvReader::open(const std::filesystem::path& path, CsvForm form, Progress progress) {
    auto source = std::make_unique<Source>();
    source->file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (source->file < 0 || ::fstat(source->file, &about) != 0 || S_ISDIR(about.st_mode)) return base::Error{word::unreadable, path.string()};
    source->all = static_cast<std::uint64_t>(about.st_size);
    source->progress = std::move(progress);
    crypto_generichash_init(&source->digest, nullptr, 0, crypto_generichash_BYTES);

    CsvReader reader{std::move(source), form};
    reader.fill();
    const std::string_view start{reader.buffer_.data(), reader.end_};
    if (start.starts_with(byte_order_mark)) reader.begin_ = byte_order_mark.size();
    if (form.separator == 0) reader.form_.separator = separator_in(start.substr(reader.begin_));
    if (!reader.read_row()) return reader.mistake_ ? *reader.mistake_ : base::Error{word::empty_file, path.string()};
    for (std::string_view field : reader.fields_) reader.header_.emplace_back(base::trimmed(field));
    return reader;
}

bool CsvReader::stop(const base::Word& word) {
    mistake_ = base::Error{word, std::to_string(row_)};
    return false;
}

// Reads on behind what is there. False when there is nothing more.
bool CsvReader::fill() {
    if (source_->ended) return false;
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_, begin_ = 0;
    if (buffer_.size() - end_ < chunk / 2) buffer_.resize(buffer_.size() * 2);
    const ssize_t got = ::read(source_->file, buffer_.data() + end_, buffer_.size() - end_);
    source_->ended = got <= 0;
    if (got <= 0) return false;
    crypto_generichash_update(&source_->digest, reinterpret_cast<const unsigned char*>(buffer_.data() + end_), static_cast<unsigned long long>(got));
    end_ += static_cast<std::size_t>(got);
    source_->done += static_cast<std::uint64_t>(got);
    if (source_->progress) source_->progress(source_->done, source_->all);
    return true;
}

bool CsvReader::next() {
    while (!mistake_ && read_row()) {
        if (fields_.size() == 1 && fields_.front().empty()) continue;
        return fields_.size() == header_.size() || stop(word::cut_row);
    }
    return false;
}

// RFC 4180, with any separator; a line ends with LF or CRLF, the last one may end with the file.
bool CsvReader::read_row() {
    ++row_;
    fields_.clear();
    char* at = buffer_.data() + begin_;
    char* field = at;       // begin of this field
    char* unquoted = nullptr;  // where the next character of a quoted field is put back
    bool quoted = false;    // inside quotes
    unsigned char high = 0;
    const char separator = form_.separator;

    const auto more = [&] {  // the row goes on behind the buffer
        const std::size_t done = static_cast<std::size_t>(at - buffer_.data()) - begin_;
        std::vector<std::pair<std::size_t, std::size_t>> known;
        for (std::string_view one : fields_) known.emplace_back(static_cast<std::size_t>(one.data() - buffer_.data()) - begin_, one.size());
        const std::size_t begin_of_field = static_cast<std::size_t>(field - buffer_.data()) - begin_;
        const std::size_t put = unquoted == nullptr ? 0 : static_cast<std::size_t>(unquoted - buffer_.data()) - begin_;
        const bool got = fill();
        const auto place = [&](std::size_t offset) { return buffer_.data() + begin_ + offset; };
        for (std::size_t one = 0; one < known.size(); ++one) fields_[one] = {place(known[one].first), known[one].second};
        at = place(done), field = place(begin_of_field);
        if (unquoted != nullptr) unquoted = place(put);
        return got;
    };
    const auto end_field = [&] {
        const char* last = unquoted == nullptr ? at : unquoted;
        fields_.emplace_back(field, static_cast<std::size_t>(last - field));
        unquoted = nullptr;
    };

    for (;;) {
        if (at == buffer_.data() + end_) {
            if (end_ - begin_ > longest_row) return stop(word::long_row);
            if (more()) continue;
            if (quoted) return stop(word::open_quote);
            if (at == buffer_.data() + begin_) return false;
            end_field();
            break;
        }
        const char sign = *at;
        high = static_cast<unsigned char>(high | static_cast<unsigned char>(sign));
        if (sign == 0) return stop(word::not_text);
        if (quoted) {
            if (sign != '"') {
                *unquoted++ = sign;
            } else {
                if (at + 1 == buffer_.data() + end_ && more()) continue;  // the same sign again, now with what follows
                if (at + 1 != buffer_.data() + end_ && at[1] == '"')
                    *unquoted++ = *at++;
                else
                    quoted = false;
            }
        } else if (sign == separator) {
            end_field();
            field = at + 1;
        } else if (sign == '\n') {
            if (at > field && at[-1] == '\r' && unquoted == nullptr) --at, end_field(), ++at;
            else end_field();
            ++at;
            break;
        } else if (sign == '"' && at == field && unquoted == nullptr) {
            quoted = true;
            unquoted = field;
        } else if (unquoted != nullptr && sign != '\r') {
            *unquoted++ = sign;  // behind the closing quote: kept as it stands
        }
        ++at;
    }
    const std::string_view all{buffer_.data() + begin_, static_cast<std::size_t>(at - buffer_.data()) - begin_};
    begin_ += all.size();
    if (high < 0x80) return true;
    if (form_.encoding == Encoding::latin1)
        to_utf8();
    else
        for (std::string_view one : fields_)
            if (!base::is_utf8(one)) return stop(word::not_text);
    return true;
}

void CsvReader::to_utf8() {
    std::vector<std::size_t> ends;
    row_in_utf8_.clear();
    for (std::string_view field : fields_) {
        for (const char sign : field) {
            const auto code = static_cast<unsigned char>(sign);
            if (code < 0x80) {
                row_in_utf8_ += sign;
            } else {
                row_in_utf8_ += static_cast<char>(0xC0 | (code >> 6));
                row_in_utf8_ += static_cast<char>(0x80 | (code & 0x3F));
            }
        }
        ends.push_back(row_in_utf8_.size());
    }
    std::size_t begin = 0;
    for (std::size_t one = 0; one < fields_.size(); ++one) {
        fields_[one] = std::string_view{row_in_utf8_}.substr(begin, ends[one] - begin);
        begin = ends[one];
    }
}

std::string CsvReader::digest() const {
    crypto_generichash_state copy = source_->digest;
    std::array<unsigned char, crypto_generichash_BYTES> bytes{};
    crypto_generichash_final(&copy, bytes.data(), bytes.size());
    return base::hex(bytes);
}

}  // namespace loopbaankaart::flow
