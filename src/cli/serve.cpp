// hearken serve: the web pages and the API, until it is told to stop.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "calendar/local_time.hpp"
#include "cli/app.hpp"
#include "cli/background_thread.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/product.hpp"
#include "cli/routes.hpp"
#include "cli/smtp_mailer.hpp"
#include "web/server/server.hpp"

namespace hearken::cli {

namespace {

/// One line a request on standard output; the time is the machine's own, whatever the test clock says.
void start_log(const Config& config) {
    auto log = spdlog::stdout_logger_mt("hearken");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    log->set_level(spdlog::level::from_str(config.log_level));
    log->flush_on(spdlog::level::info);
    spdlog::set_default_logger(log);
}

/// Nothing a person typed, no address that names a child: web::LogLine holds none.
void log_request(const web::LogLine& line) {
    const auto level = line.status >= 500 ? spdlog::level::err : spdlog::level::info;
    spdlog::log(level, "{} {} {} {} ms {}{}{}", line.method, line.route.empty() ? "-" : line.route, line.status, line.took.count(), line.request_id,
                line.failure.empty() ? "" : " failed: ", line.failure);
}

Result<void> check_test_clock(const Config& config, const casework::World& world) {
    if (!config.test_clock || world.demonstration) return {};
    return refuse(RefusalCode::NotPermitted, "test-clock",
                  "A test clock is allowed on a demonstration only, and the database at " + config.database + " is none: with it, deadlines about real children could be set aside. Leave --test-clock out.");
}

web::ServerConfig server_config(const Config& config, const web::Site& site) {
    web::ServerConfig server;
    server.address = config.address == "localhost" ? "127.0.0.1" : config.address;
    server.port = config.port;
    server.worker_threads = static_cast<size_t>(config.workers);
    if (!config.tls_certificate.empty()) server.tls = web::TlsFiles{config.tls_certificate, config.tls_key};
    server.trusted_proxies = config.trusted_proxies;
    server.log = log_request;
    server.error_page = [&site](const web::Request* request, const web::BadMessage& bad, const std::string& id) { return web::error_page(site, request, bad, id); };
    return server;
}

void tell_where(const Config& config, uint16_t port, bool demonstration) {
    const bool default_address = config.base_url.ends_with(":" + std::to_string(config.port));
    const std::string at = default_address ? config.base_url.substr(0, config.base_url.rfind(':') + 1) + std::to_string(port) : config.base_url;
    say("Hearken is at " + at + " \u2014 sign in at " + at + (demonstration ? "/demonstration" : "/sign-in"));
    std::fflush(stdout);
}

}  // namespace

ExitCode serve(const Config& config) {
    const SystemClock system_clock;
    TestClock test_clock(system_clock.now());
    const Clock& clock = config.test_clock ? static_cast<const Clock&>(test_clock) : system_clock;
    auto app = App::open(config, clock, App::Migrate::IfThereIsADatabase);
    if (!app) return tell_refusal(app.error());
    auto& world = (*app)->world();
    if (auto allowed = check_test_clock(config, world); !allowed) return tell_refusal(allowed.error());
    for (const auto& warning : (*app)->warnings()) tell("Warning: " + warning);
    if (const auto warning = world.bank_holidays()->warning(calendar::local_date_of(clock.now()))) tell("Warning: " + *warning);
    if (!config.is_loopback() && config.tls_key.empty() && config.base_url.starts_with("http://"))
        tell("Warning: passwords and records would travel readable by others. Set tls-certificate and tls-key, or put a proxy with TLS in front and set base-url to its https:// address.");
    if (!config.smtp) tell("No smtp-host is set: notices are shown in Hearken only, and no e-mail is sent.");
    start_log(config);

    auth::BreachedList breached;
    breached.add_lines(config.breached_passwords);
    const auto assets = load_assets(config);
    if (!assets) return tell_refusal(assets.error());
    web::Site site{.world = world, .assets = *assets, .sign_in = {config.session_idle, config.session_longest, auth::HashCost::Interactive, &breached},
                   .test_clock = config.test_clock ? &test_clock : nullptr, .version = kVersion};
    std::unique_ptr<casework::Mailer> mailer;
    if (config.smtp) mailer = std::make_unique<SmtpMailer>(*config.smtp);
    else mailer = std::make_unique<casework::NoMailer>();
    BackgroundThread background(world, *mailer, config.base_url);
    web::Router router;
    add_all_routes(router, site);
    site.time_was_set = [&] { background.run_all_due(); };

    web::serve(server_config(config, site), [&](const web::Request& request) {
        if (auto asset = site.assets.respond(request)) return std::move(*asset);
        return router.dispatch(request);
    }, [&](uint16_t port) { tell_where(config, port, world.demonstration); });
    tell("Hearken has stopped.");
    return ExitCode::Ok;
}

}  // namespace hearken::cli
