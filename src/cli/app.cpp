#include "cli/app.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/files.hpp"
#include "store/definition_versions.hpp"
#include "store/migrate.hpp"
#include "store/settings.hpp"

namespace hearken::cli {

namespace fs = std::filesystem;

namespace {

constexpr char kSqlite[] = "sqlite://";

bool is_definition(const std::string& file) {
    return file.ends_with(".yaml") && file != "vocabulary.yaml" && file != "carried-in-code.yaml" && !file.starts_with("specimen/");
}

std::vector<std::shared_ptr<const procedure::Definition>> all_of(const procedure::Library& library) {
    auto all = library.all();
    for (auto more : {library.overlays(), library.components()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace

bool database_exists(const Config& config) { return !config.database.starts_with(kSqlite) || fs::exists(config.database.substr(sizeof kSqlite - 1)); }

Refusal no_database(const Config& config) {
    return Refusal::of(RefusalCode::NotFound, "no-database",
                       "There is no database at " + config.database + ". Make one with `hearken init --database " + config.database +
                           "`, or a demonstration with `hearken demo --database " + config.database + "`; or check `database` and --database.");
}

Result<procedure::SourceFiles> read_procedures(const Config& config) {
    if (config.procedures.empty())
        return refuse(RefusalCode::NotFound, "no-procedures", "The folder of the procedures was not found here or beside the program. Set `procedures` in the configuration, or HEARKEN_PROCEDURES.");
    procedure::SourceFiles files;
    const fs::path folder = config.procedures;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path(), folder).generic_string();
        const bool wanted = is_definition(name) || name.ends_with(".yaml") || name.ends_with(".csv") || (name.starts_with("guidance/") && name.ends_with(".md"));
        if (!entry.is_regular_file() || !wanted || name.starts_with(".")) continue;
        auto text = read_file(entry.path().string());
        if (!text) return refuse(RefusalCode::Invalid, "unreadable", entry.path().string() + " cannot be read. Check that the user Hearken runs as may read it.");
        files.emplace(name, std::move(*text));
    }
    return files;
}

std::string fault_line(const procedure::Fault& fault, const std::string& folder) {
    std::string line = folder + "/" + fault.file + ":" + std::to_string(std::max(fault.line, 1));
    line += fault.severity == procedure::Fault::Severity::Error ? ": error: " : ": warning: ";
    if (!fault.path.empty()) line += fault.path + ": ";
    return line + fault.text;
}

Result<std::unique_ptr<App>> App::open(const Config& config, const Clock& clock, Migrate migrate) {
    std::unique_ptr<App> app(new App);
    // SQLite would make an empty file of a mistyped path: only `init` and `demo` may make one.
    if (migrate != Migrate::Always && !database_exists(config)) return refuse(no_database(config));
    if (const fs::path file = config.database.substr(sizeof kSqlite - 1); config.database.starts_with(kSqlite) && file.has_parent_path()) {
        std::error_code told_by_opening;
        fs::create_directories(file.parent_path(), told_by_opening);
    }
    if (auto opened = app->open_database(config, clock, migrate); !opened) return refuse(opened.error());
    if (auto loaded = app->load_library(config); !loaded) return refuse(loaded.error());
    const bool demonstration = app->database_->read([](store::Reading& reading) { return store::installation_value(reading, "demonstration") == "yes"; });
    if (auto kept = app->keep_versions(config, clock, demonstration); !kept) return refuse(kept.error());
    app->ids_ = std::make_unique<IdSource>(clock);
    app->audit_ = std::make_unique<store::AuditWriter>(*app->database_);
    app->world_ = std::make_unique<casework::World>(*app->database_, app->library_, clock, *app->ids_, *app->audit_, demonstration);
    return app;
}

Result<void> App::open_database(const Config& config, const Clock& clock, Migrate migrate) {
    database_ = store::Database::open(config.database);
    const int version = database_->read([](store::Reading& reading) { return store::schema_version(reading); });
    if (version == 0 && migrate != Migrate::Always)
        return refuse(RefusalCode::NotFound, "empty-database", "The database at " + database_->described() + " is empty. Prepare it with `hearken init`, or make a demonstration with `hearken demo`.");
    if (migrate == Migrate::Never && store::needs_migration(*database_))
        return refuse(RefusalCode::Conflict, "other-version", "The database at " + database_->described() + " was last used by another version of Hearken. Bring it up to date with `hearken init` (it keeps every record), after making a copy.");
    if (migrate != Migrate::Never)
        for (const int done : store::migrate(*database_, clock.now())) tell("The database was brought to version " + std::to_string(done) + ".");
    return {};
}

Result<void> App::load_library(const Config& config) {
    auto files = read_procedures(config);
    if (!files) return refuse(files.error());
    auto loaded = procedure::Library::load(*files);
    // Versions that running cases keep and the folder no longer holds. One whose number the folder holds with another
    // text is left to keep_versions.
    bool more = false;
    for (const auto& version : database_->read([](store::Reading& reading) { return store::all_definition_versions(reading); })) {
        if (loaded.library.find(version.procedure, version.version)) continue;
        files->emplace("in-use/" + version.procedure + "-" + version.version + ".yaml", version.source);
        more = true;
    }
    if (more) loaded = procedure::Library::load(*files);
    if (!loaded.ok()) {
        Refusal refusal{RefusalCode::Invalid, {}};
        for (const auto& fault : loaded.faults)
            if (fault.severity == procedure::Fault::Severity::Error) refusal.reasons.push_back({"definition", fault_line(fault, config.procedures), {}});
        refusal.reasons.push_back({"definitions", "The procedures have faults, so nothing was started. Mend the lines above; `hearken procedures check` reads them again.", {}});
        return refuse(std::move(refusal));
    }
    library_ = std::move(loaded.library);
    return {};
}

Result<void> App::keep_versions(const Config& config, const Clock& clock, bool demonstration) {
    Refusal refusal{RefusalCode::Conflict, {}};
    std::vector<store::DefinitionVersion> fresh;
    database_->read([&](store::Reading& reading) {
        for (const auto& definition : all_of(library_)) {
            const auto source = library_.sources().find(definition->file);
            if (source == library_.sources().end()) continue;
            const auto held = store::find_definition_version(reading, definition->id, definition->version);
            if (!held) {
                fresh.push_back({definition->id, definition->version, source->second, clock.now()});
                continue;
            }
            if (held->source == source->second) continue;
            const std::string what = config.procedures + "/" + definition->file + " was changed, but is still version " + definition->version;
            if (demonstration)
                warnings_.push_back(what + ". Cases of this demonstration go on by the changed text.");
            else
                refusal.reasons.push_back({"changed-definition", what + ", which cases here run by. Put the old text back, or give the changed one a new version: running cases then keep the old and new ones start by the new.", {}});
        }
    });
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    if (fresh.empty()) return {};
    return database_->write([&](store::Transaction& transaction) -> Result<void> {
        for (const auto& version : fresh)
            if (auto kept = store::keep_definition_version(transaction, version); !kept) return kept;
        return {};
    });
}

access::Actor administrator_at_the_console() {
    access::Actor actor;
    actor.user = UserId{"console"};
    actor.role = "system-administrator";
    actor.organisation_kind = "partnership-board";
    actor.administers = {"organisations", "users", "roles", "calendars", "roster", "tokens", "settings"};
    return actor;
}

}  // namespace hearken::cli
