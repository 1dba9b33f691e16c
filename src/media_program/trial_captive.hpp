// A media job held still in the middle of its work and made to do other calls: what somebody would who took it over. It works on the
// program as it is shipped, and asks the kernel, not the program.
#pragma once

#include <sys/types.h>
#include <sys/user.h>

#include <string>

namespace loopbaankaart::media {

enum class Moment {
    before_input,   // the job is about to read the first byte
    ffmpeg_answers  // the job has started ffmpeg, and that is about to write its first bytes
};

class Captive {
public:
    Captive(const char* job, int input, Moment moment);
    Captive(const Captive&) = delete;
    ~Captive();

    // What the kernel answers: a negative error number, or what the call gives. A text is laid in the captive's memory first.
    long does(long call, long first = 0, long second = 0, long third = 0, long fourth = 0, long fifth = 0);
    long text(const std::string& text);  // where it lies now

    pid_t process() const { return held_; }

private:
    void start(const char* job, int input, Moment moment);
    void run_until(Moment moment);
    void go_on(pid_t process);

    pid_t started_ = 0, held_ = 0;
    user_regs_struct state_{};
};

}  // namespace loopbaankaart::media
