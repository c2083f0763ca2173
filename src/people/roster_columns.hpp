// Which column of a school's export holds what: recognised by its heading, or told.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace hearken::people {

enum class RosterField {
    Upn, FormerUpn, NhsNumber, UniqueLearnerNumber, LocalId,
    FullName, Surname, GivenName, MiddleNames, KnownAs, BirthDate, Sex, Ethnicity, FirstLanguage,
    YearGroup, Form, StartDate, LeavingDate,
    AddressLine, Postcode, Uprn,
    ContactName, ContactSurname, ContactGivenName, ContactRelationship, ContactResponsibility, ContactTelephone,
    ContactEmail,
};

inline constexpr int kMostAddressLines = 4;
inline constexpr int kMostContacts = 4;

/// `number` is the line of the address, or which contact; 0 for fields that come once.
struct RosterColumn {
    RosterField field = RosterField::Surname;
    int number = 0;
    auto operator<=>(const RosterColumn&) const = default;
};

/// Stable names, as a mapping form and the command line write them: "upn", "given-name", "address-line-2",
/// "contact-1-surname".
std::string code_of(const RosterColumn& column);
std::optional<RosterColumn> roster_column_from_code(std::string_view code);
/// Every column a mapping may name, in the order a form offers them: four address lines, four contacts.
std::vector<RosterColumn> all_roster_columns();

struct ColumnMapping {
    /// Which column (from 0) of the file each field is read from.
    std::map<RosterColumn, size_t> columns = {};
    /// Headings nothing is read from: shown in the preview, so that nothing is left out unseen.
    std::vector<std::string> unused = {};
    std::vector<std::string> header = {};

    const std::string* heading_of(const RosterColumn& column) const;
};

/// `told` maps a heading to a column code, or to "ignore", and goes before recognition. Refuses when a told heading or
/// code does not exist, when two columns would be read as the same field, or when there is no name or date of birth.
Result<ColumnMapping> map_columns(const std::vector<std::string>& header,
                                  const std::map<std::string, std::string>& told = {});

}  // namespace hearken::people
