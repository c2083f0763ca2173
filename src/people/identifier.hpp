// Numbers that other systems know a person by, checked, normalised, and shown whole or masked.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "people/dates.hpp"

namespace hearken::people {

enum class IdentifierKind {
    Upn,           ///< unique pupil number: thirteen characters, the first a check letter
    FormerUpn,     ///< a UPN the pupil had before (adopted, or two had been issued)
    TemporaryUpn,  ///< a UPN ending in a letter, carried until the permanent one is found
    NhsNumber,
    UniqueLearnerNumber,
    LaChildId,      ///< the local authority's own child number, the key of the statutory returns
    LocalSchoolId,  ///< admission number or management system number of one school
    Passport,
    HomeOfficeReference,
    NationalInsurance,
    DrivingLicence,
    Other,
};

std::string_view code_of(IdentifierKind kind);   ///< "upn", "nhs-number", …
std::string_view label_of(IdentifierKind kind);  ///< "UPN", "NHS number", …
std::optional<IdentifierKind> identifier_kind_from_code(std::string_view code);

/// A checked identifier. `issuer` tells apart numbers that are unique only at one place: the organisation id of the
/// school or authority, or a passport's country.
class Identifier {
public:
    /// Tidies spaces, hyphens and case, then checks; a UPN ending in a letter given as Upn becomes TemporaryUpn.
    static Result<Identifier> make(IdentifierKind kind, std::string_view text, std::string issuer = {},
                                   Period period = {});
    /// From the store: not checked again.
    static Identifier restored(IdentifierKind kind, std::string value, std::string issuer, Period period);

    IdentifierKind kind() const { return kind_; }
    const std::string& value() const { return value_; }  ///< normalised
    const std::string& issuer() const { return issuer_; }
    const Period& period() const { return period_; }

    std::string display() const;  ///< NHS 3-3-4 "943 476 5919"; others as normalised
    std::string masked() const;   ///< "•••• 5919": for screens of people who need to recognise, not copy
    /// Whether two people can both rightly hold different ones: one person has one NHS number, but several former
    /// UPNs, passports and local numbers.
    bool one_per_person() const;

    bool operator==(const Identifier&) const = default;

private:
    Identifier(IdentifierKind kind, std::string value, std::string issuer, Period period);

    IdentifierKind kind_;
    std::string value_;
    std::string issuer_;
    Period period_;
};

/// The check letter of a UPN's other twelve characters (DfE UPN guide): each character's value times its position
/// (2 to 13), remainder by 23, as a letter of the alphabet without I, O and S. Nothing where they are not a UPN's.
std::optional<char> upn_check_letter(std::string_view last_twelve);
bool is_valid_upn(std::string_view normalised);
bool is_temporary_upn(std::string_view normalised);
bool is_valid_nhs_number(std::string_view normalised);
bool is_valid_unique_learner_number(std::string_view normalised);

/// A school's unique reference number: six digits. It names an organisation, so it is no Identifier of a person.
bool is_valid_school_urn(std::string_view text);
/// Local authority number and establishment number together: seven digits.
bool is_valid_laestab(std::string_view text);

}  // namespace hearken::people
