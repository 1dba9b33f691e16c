#include "people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include <program/words.hpp>

#include "../files.hpp"

namespace loopbaankaart::program::demo {

namespace {
std::filesystem::path file_of(const std::filesystem::path& data) { return data / "demo.json"; }
}  // namespace

void write_sign_ins(const std::filesystem::path& data, const std::vector<SignIn>& sign_ins) {
    auto list = nlohmann::ordered_json::array();
    for (const SignIn& one : sign_ins)
        list.push_back({{"role", one.role}, {"name", one.name}, {"user_name", one.user_name}, {"password", one.password}, {"travelled", one.travelled}});
    replace_file(file_of(data), list.dump(1) + "\n");
}

std::vector<SignIn> read_sign_ins(const std::filesystem::path& data) {
    std::vector<SignIn> sign_ins;
    std::ifstream file{file_of(data)};
    if (!file) return sign_ins;
    for (const auto& one : nlohmann::json::parse(file))
        sign_ins.push_back({one.at("role"), one.at("name"), one.at("user_name"), one.at("password"), one.value("travelled", std::string{})});
    return sign_ins;
}

void print_people(const Console& console) {
    const std::vector<SignIn> sign_ins = read_sign_ins(console.place.data);
    if (sign_ins.empty()) return;
    console.say(word::who_can_sign_in);
    const auto role_of = [&](const SignIn& one) { return access::word_for(*access::parse_role(one.role)).in(console.language); };
    std::size_t widest_role = 0, widest_name = 0, widest_user_name = 0;
    for (const SignIn& one : sign_ins) {
        widest_role = std::max(widest_role, base::characters(role_of(one)));
        widest_name = std::max(widest_name, base::characters(one.name));
        widest_user_name = std::max(widest_user_name, base::characters(one.user_name));
    }
    for (const SignIn& one : sign_ins)
        fmt::print("  {:{}}  {:{}}  {:{}}  {}\n", role_of(one), widest_role, one.name, widest_name, one.user_name, widest_user_name, one.password);
    std::fflush(stdout);
}

}  // namespace loopbaankaart::program::demo
