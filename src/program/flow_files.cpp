#include "flow_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include <flow/words.hpp>
#include <program/words.hpp>

namespace loopbaankaart::program {

base::Result<flow::Mapping> mapping_of(const std::string& map) {
    if (std::filesystem::exists(map)) return flow::read_mapping(map);
    if (const auto ready = flow::ready_mapping(map)) return flow::parse_mapping(*ready, map + ".toml");
    return base::Error{flow::word::mapping_unknown, map};
}

flow::Progress shown_progress() {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [shown = std::uint64_t{101}](std::uint64_t done, std::uint64_t all) mutable {
        const std::uint64_t percent = all == 0 ? 100 : done * 100 / all;
        if (percent == shown) return;
        shown = percent;
        constexpr std::uint64_t width = 40;
        fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}%{}", "", percent * width / 100, "", width - percent * width / 100, percent, done == all ? "\r\033[K" : "");
        std::fflush(stderr);
    };
}

void show_findings(const flow::Findings& findings, base::Language language, std::size_t most) {
    for (std::size_t kind = 0; kind < flow::finding_kinds; ++kind) {
        const auto finding = static_cast<flow::Finding>(kind);
        const auto& rows = findings.rows(finding);
        for (std::size_t at = 0; at < std::min(rows.size(), most); ++at) {
            const std::string about = rows[at].about.empty() ? std::to_string(rows[at].row) : fmt::format("{} ({})", rows[at].row, rows[at].about);
            fmt::print(stderr, "{} {}\n", base::say(flow::word_of(finding), language, {{"about", about}}), flow::word_of(findings.does(finding)).in(language));
        }
        if (findings.count(finding) > std::min(rows.size(), most))
            fmt::print(stderr, "{}\n", base::say(word::flow_more_findings, language, {{"count", std::to_string(findings.count(finding) - std::min(rows.size(), most))}}));
    }
}

}  // namespace loopbaankaart::program
