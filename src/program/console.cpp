#include <fmt/format.h>

#include <cstdio>

#include "commands.hpp"

namespace loopbaankaart::program {

void Console::refuse(const base::Error& error) {
    fmt::print(stderr, "{}\n", base::say(*error.word, language, {{"about", error.about}}));
    exit_code = 1;
}

void Console::say(const base::Word& word, std::initializer_list<base::Fill> fills) const {
    fmt::print("{}\n", base::say(word, language, fills));
    std::fflush(stdout);
}

}  // namespace loopbaankaart::program
