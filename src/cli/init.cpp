// hearken init: prepares a database, or brings an older one to this version; throws a demonstration away.
#include <filesystem>

#include "casework/administration.hpp"
#include "cli/app.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "store/erase_all.hpp"
#include "store/migrate.hpp"
#include "store/organisations.hpp"
#include "store/settings.hpp"

namespace hearken::cli {

namespace {

namespace fs = std::filesystem;

constexpr char kSqlite[] = "sqlite://";

ExitCode throw_demonstration_away(const Config& config, bool yes) {
    if (!database_exists(config)) return ExitCode::Ok;
    {
        const auto database = store::Database::open(config.database);
        const bool demonstration = database->read([](store::Reading& reading) {
            return store::schema_version(reading) == 0 || store::installation_value(reading, "demonstration") == "yes";
        });
        if (!demonstration) {
            tell("hearken: the database at " + database->described() + " is not a demonstration, so nothing was erased. Real records are never erased by this command.");
            return ExitCode::Refused;
        }
        if (!yes) {
            tell("hearken: this erases the demonstration at " + database->described() + ". Say --yes too if that is what you want.");
            return ExitCode::Refused;
        }
        if (database->backend() == store::Backend::Postgresql) {
            store::erase_demonstration(*database);
            return ExitCode::Ok;
        }
    }
    const std::string file = config.database.substr(sizeof kSqlite - 1);
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(file + part);
    return ExitCode::Ok;
}

/// The first organisation, at which the first administrator can hold a role. Once is enough.
Result<void> make_partnership(casework::World& world, const std::string& name) {
    const long held = world.database.read([](store::Reading& reading) { return store::count_organisations(reading, {"partnership-board", {}, false}); });
    if (held > 0) return refuse(RefusalCode::Conflict, "partnership", "This database has a partnership already. Change its name under Administration, Organisations.");
    casework::OrganisationLine partnership;
    partnership.kind = "partnership-board";
    partnership.name = name;
    if (auto saved = casework::save_organisation(world, administrator_at_the_console(), partnership); !saved) return refuse(saved.error());
    return {};
}

}  // namespace

ExitCode init(const Config& config, const InitOptions& options) {
    if (options.erase_demonstration) {
        const auto erased = throw_demonstration_away(config, options.yes);
        if (erased == ExitCode::Ok) tell("The demonstration is erased. `hearken demo` makes a new one.");
        return erased;
    }
    const SystemClock clock;
    auto app = App::open(config, clock, App::Migrate::Always);
    if (!app) return tell_refusal(app.error());
    for (const auto& warning : (*app)->warnings()) tell("Warning: " + warning);
    if (!options.partnership.empty())
        if (auto made = make_partnership((*app)->world(), options.partnership); !made) return tell_refusal(made.error());
    say("The database at " + (*app)->database().described() + " is ready. Next: `hearken user add`, `hearken user give-role`, `hearken serve`.");
    return ExitCode::Ok;
}

}  // namespace hearken::cli
