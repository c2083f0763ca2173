// A school's roll read from its export: each row as a proposed child with numbers, place on the roll, address and
// contacts, or the reasons why not. Text in, proposals out; nothing is stored here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/address.hpp"
#include "people/csv.hpp"
#include "people/identifier.hpp"
#include "people/person.hpp"
#include "people/registration.hpp"
#include "people/relationship.hpp"
#include "people/roster_columns.hpp"

namespace hearken::people {

/// A parent, carer or other person the school may ring about the child.
struct RosterContact {
    Name name = {};
    /// What the contact is to the child; none where the school's word for it is not one we know.
    std::optional<RelationshipKind> relationship = {};
    std::string relationship_text = {};  ///< as written
    YesNo parental_responsibility = YesNo::NotKnown;
    std::string telephone = {};
    std::string email = {};
    bool operator==(const RosterContact&) const = default;
};

struct RosterEntry {
    size_t row = 0;   ///< 1 for the first row under the headings
    size_t line = 0;  ///< where the row starts in the file
    PersonDetails person = {};
    std::vector<Identifier> identifiers = {};
    Registration registration = {};  ///< without the person
    std::optional<AddressText> address = {};
    std::vector<RosterContact> contacts = {};
};

/// Something wrong in one row. An error keeps the row out; a warning leaves out one value.
struct RosterProblem {
    size_t row = 0;
    size_t line = 0;
    std::string column = {};  ///< heading; empty when it concerns the whole row
    std::string text = {};
    bool error = true;
};

struct Roster {
    std::vector<RosterEntry> entries = {};
    std::vector<RosterProblem> problems = {};
    /// Rows kept out, with what could be read of them: a child in such a row has not left the roll.
    std::vector<RosterEntry> kept_out = {};
};

/// Reads every row. A UPN, an admission number or an undistinguished name with birth date that comes twice keeps the
/// later row out.
Roster read_roster(const CsvTable& table, const ColumnMapping& mapping, const OrganisationId& school, Date today);

/// "Mum", "Step Father", "Nan", "Foster carer" to a kind; nothing for other words.
std::optional<RelationshipKind> relationship_from_text(std::string_view text);

}  // namespace hearken::people
