#include "faces.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr web::Literal shoulders{"M-43 47Q-46 22 -16 17Q-1 25 15 17Q46 21 43 46Q1 53 -43 47Z"}, collar{"M-15 17Q-1 33 14 17M-28 34q1 6 0 13M29 33q-1 7 0 14"};
constexpr web::Literal head_shape{"M-25 -9Q-28 -37 1 -38Q29 -36 26 -8Q24 21 0 22Q-23 20 -25 -9Z"};
constexpr web::Literal features{"M-10.500 -8.500q.6 2.200 .2 4.600M10 -9q.5 2.400 .1 4.800M-9 7Q.5 13.500 10 6M-.5 -2q-2.500 3.600 .8 4.400"};

constexpr Stroke short_hair[] = {{Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape}, {Paint::hair, "M-27 -6Q-33 -45 2 -45Q35 -43 27 -6Q24 -14 22 -22Q8 -16 -10 -25Q-22 -22 -27 -6Z"}, {Paint::line, features}};
constexpr Stroke long_hair[] = {{Paint::hair, "M-34 30Q-42 -47 1 -47Q44 -46 34 30Q20 38 0 36Q-20 38 -34 30Z"}, {Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape},
                                {Paint::hair, "M-27 2Q-32 -43 2 -44Q33 -42 27 2Q25 -12 16 -24Q2 -18 -16 -25Q-25 -16 -27 2Z"}, {Paint::line, features}};
constexpr Stroke curls[] = {{Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape},
                            {Paint::hair, "M-27 4Q-42 -2 -34 -13Q-46 -25 -33 -33Q-35 -48 -19 -46Q-11 -58 2 -50Q15 -58 22 -46Q37 -47 35 -32Q46 -23 35 -13Q41 -1 27 4Q29 -8 23 -13Q24 -22 14 -21Q7 -28 0 -21Q-8 -27 -14 -20Q-24 -21 -22 -11Q-29 -7 -27 4Z"}, {Paint::line, features}};
constexpr Stroke bun[] = {{Paint::hair, "M-13 -45Q-13 -61 1 -60Q15 -60 13 -45Q0 -37 -13 -45Z"}, {Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape},
                          {Paint::hair, "M-27 -4Q-32 -44 1 -44Q33 -43 27 -4Q25 -19 10 -29Q-4 -34 -12 -28Q-24 -20 -27 -4Z"}, {Paint::line, features}, {Paint::line, "M-6 -47q6 -4 12 -1"}};
constexpr Stroke hat[] = {{Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape}, {Paint::wool, "M-28 -17Q-30 -50 1 -51Q31 -49 29 -16Q0 -27 -28 -17Z"}, {Paint::wool, "M-31 -13Q0 -26 32 -12L31 -24Q0 -37 -30 -24Z"},
                          {Paint::wool, "M-7 -51Q-8 -62 1 -62Q10 -61 8 -51Q1 -47 -7 -51Z"}, {Paint::line, "M-18 -27l-1 10M-6 -31v11M7 -31v11M19 -27l1 10"}, {Paint::line, features}};
constexpr Stroke scarf[] = {{Paint::cloth, shoulders}, {Paint::wool, "M-33 27Q-44 -47 1 -48Q45 -47 34 27Q20 40 0 38Q-20 40 -33 27Z"}, {Paint::skin, "M-20 -7Q-21 -27 1 -28Q22 -27 21 -7Q19 20 0 21Q-18 19 -20 -7Z"},
                            {Paint::line, "M-24 22Q-8 33 14 30M-30 4q2 10 7 15M20 28q8 -4 12 -14"}, {Paint::line, features}};
constexpr Stroke cap[] = {{Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape}, {Paint::hair, "M-26 2Q-30 -12 -26 -20L-18 -20Q-20 -8 -26 2Z"}, {Paint::wool, "M-28 -17Q-29 -47 0 -48Q30 -47 29 -18Q0 -24 -28 -17Z"},
                          {Paint::wool, "M-10 -20Q20 -28 46 -14Q51 -9 44 -8Q18 -18 -10 -15Z"}, {Paint::line, "M1 -48q3 12 1 26"}, {Paint::line, features}};
constexpr Stroke beard[] = {{Paint::cloth, shoulders}, {Paint::line, collar}, {Paint::skin, head_shape}, {Paint::hair, "M-26 -6Q-26 33 0 35Q26 33 26 -6Q24 3 14 3Q1 -3 -13 3Q-23 3 -26 -6Z"}, {Paint::hair, "M-26 -14Q-27 -42 1 -42Q28 -41 27 -14Q20 -30 0 -30Q-19 -30 -26 -14Z"},
                            {Paint::skin, "M-9 8Q0 15 9 8Q1 6 -9 8Z"}, {Paint::line, "M-10.500 -10.500q.6 2.200 .2 4.600M10 -11q.5 2.400 .1 4.800M-.5 -4q-2.500 3.600 .8 4.400"}};

// A seat that is kept free.
constexpr Stroke a_stool[] = {{Paint::dashed, "M-30 -22Q-32 -44 0 -45Q33 -43 31 -21Q27 -6 22 -2M-30 -22Q-28 -8 -22 -3"},
                              {Paint::wood, "M-27 10L-33 46L-26 47L-17 12ZM27 10L33 45L26 47L17 12ZM-4 14L-3 50H4L4 14Z"}, {Paint::wood, "M-37 6Q-36 -6 1 -7Q38 -6 37 6Q34 16 0 17Q-34 16 -37 6Z"}, {Paint::line, "M-22 4Q-2 -1 20 4M-12 10q12 2 24 -1"}};
constexpr Stroke a_flame[] = {{Paint::flame, "M-13 11Q-22 -4 -10 -15Q-10 -7 -4 -6Q-7 -21 5 -30Q4 -19 11 -12Q20 1 12 11Q0 17 -13 11Z"}, {Paint::heart_of_flame, "M-6 11Q-10 2 -2 -4Q0 1 3 1Q3 -5 6 -8Q11 5 6 11Q0 13 -6 11Z"}};

}  // namespace

std::span<const Stroke> face(std::size_t which) {
    static constexpr std::array<std::span<const Stroke>, face_codes.size()> all{short_hair, long_hair, curls, bun, hat, scarf, cap, beard};
    return all.at(which);
}

std::span<const Stroke> stool() { return a_stool; }
std::span<const Stroke> flame() { return a_flame; }

const base::Word& name_of_face(std::size_t which) {
    static const std::array<const base::Word*, face_codes.size()> names{&word::face_short, &word::face_long, &word::face_curls, &word::face_bun, &word::face_hat, &word::face_scarf, &word::face_cap, &word::face_beard};
    return *names.at(which);
}

}  // namespace loopbaankaart::journey
