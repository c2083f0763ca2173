// Everything a command works with, built once: the database, the manual, the clock, the audit and the world of use cases.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "casework/world.hpp"
#include "cli/config.hpp"
#include "cli/exit_code.hpp"

namespace hearken::cli {

/// The texts of the procedures folder, as procedure::Library reads them. Refused where the folder is not to be found.
Result<procedure::SourceFiles> read_procedures(const Config& config);

/// "FILE:LINE: error: what is wrong", as compilers and editors write it.
std::string fault_line(const procedure::Fault& fault, const std::string& folder);

/// False for an SQLite file that is not there: opening it would make it. True for a server, which says so itself.
bool database_exists(const Config& config);
/// What to do where it does not.
Refusal no_database(const Config& config);

class App {
public:
    enum class Migrate { Never, IfThereIsADatabase, Always };
    /// Refused, in words for an administrator, where there is no database, its shape is not this program's, a
    /// definition has faults, or one was changed without a new version.
    static Result<std::unique_ptr<App>> open(const Config& config, const Clock& clock, Migrate migrate);

    store::Database& database() { return *database_; }
    const procedure::Library& library() const { return library_; }
    casework::World& world() { return *world_; }
    /// What an administrator should know although the work goes on.
    const std::vector<std::string>& warnings() const { return warnings_; }

private:
    App() = default;
    Result<void> open_database(const Config& config, const Clock& clock, Migrate migrate);
    Result<void> load_library(const Config& config);
    Result<void> keep_versions(const Config& config, const Clock& clock, bool demonstration);

    std::unique_ptr<store::Database> database_;
    procedure::Library library_;
    std::unique_ptr<IdSource> ids_;
    std::unique_ptr<store::AuditWriter> audit_;
    std::unique_ptr<casework::World> world_;
    std::vector<std::string> warnings_;
};

/// Who the audit says it was: whoever has a shell on the server. Administers everything and reads no child's record.
access::Actor administrator_at_the_console();

}  // namespace hearken::cli
