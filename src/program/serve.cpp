// loopbaankaart serve: opens the schools, listens, looks after the outbox and the audit, and stops in peace on SIGTERM.
#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <csignal>

#include <program/words.hpp>

#include "caretaker.hpp"
#include "commands.hpp"
#include "demo/people.hpp"
#include "house.hpp"
#include "porter.hpp"

namespace loopbaankaart::program {

namespace {

struct ServeChoice {
    std::optional<std::uint16_t> port, metrics_port;
    std::string listen, address, access_log;
    std::vector<std::string> trusted_proxies;
    unsigned workers = 0;
    unsigned connection_threads = 1;
};

web::ServerOptions options_of(const Config& config, const ServeChoice& choice) {
    web::ServerOptions options;
    options.listen = choice.listen.empty() ? config.listen : choice.listen;
    options.port = choice.port.value_or(config.port);
    options.metrics_port = choice.metrics_port.value_or(config.metrics_port);
    options.trusted_proxies = config.trusted_proxies;
    options.trusted_proxies.insert(options.trusted_proxies.end(), choice.trusted_proxies.begin(), choice.trusted_proxies.end());
    options.access_log = choice.access_log.empty() ? config.access_log : choice.access_log;
    options.workers = choice.workers;
    options.connection_threads = choice.connection_threads;
    return options;
}

// Signals wait here instead of interrupting a thread; set before any thread starts.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void serve(Console& console, const ServeChoice& choice) {
    const sigset_t stop_signals = block_stop_signals();
    auto opened = Installation::open(console.place);
    if (!opened) return console.refuse(opened.error());
    Installation& installation = **opened;
    if (installation.sites().empty()) return console.refuse({word::no_schools});
    web::ServerOptions options = options_of(installation.config(), choice);
    if (!choice.address.empty() && installation.sites().size() == 1) installation.sites().front()->address = choice.address;

    furnish_navigation();
    enclose_what_is_theirs();
    const atlas::Atlases atlases;
    workshop::Workshop workshop;
    const web::Router router{all_routes(atlases, workshop)};
    const Caretaker caretaker{installation, console.place};
    const Porter porter{installation, atlases, workshop};
    auto server = web::Server::start(options, router, [&](std::string_view host) { return installation.find(host); });
    for (const auto& site : installation.sites()) console.say(word::open_at, {{"school", site->title}, {"address", site->address}});
    demo::print_people(console);

    int signal = 0;
    sigwait(&stop_signals, &signal);
    server->stop();
}

}  // namespace

void add_serve(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("serve", "serves the schools of the data folder");
    auto choice = std::make_shared<ServeChoice>();
    command->add_option("--port", choice->port, "default: config.toml, else 8080");
    command->add_option("--listen", choice->listen, "the address to listen on; default 127.0.0.1");
    command->add_option("--metrics-port", choice->metrics_port, "a port of its own for /metrics and /healthz; 0 for none");
    command->add_option("--address", choice->address, "with one school: the address its links start with");
    command->add_option("--trust-proxy", choice->trusted_proxies, "a proxy whose X-Forwarded-For and -Proto count");
    command->add_option("--access-log", choice->access_log, "a file, or - for standard output");
    command->add_option("--workers", choice->workers, "threads for pages; default one a core");
    command->add_option("--connection-threads", choice->connection_threads, "threads for connections");
    command->callback([&console, choice] { serve(console, *choice); });
}

}  // namespace loopbaankaart::program
