// Who packs what travellers take along, and unpacks what they bring in, while the program serves: a thread of its own, which gives way to who asks for a
// page.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "installation.hpp"

namespace loopbaankaart::program {

class Porter {
public:
    Porter(Installation& installation, const atlas::Atlases& atlases, workshop::Workshop& workshop);
    ~Porter() = default;  // puts down what it is carrying; goes on at the next start
    Porter(const Porter&) = delete;
    Porter& operator=(const Porter&) = delete;

private:
    void work(const std::stop_token& stopping);
    bool carry_for(const web::Site& site, const std::stop_token& stopping);

    Installation& installation_;
    const atlas::Atlases& atlases_;
    workshop::Workshop& workshop_;
    std::mutex mutex_;
    std::condition_variable_any stop_asked_;
    std::jthread thread_;
};

}  // namespace loopbaankaart::program
