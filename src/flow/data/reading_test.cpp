#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include <flow/flow.hpp>
#include <flow/words.hpp>

#include "../curves/trial_spells.hpp"
#include "names.hpp"
#include "trial_folder.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr std::string_view plain = R"(kind = "spells"
[columns]
person = "id"
enter = "van"
leave = "tot"
from = "uit"
to = "naar"
[states]
names = ["klas", "weg", "diploma"]
[codes]
K = "klas"
W = "weg"
D = "diploma"
"" = "still_there"
)";

Mapping mapped(std::string_view toml) {
    auto mapping = parse_mapping(toml, "test.toml");
    if (!mapping) throw std::runtime_error{mapping.error().about};
    return *mapping;
}
Mapping ready(std::string_view name) { return mapped(ready_mapping(name).value()); }

Reading read(std::string_view text, const Mapping& mapping, const ReadingOptions& options = {}) {
    const trial::Folder folder;
    auto reading = read_data(folder.write("a.csv", text), mapping, options);
    if (!reading) throw std::runtime_error{std::string{reading.error().code()} + " " + reading.error().about};
    return std::move(*reading);
}

std::vector<std::uint64_t> rows_of(const Reading& reading, Finding finding) {
    std::vector<std::uint64_t> rows;
    for (const Found& one : reading.findings.rows(finding)) rows.push_back(one.row);
    return rows;
}

using Times = std::vector<std::int32_t>;
using Row = std::vector<std::uint64_t>;

TEST(Reading, NoticesRowByRowWhatCannotBe) {
    // Given a file in which much is wrong, when it is read, then each thing is told with its row, and the rest is used.
    const Reading reading = read("id,van,tot,uit,naar\n"
                                 "ans,0,100,K,D\n"     // 2
                                 "bo,50,20,K,W\n"      // 3 wrong order
                                 "cas,0,10,K,X\n"      // 4 unknown code
                                 "cas,0,10,K,W\n"      // 5
                                 "dee,0,NaN,K,W\n"     // 6 no number
                                 "ed,0,,K,W\n"         // 7 undated
                                 "fay,0,30,K,K\n"      // 8
                                 "fay,20,60,K,K\n"     // 9 overlap
                                 "fay,90,99,K,D\n"     // 10 gap
                                 "gus,0,5,K,W\n"       // 11
                                 "gus,0,5,K,W\n"       // 12 duplicate
                                 "huub,0,7,K,W\n"      // 13
                                 "huub,7,7,W,K\n"      // 14 no length
                                 "huub,7,20,K,\n"      // 15
                                 "ina,0,3,K,W\n"       // 16
                                 "ina,3,9,K,D\n",      // 17 broken chain
                                 mapped(plain));
    EXPECT_EQ(rows_of(reading, Finding::wrong_order), Row{3});
    EXPECT_EQ(rows_of(reading, Finding::unknown_code), Row{4});
    EXPECT_EQ(rows_of(reading, Finding::no_number), Row{6});
    EXPECT_EQ(rows_of(reading, Finding::undated), Row{7});
    EXPECT_EQ(rows_of(reading, Finding::overlap), Row{9});
    EXPECT_EQ(rows_of(reading, Finding::gap), Row{10});
    EXPECT_EQ(rows_of(reading, Finding::duplicate), Row{12});
    EXPECT_EQ(rows_of(reading, Finding::no_length), Row{14});
    EXPECT_EQ(rows_of(reading, Finding::broken_chain), Row{17});
    EXPECT_EQ(reading.findings.refusal()->code(), "flow.wrong_order");
    EXPECT_EQ(reading.findings.refusal()->about, "3");
    EXPECT_EQ(reading.rows, 16U);
    EXPECT_EQ(reading.spells.enter, (Times{0, 0, 0, 30, 90, 0, 0, 7, 0, 3}));
    EXPECT_EQ(reading.spells.to[6], 0) << "who went and came back on one day went nowhere";
}

TEST(Reading, DoesWithAFindingWhatTheMappingSays) {
    const std::string_view text = "id,van,tot,uit,naar\nans,9,3,K,W\nbo,0,5,K,W\nbo,3,8,K,D\n";
    const Reading lenient = read(text, mapped(std::string{plain} + "[findings]\nwrong_order = \"leave_out\"\noverlap = \"keep\"\n"));
    EXPECT_FALSE(lenient.findings.refusal());
    EXPECT_EQ(lenient.spells.enter, (Times{0, 3}));
    const Reading strict = read("id,van,tot,uit,naar\nbo,0,5,K,W\nbo,3,8,K,D\n", mapped(std::string{plain} + "[findings]\noverlap = \"refuse\"\n"));
    EXPECT_EQ(strict.findings.refusal()->code(), "flow.overlap");
    EXPECT_FALSE(parse_mapping(std::string{plain} + "[findings]\nwrong_order = \"keep\"\n", "a")) << "who ends before they began cannot be kept";
}

TEST(Reading, DatesCountFromEverybodysFirstDay) {
    const Mapping mapping = mapped(std::string{plain} + "[clock]\ndates = \"dd-mm-yyyy\"\n");
    const std::string_view text = "id;van;tot;uit;naar\nans;01-09-2020;31-08-2021;K;K\nans;31-08-2021;01-07-2022;K;D\nbo;15-02-2021;20-03-2021;K;W\n";
    const Reading days = read(text, mapping), halves = read(text, mapping, {.clock = Clock::half});
    EXPECT_EQ(days.spells.leave, (Times{364, 668, 33}));
    EXPECT_EQ(halves.spells.leave, (Times{2, 4, 1}));
    EXPECT_EQ(days.spells.cohorts, (std::vector<std::string>{"2020"})) << "both came in one school year";
    EXPECT_EQ(rows_of(read("id,van,tot,uit,naar\na,30-02-2020,01-03-2020,K,W\n", mapping), Finding::no_number), Row{2});
}

TEST(Reading, TakesWeightsMomentsOfKnowingAndGroupsAlong) {
    std::string toml{plain};
    toml.insert(toml.find("[states]"), "weight = \"telt\"\nknown_at = \"bekend\"\ngroup = \"school\"\nage = \"leeftijd\"\n[clock]\nknown_dates = \"yyyy-mm-dd\"\n");
    const std::string_view text = "id,van,tot,uit,naar,telt,bekend,school,leeftijd,klas\n1,0,9,K,D,0.5,1970-01-03,Noord,17,a\n2,0,9,K,W,2,1970-02-01,Zuid,7,b\n3,0,9,K,W,-1,1970-02-01,Zuid,18,b\n";
    const Reading reading = read(text, mapped(toml));
    EXPECT_EQ(reading.spells.weight, (std::vector<double>{0.5, 2}));
    EXPECT_EQ(reading.spells.known_at, (Times{2, 31}));
    EXPECT_EQ(reading.spells.groups, (std::vector<std::string>{"Noord", "Zuid"}));
    EXPECT_EQ(rows_of(reading, Finding::impossible_age), Row{3});
    EXPECT_EQ(rows_of(reading, Finding::no_number), Row{4});
    EXPECT_EQ(read(text, mapped(toml), {.group = "klas"}).spells.groups, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(by_group(reading.spells).size(), 2U);
}

TEST(Reading, RefusesAMappingOfAnotherFile) {
    const trial::Folder folder;
    const auto reading = read_data(folder.write("a.csv", "naam,leeftijd\nans,17\n"), mapped(plain));
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code(), "flow.column_missing");
    EXPECT_EQ(reading.error().about, "id");
}

TEST(Reading, TellsAStateThatIsNoneByItsRow) {
    std::string text = "id,h0,h1,d0,d1,from,to\n";
    for (int row = 0; row < 1'000'000; row += 1000) text += std::to_string(row) + ",0,1,0,9,1," + std::to_string(row) + "\n";
    const Reading reading = read(text, ready("simulated"));
    EXPECT_EQ(reading.findings.refusal()->about, "3 (1000)");
    EXPECT_EQ(reading.findings.count(Finding::unknown_code), 999U);
}

RC_GTEST_PROP(Reading, WhatWasKeptIsReadBackAsItWas, ()) {
    const Spells spells = trial::any_spells({.weights = *rc::gen::arbitrary<bool>(), .clusters = *rc::gen::arbitrary<bool>()});
    Reading before;
    before.spells = spells;
    std::ostringstream text;
    write_data(text, before);
    const Spells after = read(text.str(), mapped(our_mapping(before))).spells;
    RC_ASSERT(after.enter == spells.enter);
    RC_ASSERT(after.leave == spells.leave);
    RC_ASSERT(after.from == spells.from);
    RC_ASSERT(after.to == spells.to);
    RC_ASSERT(after.weight == spells.weight);
    RC_ASSERT(after.states == spells.states);
}

TEST(ReadyMappings, AreThereAndRead) {
    for (std::string_view name : {"simulated", "oulad", "uci697", "duo_hbo", "reis", "uren", "1cijferho"}) {
        ASSERT_TRUE(ready_mapping(name)) << name;
        EXPECT_TRUE(parse_mapping(*ready_mapping(name), name)) << name;
    }
    EXPECT_FALSE(ready_mapping("nothing"));
}

TEST(ReadyMappings, SimulatedHasBothClocks) {
    const std::string_view text = "id,h0,h1,d0,d1,from,to\n0,0,2,0,357,1,2\n0,2,4,357,725,2,0\n";
    EXPECT_EQ(read(text, ready("simulated")).spells.leave, (Times{357, 725}));
    const Spells halves = read(text, ready("simulated"), {.clock = Clock::half}).spells;
    EXPECT_EQ(halves.leave, (Times{2, 4}));
    EXPECT_EQ(halves.to, (std::vector<State>{1, still_there}));
}

TEST(ReadyMappings, OuladIsARegistrationWithItsResult) {
    const trial::Folder folder;
    folder.write("studentInfo.csv", "code_module,code_presentation,id_student,gender,final_result\nXXX,2013J,1,M,Pass\nXXX,2013J,2,F,Withdrawn\nXXX,2013J,3,F,Withdrawn\n"
                                    "XXX,2013J,4,M,Fail\nXXX,2013J,5,M,Withdrawn\nYYY,2013J,1,M,Distinction\n");
    folder.write("courses.csv", "code_module,code_presentation,module_presentation_length\nXXX,2013J,268\nYYY,2013J,240\n");
    const auto reading = read_data(folder.write("studentRegistration.csv", "code_module,code_presentation,id_student,date_registration,date_unregistration\n"
                                                "XXX,2013J,1,-159,\nXXX,2013J,2,-53,12\nXXX,2013J,3,-92,-10\nXXX,2013J,4,7,100\nXXX,2013J,5,-3,\nYYY,2013J,1,-20,\n"), ready("oulad"));
    ASSERT_TRUE(reading);
    EXPECT_EQ(rows_of(*reading, Finding::never_started), Row{4});
    EXPECT_EQ(rows_of(*reading, Finding::undated), Row{6}) << "withdrawn, but nobody knows when";
    EXPECT_EQ(reading->spells.enter, (Times{0, 0, 7, 0}));
    EXPECT_EQ(reading->spells.leave, (Times{268, 12, 268, 240})) << "the result wins from a date that stands beside a fail";
    EXPECT_EQ(reading->spells.to, (std::vector<State>{3, 1, 2, 3}));
    EXPECT_EQ(reading->spells.cluster, (std::vector<std::uint32_t>{0, 1, 2, 0})) << "one student, two modules at once";
    EXPECT_EQ(reading->spells.groups, (std::vector<std::string>{"XXX", "YYY"}));
    EXPECT_TRUE(reading->is_public);
}

TEST(ReadyMappings, UciIsPeopleWithAnOutcome) {
    const Reading reading = read("\xEF\xBB\xBF" "Application_order;Course;Daytime_evening_attendance;Previous_qualification_grade;Admission_grade;Age_at_enrollment;"
                                 "Curricular_units_1st_sem_enrolled;Curricular_units_1st_sem_approved;Curricular_units_1st_sem_grade;Gender;Nacionality;Educational_special_needs;Scholarship_holder;Mothers_qualification;Debtor;Status\n"
                                 "5;171;1;122.0;127.3;20;6;5;13.5;0;1;0;0;19;0;Dropout\n1;9254;0;160.0;142.5;7;6;6;14.0;1;1;0;1;1;1;Graduate\n", ready("uci697"));
    EXPECT_EQ(reading.persons.outcome, (std::vector<State>{0, 2}));
    EXPECT_EQ(rows_of(reading, Finding::impossible_age), Row{3});
    EXPECT_EQ(reading.persons.age, (std::vector<std::int16_t>{20, -1}));
    EXPECT_EQ(reading.persons.features.front().numbers, (std::vector<double>{5, 1}));
    for (const Feature& feature : reading.persons.features) EXPECT_FALSE(feature.why.empty()) << feature.name;
    for (const Feature& feature : reading.persons.features) EXPECT_EQ(feature.name.find("2nd_sem"), std::string::npos);
    const auto role_of = [&](std::string_view column) { return std::find_if(reading.persons.features.begin(), reading.persons.features.end(), [&](const Feature& one) { return one.name == column; })->role; };
    EXPECT_EQ(role_of("Course"), Role::programme);
    EXPECT_EQ(role_of("Gender"), Role::gender);
    EXPECT_EQ(role_of("Admission_grade"), Role::input);
}

TEST(ReadyMappings, DuoIsACountAYear) {
    const Reading reading = read("PROVINCIE,SOORT INSTELLING,TYPE HOGER ONDERWIJS,INSTELLINGSNAAM ACTUEEL,CROHO ONDERDEEL,OPLEIDINGSCODE ACTUEEL,OPLEIDINGSNAAM ACTUEEL,OPLEIDINGSVORM,GESLACHT,2015,2016,2017,2018,2019\n"
                                 "Drenthe,reguliere inst.,bachelor,Hogeschool Test,techniek,34267,B Test,voltijd onderwijs,vrouw,11,10,9,9,7\n", ready("duo_hbo"));
    EXPECT_EQ(reading.counts.value, (std::vector<double>{11, 10, 9, 9, 7}));
    EXPECT_EQ(reading.counts.year, (Times{2015, 2016, 2017, 2018, 2019}));
    EXPECT_TRUE(reading.is_public);
}

TEST(ReadyMappings, ReisStaysAsPrinted) {
    const Reading reading = read("table,level,sector,row_key,row_label_nl,value,unit,base_row_key,base_nl,may_overlap_with_siblings,seed_line,note\n"
                                 "2,mbo-4,Test,arbeidsmarkt,Arbeidsmarkt,64,percent,schoolverlaters,alle,yes,1,\n2,mbo-4,Test,vervolg,Vervolg,51,percent,schoolverlaters,alle,yes,2,\n", ready("reis"));
    EXPECT_EQ(reading.counts.value, (std::vector<double>{64, 51})) << "together more than a hundred, as it should be";
}

TEST(ReadyMappings, ARegisterOfYearsBecomesStays) {
    const Reading reading = read("persoonsgebonden_nummer;inschrijvingsjaar;opleiding_actueel_equivalent;soort_inschrijving_actuele_instelling;verblijfsjaar_actuele_instelling;soort_diploma_instelling\n"
                                 "000000000001;2019;34267;1;01;\n000000000001;2020;34267;1;02;03\n"   // diploma
                                 "000000000002;2019;34267;1;01;\n000000000002;2019;34999;2;01;\n"     // left; a second enrolment that year
                                 "000000000003;2020;34267;1;01;\n", ready("1cijferho"), {.clock = Clock::half});
    EXPECT_EQ(reading.spells.enter, (Times{0, 2, 0, 0}));
    EXPECT_EQ(reading.spells.leave, (Times{2, 4, 2, 2}));
    EXPECT_EQ(reading.spells.to, (std::vector<State>{1, 6, 5, still_there}));
    EXPECT_EQ(reading.spells.cohorts, (std::vector<std::string>{"2019", "2020"}));
}

TEST(Mappings, AreRefusedWithTheLine) {
    for (std::string_view bad : {"kind = \"spell\"\n", "kind = \"spells\"\n[columns]\nperso = \"id\"\n", "kind = \"counts\"\n[counts]\nvalue = \"v\"\n", "kind = [", "kind = \"spells\"\nseparator = \",,\"\n",
                                 "kind = \"spells\"\n[[beside]]\nfile = \"../a.csv\"\non = \"a\"\ntake = \"b\"\n", "kind = \"spells\"\n[clock]\ndates = \"mm-yyyy\"\n",
                                 "kind = \"persons\"\n[columns]\noutcome = \"o\"\n[states]\nnames = [\"a\"]\n[[feature]]\ncolumn = \"a\"\nkind = \"number\"\nwhy = \"w\"\nrole = \"gendr\"\n"}) {
        const auto mapping = parse_mapping(bad, "a.toml");
        ASSERT_FALSE(mapping) << bad;
        EXPECT_EQ(mapping.error().code(), "flow.mapping_bad");
        EXPECT_EQ(mapping.error().about.rfind("a.toml:", 0), 0U) << mapping.error().about;
    }
}

TEST(Names, ThatAreManyKeepTheirNumbers) {
    Names names;
    for (std::uint32_t one = 0; one < 100'000; ++one) ASSERT_EQ(names.code(std::to_string(one * 7)), one);
    for (std::uint32_t one = 0; one < 100'000; ++one) ASSERT_EQ(names.find(std::to_string(one * 7)), one);
    EXPECT_EQ(names.find("nobody"), Names::unknown);
    EXPECT_EQ(names.name(3), "21");
}

TEST(Reading, KnowsTheSectorOfEachProgrammeAndTellsWhenItChanges) {
    std::string toml{plain};
    toml.replace(toml.find("[columns]\n"), 10, "[columns]\ngroup = \"opleiding\"\nsector = \"sector\"\n");
    constexpr std::string_view file = "id,van,tot,uit,naar,opleiding,sector\n"
                                      "ans,0,100,K,D,kok,horeca\n"
                                      "bo,0,100,K,D,tuin,groen\n"
                                      "cas,0,100,K,D,ober,horeca\n"
                                      "dee,0,100,K,W,kok,groen\n";  // 5: another than before
    const Reading reading = read(file, mapped(toml));
    EXPECT_EQ(reading.spells.sectors, (std::vector<std::string>{"horeca", "groen"}));
    EXPECT_EQ(reading.spells.sector, (std::vector<std::uint32_t>{0, 1, 0}));
    EXPECT_EQ(rows_of(reading, Finding::other_sector), (Row{5}));
    EXPECT_EQ(reading.spells.size(), 4U);
    EXPECT_EQ(read(file, mapped(toml + "[findings]\nother_sector = \"leave_out\"\n")).spells.size(), 3U);
    EXPECT_TRUE(read(file, mapped(toml + "[findings]\nother_sector = \"refuse\"\n")).findings.refusal());

    std::ostringstream kept;
    write_data(kept, reading);
    const Reading again = read(kept.str(), mapped(our_mapping(reading)));
    EXPECT_EQ(again.spells.sector, reading.spells.sector);
    EXPECT_EQ(again.spells.sectors, reading.spells.sectors);
}

TEST(Reading, OfRoundsThatAreNoYearsKeepsTheirOrder) {
    std::string toml{plain};
    toml.replace(toml.find("[columns]\n"), 10, "[columns]\ncohort = \"ronde\"\n");
    toml += "[clock]\ncohorts = [\"voorjaar\", \"najaar\"]\n";
    const Reading reading = read("id,van,tot,uit,naar,ronde\nans,0,100,K,D,najaar\nbo,0,100,K,D,voorjaar\ncas,0,100,K,D,najaar\n", mapped(toml));
    EXPECT_EQ(reading.spells.rounds, (std::vector<std::string>{"voorjaar", "najaar"}));
    EXPECT_EQ(reading.spells.cohort_rows, (std::vector<std::uint64_t>{2, 3}));
    EXPECT_EQ(mapped(our_mapping(reading)).rounds, reading.spells.rounds);
    EXPECT_EQ(parse_mapping(std::string{plain} + "[clock]\ncohorts = [\"voorjaar\"]\n", "test.toml").error().code(), word::mapping_bad.id);  // which column?
}

}  // namespace
}  // namespace loopbaankaart::flow
