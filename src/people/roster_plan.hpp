// What importing a roll would do, worked out beforehand: a dry run that can be shown, then carried out. Importing the
// same file twice changes nothing the second time.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "people/matching.hpp"
#include "people/roster.hpp"

namespace hearken::people {

/// A child this school holds a record of, on its roll now or before.
struct RosterPupil {
    Person person;
    std::vector<Identifier> identifiers = {};
    Registration registration = {};         ///< the latest at this school
    std::optional<Address> address = {};    ///< the home address, if one is recorded
    std::vector<RosterContact> contacts = {};
};

enum class RosterVerdict { New, Unchanged, Changed, Ambiguous };
std::string_view code_of(RosterVerdict verdict);  ///< "new", "unchanged", "changed", "ambiguous"

struct FieldChange {
    std::string field;  ///< "surname", "date-of-birth", "upn", "year-group", "contact" …
    std::string from;
    std::string to;
    bool operator==(const FieldChange&) const = default;
};

struct RosterItem {
    RosterVerdict verdict = RosterVerdict::New;
    RosterEntry entry = {};
    PersonId person = {};                       ///< whose record this row is of; none when new or ambiguous
    std::vector<FieldChange> changes = {};
    std::vector<PersonId> candidates = {};      ///< when ambiguous: whose records it may be of
    std::vector<std::string> explanation = {};  ///< when ambiguous, or when something was not taken: in words
};

struct RosterPlan {
    std::vector<RosterItem> items = {};
    /// On the roll now and in no row of the file.
    std::vector<PersonId> left = {};
    /// Rows were kept out or are ambiguous and might be of children listed in `left`, or so many would leave that the
    /// file is likely a part of the roll: ask before ending any registration.
    bool left_is_uncertain = false;
    std::vector<RosterProblem> problems = {};

    size_t count(RosterVerdict verdict) const;
};

/// What somebody said of ambiguous rows when they looked at the dry run: row number to the record it is of; an empty id
/// says that the child is new.
using RosterDecisions = std::map<size_t, PersonId>;

/// Compares the roll with the records held. Rows are joined to records by number first, then by name and birth date as
/// matching judges; a blank in the file never erases what is recorded, and a protected address is never compared or
/// replaced.
RosterPlan plan_roster(const Roster& roster, const std::vector<RosterPupil>& held, Date today,
                       const RosterDecisions& decisions = {});

/// The details to record when a changed row is accepted: the file's values over those held, blanks left as they were,
/// and a changed name kept as a previous one.
PersonDetails details_after(const Person& held, const RosterEntry& entry, Date today);

}  // namespace hearken::people
