// hearken demo: an invented partnership in a database of its own.
#include <cstdlib>
#include <memory>

#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "demonstration/demonstration.hpp"
#include "store/migrate.hpp"
#include "store/organisations.hpp"
#include "store/settings.hpp"

namespace hearken::cli {

namespace {

constexpr char kFinished[] = "demonstration-finished";

enum class Held { Nothing, Demonstration, HalfADemonstration, RealRecords };

Held what_is_held(const Config& config) {
    if (!database_exists(config)) return Held::Nothing;
    const auto database = store::Database::open(config.database);
    return database->read([](store::Reading& reading) {
        if (store::schema_version(reading) == 0) return Held::Nothing;
        if (store::installation_value(reading, "demonstration") == "yes") return store::installation_value(reading, kFinished) == "yes" ? Held::Demonstration : Held::HalfADemonstration;
        return store::count_organisations(reading, {{}, {}, true}) == 0 ? Held::Nothing : Held::RealRecords;
    });
}

/// Said before anything is made, so that a demonstration cut short is never taken for real records.
void mark_as_demonstration(const Config& config, const Clock& clock) {
    const auto database = store::Database::open(config.database);
    store::migrate(*database, clock.now());
    database->write([](store::Transaction& transaction) { store::set_installation_value(transaction, "demonstration", "yes"); });
}

/// For bench/ alone: so many more invented people, and an open case for every twenty.
int people_of_a_county() {
    const char* people = std::getenv("HEARKEN_DEMONSTRATION_PEOPLE");
    return people ? std::atoi(people) : 0;
}

ExitCode make(const Config& config) {
    const Instant today = SystemClock().now();
    TestClock clock(today);
    // Everything that can be refused is, before the database is marked.
    if (auto app = App::open(config, clock, App::Migrate::Always); !app) return tell_refusal(app.error());
    mark_as_demonstration(config, clock);
    auto app = App::open(config, clock, App::Migrate::Never);
    if (!app) return tell_refusal(app.error());
    demonstration::make_demonstration((*app)->world(), clock, today, [](const std::string& what) { tell(what); }, people_of_a_county());
    (*app)->database().write([](store::Transaction& transaction) { store::set_installation_value(transaction, kFinished, "yes"); });
    say("The demonstration is ready in " + (*app)->database().described() + ". Everybody in it is invented.");
    return ExitCode::Ok;
}

}  // namespace

ExitCode demo(const Config& config, const DemoOptions& options) {
    switch (what_is_held(config)) {
        case Held::Demonstration:
        case Held::RealRecords:
            if (options.if_none) return ExitCode::Ok;
            tell("hearken: the database at " + config.database + " is in use already. Give another --database, or throw a demonstration away with `hearken init --erase-demonstration --yes`.");
            return ExitCode::Refused;
        case Held::HalfADemonstration:
            tell("The demonstration in this database was not finished; it is made again.");
            if (const auto erased = init(config, {true, true, {}}); erased != ExitCode::Ok) return erased;
            return make(config);
        case Held::Nothing: return make(config);
    }
    return ExitCode::WorldFailed;
}

}  // namespace hearken::cli
