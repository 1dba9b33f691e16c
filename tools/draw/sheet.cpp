#include <atlas/atlas.hpp>
#include <fstream>
#include <sstream>
#include "/work/map/src/atlas/sheet/draw_sheet.hpp"
using namespace loopbaankaart;
int main(int, char** a) {
    std::ostringstream t; t << std::ifstream{"content/map/sheet.toml"}.rdbuf();
    std::vector<atlas::ContentMistake> m;
    const atlas::Sheet s = atlas::read_sheet({"map/sheet.toml", "sheet.toml", t.str(), atlas::Author::ours}, m);
    const atlas::Drawings d = atlas::our_drawings(m);
    for (auto& x : m) printf("%s:%d %s %s\n", x.file.c_str(), x.line, x.code.c_str(), x.message.c_str());
    std::ofstream{std::string{a[1]} + "/day.svg"} << atlas::draw_sheet(s, d, pen::Light::day);
    std::ofstream{std::string{a[1]} + "/night.svg"} << atlas::draw_sheet(s, d, pen::Light::night);
}
