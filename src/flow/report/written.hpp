// Inside report only: what the parts of the page are written with.
#pragma once

#include <fmt/format.h>

#include <web/web.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace loopbaankaart::flow {

class Written {
protected:
    explicit Written(base::Language language) : html_{language} {}

    std::string say(const base::Word& word, std::initializer_list<base::Fill> fills = {}) const { return base::say(word, html_.language(), fills); }
    void paragraph(const base::Word& word, std::initializer_list<base::Fill> fills = {}) { html_.p({}, say(word, fills)); }
    void sentences(std::initializer_list<const base::Word*> words) {
        html_.p({}, [&] {
            for (const base::Word* word : words) html_.text(*word), html_.text(" ");
        });
    }
    std::string percent(double share) const { return fmt::format("{:+.0f}%", std::round(100 * share) + 0.0); }
    std::string decimal(double value, int digits = 1) const {
        std::string text = fmt::format("{:.{}f}", value, digits);
        if (html_.language() == base::Language::nl) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    // A table that moves by itself where it is wider than the page.
    template <typename Rows>
    void table(std::string_view label, web::Literal names, std::span<const std::string> columns, const Rows& rows, bool captioned = false) {
        html_.div({web::cls("scroll"), web::attr("tabindex", "0"), web::attr("role", "region"), web::attr("aria-label", label)}, [&] {
            html_.table({web::cls(names)}, [&] {
                if (captioned) html_.caption({web::cls("small")}, label);
                html_.thead({}, [&] {
                    html_.tr({}, [&] {
                        for (const std::string& column : columns) html_.th({web::attr("scope", "col")}, column);
                    });
                });
                html_.tbody({}, rows);
            });
        });
    }
    template <typename Cells>
    void row(std::string_view name, const Cells& cells) {
        html_.tr({}, [&] {
            html_.th({web::attr("scope", "row")}, name);
            cells();
        });
    }
    std::vector<std::string> in_words(std::initializer_list<const base::Word*> words) const {
        std::vector<std::string> all;
        for (const base::Word* word : words) all.push_back(say(*word));
        return all;
    }

    web::Html html_;
};

}  // namespace loopbaankaart::flow
