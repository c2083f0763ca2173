#include "people/roster_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "people/checks.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

using enum RosterField;

struct FieldRow {
    RosterField field;
    std::string_view code;  ///< '#' stands for the number
};

constexpr std::array<FieldRow, 28> kFields = {{
    {Upn, "upn"},
    {FormerUpn, "former-upn"},
    {NhsNumber, "nhs-number"},
    {UniqueLearnerNumber, "uln"},
    {LocalId, "local-id"},
    {FullName, "full-name"},
    {Surname, "surname"},
    {GivenName, "given-name"},
    {MiddleNames, "middle-names"},
    {KnownAs, "known-as"},
    {BirthDate, "date-of-birth"},
    {Sex, "sex"},
    {Ethnicity, "ethnicity"},
    {FirstLanguage, "first-language"},
    {YearGroup, "year-group"},
    {Form, "class"},
    {StartDate, "start-date"},
    {LeavingDate, "leaving-date"},
    {AddressLine, "address-line-#"},
    {Postcode, "postcode"},
    {Uprn, "uprn"},
    {ContactName, "contact-#-name"},
    {ContactSurname, "contact-#-surname"},
    {ContactGivenName, "contact-#-given-name"},
    {ContactRelationship, "contact-#-relationship"},
    {ContactResponsibility, "contact-#-parental-responsibility"},
    {ContactTelephone, "contact-#-telephone"},
    {ContactEmail, "contact-#-email"},
}};

struct Synonym {
    std::string_view heading;  ///< folded, without spaces
    RosterField field;
};

constexpr Synonym kPupilHeadings[] = {
    {"upn", Upn}, {"uniquepupilnumber", Upn}, {"uniquepupilno", Upn}, {"pupilupn", Upn},
    {"formerupn", FormerUpn}, {"previousupn", FormerUpn}, {"oldupn", FormerUpn},
    {"nhsnumber", NhsNumber}, {"nhsno", NhsNumber}, {"nhs", NhsNumber},
    {"uln", UniqueLearnerNumber}, {"uniquelearnernumber", UniqueLearnerNumber},
    {"localid", LocalId}, {"admissionnumber", LocalId}, {"admissionno", LocalId}, {"admno", LocalId},
    {"adno", LocalId}, {"pupilid", LocalId}, {"studentid", LocalId}, {"misid", LocalId}, {"pupilnumber", LocalId},
    {"name", FullName}, {"fullname", FullName}, {"pupilname", FullName}, {"studentname", FullName}, {"pupil", FullName},
    {"surname", Surname}, {"legalsurname", Surname}, {"lastname", Surname}, {"familyname", Surname},
    {"pupilsurname", Surname}, {"legallastname", Surname},
    {"givenname", GivenName}, {"forename", GivenName}, {"firstname", GivenName}, {"legalforename", GivenName},
    {"legalfirstname", GivenName}, {"pupilforename", GivenName}, {"givennames", GivenName}, {"forenames", GivenName},
    {"middlenames", MiddleNames}, {"middlename", MiddleNames},
    {"knownas", KnownAs}, {"preferredforename", KnownAs}, {"preferredname", KnownAs}, {"preferredfirstname", KnownAs},
    {"chosenname", KnownAs},
    {"dateofbirth", BirthDate}, {"dob", BirthDate}, {"birthdate", BirthDate}, {"birthday", BirthDate},
    {"sex", Sex}, {"gender", Sex}, {"legalsex", Sex},
    {"ethnicity", Ethnicity}, {"ethniccode", Ethnicity}, {"ethnicitycode", Ethnicity}, {"ethnicgroup", Ethnicity},
    {"firstlanguage", FirstLanguage}, {"homelanguage", FirstLanguage}, {"language", FirstLanguage},
    {"yeargroup", YearGroup}, {"year", YearGroup}, {"ncyear", YearGroup}, {"ncyearactual", YearGroup}, {"nationalcurriculumyear", YearGroup},
    {"class", Form}, {"form", Form}, {"tutorgroup", Form}, {"registrationgroup", Form}, {"reggroup", Form},
    {"registrationform", Form},
    {"startdate", StartDate}, {"entrydate", StartDate}, {"admissiondate", StartDate}, {"dateofadmission", StartDate},
    {"doa", StartDate}, {"dateofentry", StartDate},
    {"leavingdate", LeavingDate}, {"dateofleaving", LeavingDate}, {"leavedate", LeavingDate}, {"enddate", LeavingDate},
    {"postcode", Postcode}, {"homepostcode", Postcode}, {"addresspostcode", Postcode},
    {"uprn", Uprn},
};

constexpr Synonym kContactHeadings[] = {
    {"name", ContactName}, {"fullname", ContactName}, {"", ContactName},
    {"surname", ContactSurname}, {"lastname", ContactSurname}, {"familyname", ContactSurname},
    {"givenname", ContactGivenName}, {"forename", ContactGivenName}, {"firstname", ContactGivenName},
    {"relationship", ContactRelationship}, {"relation", ContactRelationship}, {"relationshiptopupil", ContactRelationship},
    {"relationshiptochild", ContactRelationship},
    {"parentalresponsibility", ContactResponsibility}, {"responsibility", ContactResponsibility},
    {"pr", ContactResponsibility}, {"hasparentalresponsibility", ContactResponsibility},
    {"telephone", ContactTelephone}, {"phone", ContactTelephone}, {"mobile", ContactTelephone}, {"tel", ContactTelephone},
    {"telephonenumber", ContactTelephone}, {"phonenumber", ContactTelephone}, {"mobilenumber", ContactTelephone},
    {"email", ContactEmail}, {"emailaddress", ContactEmail},
};

constexpr Synonym kAddressHeadings[] = {{"addressline", AddressLine}, {"address", AddressLine},
                                        {"homeaddressline", AddressLine}, {"homeaddress", AddressLine}};

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// Takes the only digit of the heading out of it; 0 where there is none.
int take_number(std::string& heading) {
    const size_t at = heading.find_first_of("123456789");
    if (at == std::string::npos || heading.find_first_of("0123456789", at + 1) != std::string::npos) return 0;
    const int number = heading[at] - '0';
    heading.erase(at, 1);
    return number;
}

bool is_offered(const RosterColumn& column) {
    return column.number <= (column.field == AddressLine ? kMostAddressLines : kMostContacts);
}

template <size_t N>
std::optional<RosterField> find(const Synonym (&table)[N], std::string_view heading) {
    for (const Synonym& synonym : table)
        if (synonym.heading == heading) return synonym.field;
    return std::nullopt;
}

std::optional<RosterColumn> recognised(const std::string& text) {
    std::string heading = without_spaces(folded(text));
    if (heading.empty()) return std::nullopt;
    if (const auto field = find(kPupilHeadings, heading)) return RosterColumn{*field, 0};
    if (heading == "street") return RosterColumn{AddressLine, 1};
    if (heading == "town" || heading == "city" || heading == "posttown") return RosterColumn{AddressLine, 3};
    if (heading == "county") return RosterColumn{AddressLine, 4};
    const int number = take_number(heading);
    if (const auto field = find(kAddressHeadings, heading)) return RosterColumn{*field, std::max(number, 1)};
    for (const std::string_view start : {"prioritycontact", "emergencycontact", "parentcarer", "contact", "parent", "carer", "guardian"}) {
        if (!heading.starts_with(start)) continue;
        // "Contact" alone without a number is as likely a note as a name.
        const std::string_view rest = std::string_view(heading).substr(start.size());
        if (rest.empty() && number == 0) return std::nullopt;
        if (const auto field = find(kContactHeadings, rest)) return RosterColumn{*field, std::max(number, 1)};
    }
    return std::nullopt;
}

bool has_any(const ColumnMapping& mapping, std::initializer_list<RosterField> fields) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](RosterField field) { return mapping.columns.contains({field, 0}); });
}

}  // namespace

std::string code_of(const RosterColumn& column) {
    std::string code(kFields[static_cast<size_t>(column.field)].code);
    if (const size_t at = code.find('#'); at != std::string::npos) code.replace(at, 1, std::to_string(column.number));
    return code;
}

std::vector<RosterColumn> all_roster_columns() {
    std::vector<RosterColumn> columns;
    std::vector<RosterField> of_contacts;
    for (const FieldRow& row : kFields) {
        if (row.field == AddressLine) {
            for (int line = 1; line <= kMostAddressLines; ++line) columns.push_back({AddressLine, line});
        } else if (row.field >= ContactName) {
            of_contacts.push_back(row.field);
        } else {
            columns.push_back({row.field, 0});
        }
    }
    for (int contact = 1; contact <= kMostContacts; ++contact)
        for (const RosterField field : of_contacts) columns.push_back({field, contact});
    return columns;
}

std::optional<RosterColumn> roster_column_from_code(std::string_view code) {
    for (const RosterColumn& column : all_roster_columns())
        if (code_of(column) == code) return column;
    return std::nullopt;
}

const std::string* ColumnMapping::heading_of(const RosterColumn& column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? nullptr : &header[found->second];
}

Result<ColumnMapping> map_columns(const std::vector<std::string>& header, const std::map<std::string, std::string>& told) {
    Checks checks;
    ColumnMapping mapping;
    mapping.header = header;
    for (const auto& [heading, code] : told) {
        if (std::find(header.begin(), header.end(), heading) == header.end())
            checks.wrong("no-such-heading", fmt::format("The file has no column '{}'. Check its spelling.", heading), heading);
        if (code != "ignore" && !roster_column_from_code(code))
            checks.wrong("no-such-field", fmt::format("'{}' is not a field. Use a name such as given-name or ignore.", code),
                         heading);
    }
    for (size_t i = 0; i < header.size(); ++i) {
        const auto said = told.find(header[i]);
        const auto column = said == told.end() ? recognised(header[i]) : roster_column_from_code(said->second);
        if (!column || !is_offered(*column)) {
            mapping.unused.push_back(header[i]);
        } else if (!mapping.columns.emplace(*column, i).second) {
            checks.wrong("twice",
                         fmt::format("The columns '{}' and '{}' would both be read as {}. Say which to ignore.",
                                     *mapping.heading_of(*column), header[i], code_of(*column)),
                         header[i]);
        }
    }
    if (!has_any(mapping, {Surname, FullName}) || !has_any(mapping, {GivenName, FullName}))
        checks.wrong("required", "No columns for the surname and the given name were recognised. Say which they are.", "surname");
    if (!has_any(mapping, {BirthDate}))
        checks.wrong("required", "No column for the date of birth was recognised. Say which it is.", "date-of-birth");
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return mapping;
}

}  // namespace hearken::people
