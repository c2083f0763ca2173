// The directory: services and teams that people ring, as the partnership and its organisations keep them.
#pragma once
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/result.hpp"
#include "store/database.hpp"

namespace hearken::store {

using DirectoryEntryId = Id<struct DirectoryEntryTag>;

struct DirectoryEntry {
    DirectoryEntryId id;
    std::string kind;                    ///< of vocabulary.yaml code list directory-kinds
    OrganisationId organisation;         ///< empty: the partnership's own
    std::string name, what_for;
    std::set<std::string> areas;         ///< codes of local authorities; empty: all
    std::set<std::string> worries;       ///< of code list directory-worries; empty: any
    std::optional<int> age_from, age_to; ///< whole years, both ends in
    std::string phone, mailbox, web;
    std::string hours;                   ///< as calendar::ServiceHours reads them; empty: not told to us
    int preference = 50;                 ///< lower is rung first
    bool is_public = false;              ///< shown to visitors too
    std::optional<std::chrono::year_month_day> checked_on;
    std::string checked_by;              ///< in words: who and where
    std::optional<Instant> retired_at;
    int revision = 1;
    bool operator==(const DirectoryEntry&) const = default;
};

void add_directory_entry(Transaction& transaction, const DirectoryEntry& entry);
/// Replaces what is held at `entry.revision`; Conflict (code "changed") when somebody saved since.
Result<DirectoryEntry> change_directory_entry(Transaction& transaction, DirectoryEntry entry);
std::optional<DirectoryEntry> find_directory_entry(Reading& reading, const DirectoryEntryId& id);
/// By preference, then name; the retired are left out unless asked for. The whole directory is a few hundred lines.
std::vector<DirectoryEntry> directory_entries(Reading& reading, bool retired_too = false);

}  // namespace hearken::store
