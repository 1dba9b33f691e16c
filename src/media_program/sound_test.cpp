// What comes out of the workshop for what people may record or choose as a sound.
#include <gmock/gmock.h>

#include <workshop/workshop.hpp>

#include "trial_inputs.hpp"

namespace loopbaankaart::media {

namespace {

using namespace std::string_literals;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

base::Result<workshop::Sound> sound_made_of(const std::string& file) {
    const MemoryFile sent{file};
    return workshop::Workshop{MEDIA_PROGRAM}.sound(sent.descriptor());
}

workshop::Sound sound_of(const std::string& file) {
    auto sound = sound_made_of(file);
    if (!sound) throw std::runtime_error{std::string{sound.error().code()}};
    return *std::move(sound);
}

std::string refusal_of_sound(const std::string& file) {
    const auto sound = sound_made_of(file);
    return sound ? "taken" : std::string{sound.error().code()};
}

// How high the tone is that a player hears, in Hz: one way through zero a wave.
double tone_of(const workshop::Sound& sound) {
    const MemoryFile file{base::text_of(sound.mp4)};
    const std::string samples = recorded("-i " + file.path() + " -f s8 -ar 48000 -c:a pcm_s8");
    int waves = 0;
    bool below = false;
    for (const char sample : samples) {
        if (sample < -8) below = true;
        if (sample > 8 && below) ++waves, below = false;
    }
    return waves * 48000.0 / static_cast<double>(samples.size());
}

// The boxes at the top of an MP4, in their order.
std::vector<std::string> boxes_of(const base::Bytes& mp4) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at + 8 <= mp4.size();) {
        names.emplace_back(base::text_of(base::BytesView{mp4}.subspan(at + 4, 4)));
        at += static_cast<std::size_t>(mp4[at]) << 24 | static_cast<std::size_t>(mp4[at + 1]) << 16 | static_cast<std::size_t>(mp4[at + 2]) << 8 | mp4[at + 3];
    }
    return names;
}

const std::string tone = "-f lavfi -i sine=440:duration=5 -metadata title=KANARIE -metadata location=+51.9841+005.9077/ ";
const std::string film = "-f lavfi -i testsrc=duration=5:size=64x48 ";

TEST(Sound, of_every_browser_becomes_one_that_every_browser_plays) {
    const std::string sounds[] = {wav(5), recorded(tone + "-c:a libopus -f webm"), recorded(tone + "-c:a libopus -ac 2 -f ogg"), recorded(tone + "-c:a aac -f mp4"),
                                  recorded(tone + "-c:a aac -movflags frag_keyframe+empty_moov -f mp4"), recorded(tone + "-c:a pcm_s16le -f wav")};
    for (const std::string& sent : sounds) {
        const workshop::Sound sound = sound_of(sent);
        EXPECT_NEAR(sound.seconds, 5, 0.1);
        EXPECT_NEAR(tone_of(sound), 440, 10);
        EXPECT_THAT(boxes_of(sound.mp4), testing::ElementsAre("ftyp", "moov", "mdat")) << "what tells how to play it stands in front";
        EXPECT_THAT(std::string{base::text_of(sound.mp4)}, Not(HasSubstr("KANARIE")));
    }
}

TEST(Sound, is_known_to_others_as_long_as_it_says) {
    const workshop::Sound sound = sound_of(wav(7));
    const MemoryFile file{base::text_of(sound.mp4)};
    const std::string samples = recorded("-i " + file.path() + " -f s8 -ar 48000 -c:a pcm_s8");
    EXPECT_NEAR(static_cast<double>(samples.size()) / 48000, sound.seconds, 0.03);
}

TEST(Sound, of_three_minutes_is_taken_and_of_an_hour_is_not) {
    EXPECT_NEAR(sound_of(wav(180)).seconds, 180, 0.1);
    EXPECT_EQ(refusal_of_sound(wav(183)), "workshop.too_long");
    EXPECT_EQ(refusal_of_sound(wav(3600)), "workshop.too_long");
}

TEST(Sound, of_a_film_is_taken_without_its_pictures) {
    const workshop::Sound sound = sound_of(recorded(film + tone + "-c:v libvpx -c:a libopus -f webm"));
    EXPECT_NEAR(tone_of(sound), 440, 10);
    EXPECT_LT(sound.mp4.size(), 50'000U);
    EXPECT_EQ(refusal_of_sound(recorded(film + "-c:v libvpx -f webm")), "workshop.damaged");
}

TEST(Sound, that_breaks_off_is_kept_as_far_as_it_goes) {
    const std::string whole = recorded(tone + "-c:a libopus -f webm");
    EXPECT_NEAR(sound_of(whole.substr(0, whole.size() / 2)).seconds, 2.5, 0.5);
}

TEST(Sound, is_told_by_its_bytes) {
    for (const std::string& file : {""s, "Dit is tekst."s, "ffconcat version 1.0\nfile /etc/passwd\n"s, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"s, "ID3\3\0"s, "fLaC\0\0\0\x22"s})
        EXPECT_EQ(refusal_of_sound(file), "workshop.not_a_sound") << file;
    for (const std::string& file : {"OggS"s, "\x1A\x45\xDF\xA3"s, "\0\0\0\x18" "ftypM4A "s, "RIFF\4\0\0\0WAVE"s}) EXPECT_EQ(refusal_of_sound(file + std::string(4000, 'x')), "workshop.damaged") << file;
}

TEST(Sound, in_another_manner_than_a_browser_records_is_refused) {
    EXPECT_EQ(refusal_of_sound(recorded(tone + "-c:a flac -f ogg")), "workshop.damaged");
    EXPECT_EQ(refusal_of_sound(recorded(tone + "-c:a libmp3lame -f mp4")), "workshop.damaged");
    EXPECT_EQ(refusal_of_sound(recorded(tone + "-c:a adpcm_ms -f wav")), "workshop.damaged");
}

}  // namespace

}  // namespace loopbaankaart::media
