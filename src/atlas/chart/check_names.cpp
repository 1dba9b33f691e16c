#include "check_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <atlas/words.hpp>

#include "../sheet/crowding.hpp"

namespace loopbaankaart::atlas {

namespace {

std::string words_of(const SetLabel& name) { return fmt::format("{}", fmt::join(name.lines, " ")); }

class NameCheck {
public:
    NameCheck(const Chart& chart, const std::vector<ContentFile>& school, std::vector<ContentMistake>& mistakes) : chart_{chart}, school_{school}, mistakes_{mistakes} {}

    void run(base::Language language) {
        const std::vector<SetLabel>& names = chart_.labels(language);
        for (const SetLabel& name : names)
            if (!on_sheet(name.room())) warn(word::mistake_name_off_sheet, where_to_change({name.label.where}, {&name}), words_of(name), "");
        for (const Crowded& one : crowded(names, chart_.sheet(), chart_.drawings())) {
            if (one.drawing != nullptr)
                warn(word::mistake_name_on_drawing, where_to_change({one.name->label.where, one.drawing->where}, {one.name}), words_of(*one.name), one.drawing->landmark);
            else
                warn(word::mistake_name_on_name, where_to_change({one.name->label.where, one.other_name->label.where}, {one.name, one.other_name}), words_of(*one.name), words_of(*one.other_name));
        }
    }

private:
    // Names that are the same in both languages are named once.
    void warn(const base::Word& word, const Where& where, const std::string& about, const std::string& other) {
        ContentMistake mistake = make_mistake(Weight::warning, word, where, {{"about", about}, {"other", other}});
        if (said_.insert(mistake.message).second) mistakes_.push_back(std::move(mistake));
    }

    const ContentFile* file_of_school(auto&& is_it) const {
        const auto found = std::ranges::find_if(school_, is_it);
        return found == school_.end() ? nullptr : &*found;
    }

    // A line of the school's own: where one of the two lies, else where a name got its words, else ours that nobody moved.
    Where where_to_change(const std::vector<Where>& lines, const std::vector<const SetLabel*>& names) const {
        for (const Where& where : lines)
            if (file_of_school([&](const ContentFile& file) { return file.shown == where.file; }) != nullptr) return where;
        for (const SetLabel* name : names)
            if (const ContentFile* words = file_of_school([&](const ContentFile& file) { return file.name == fmt::format("map/{}/{}.toml", base::code(name->spoken), name->label.place); }))
                return {words->shown};
        return lines.front();
    }

    const Chart& chart_;
    const std::vector<ContentFile>& school_;
    std::vector<ContentMistake>& mistakes_;
    std::set<std::string> said_;
};

}  // namespace

void check_names(const Chart& chart, const std::vector<ContentFile>& school, std::vector<ContentMistake>& mistakes) {
    NameCheck check{chart, school, mistakes};
    for (const base::Language language : base::languages) check.run(language);
}

}  // namespace loopbaankaart::atlas
