#include "access_log.hpp"

#include <base/base.hpp>
#include <cxxabi.h>
#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <storage/storage.hpp>

#include <cstdlib>

namespace loopbaankaart::web {

namespace {

constexpr std::size_t lines_waiting = 4096;

class NoLog final : public AccessLog {
public:
    void write(const AccessLine&) override {}
};

class AsynchronousLog final : public AccessLog {
public:
    explicit AsynchronousLog(spdlog::sink_ptr sink)
        : thread_{std::make_shared<spdlog::details::thread_pool>(lines_waiting, 1)},
          logger_{std::make_shared<spdlog::async_logger>("access", std::move(sink), thread_, spdlog::async_overflow_policy::overrun_oldest)} {
        logger_->set_pattern("%v");
    }
    ~AsynchronousLog() override {
        logger_->flush();
        thread_.reset();  // writes what waits, and ends, while the file is still open
    }

    void write(const AccessLine& line) override {
        logger_->info("{} {} {} {} {} {} {:.1f}", base::iso(base::SystemClock{}.now()), line.request_id.empty() ? "-" : line.request_id,
                      line.method, line.route, line.status, line.bytes, static_cast<double>(line.took.count()) / 1000);
    }

private:
    std::shared_ptr<spdlog::details::thread_pool> thread_;
    std::shared_ptr<spdlog::async_logger> logger_;
};

std::string kind_of(const std::exception& failure) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name{abi::__cxa_demangle(typeid(failure).name(), nullptr, nullptr, &status), &std::free};
    return status == 0 ? name.get() : typeid(failure).name();
}

}  // namespace

std::unique_ptr<AccessLog> AccessLog::open(const std::string& where) {
    if (where.empty()) return std::make_unique<NoLog>();
    if (where == "-") return std::make_unique<AsynchronousLog>(std::make_shared<spdlog::sinks::stdout_sink_mt>());
    return std::make_unique<AsynchronousLog>(std::make_shared<spdlog::sinks::basic_file_sink_mt>(where));
}

void log_failure(std::string_view request_id, std::string_view route, std::exception_ptr failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const storage::Broken& broken) {
        spdlog::error("request {} to {}: storage is broken: {}", request_id, route, broken.what());
    } catch (const std::exception& other) {
        spdlog::error("request {} to {}: {}", request_id, route, kind_of(other));
    } catch (...) {
        spdlog::error("request {} to {}: an unknown failure", request_id, route);
    }
}

}  // namespace loopbaankaart::web
