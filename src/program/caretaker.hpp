// What goes on by itself while the program serves: chaining the audit (within a second), sending mail, tidying sessions.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "installation.hpp"

namespace loopbaankaart::program {

class Caretaker {
public:
    Caretaker(Installation& installation, const Place& place);
    ~Caretaker();  // finishes the round it is in
    Caretaker(const Caretaker&) = delete;
    Caretaker& operator=(const Caretaker&) = delete;

private:
    void work();
    bool wait();
    void round(web::Site& site, unsigned number);

    Installation& installation_;
    Place place_;
    std::mutex mutex_;
    std::condition_variable stop_asked_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace loopbaankaart::program
