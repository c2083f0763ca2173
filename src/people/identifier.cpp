#include "people/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "people/checks.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

struct KindRow {
    IdentifierKind kind;
    std::string_view code;
    std::string_view label;
};

constexpr std::array<KindRow, 12> kKinds = {{
    {IdentifierKind::Upn, "upn", "UPN"},
    {IdentifierKind::FormerUpn, "former-upn", "Former UPN"},
    {IdentifierKind::TemporaryUpn, "temporary-upn", "Temporary UPN"},
    {IdentifierKind::NhsNumber, "nhs-number", "NHS number"},
    {IdentifierKind::UniqueLearnerNumber, "uln", "Unique learner number"},
    {IdentifierKind::LaChildId, "la-child-id", "Local authority child ID"},
    {IdentifierKind::LocalSchoolId, "local-school-id", "School's own pupil number"},
    {IdentifierKind::Passport, "passport", "Passport number"},
    {IdentifierKind::HomeOfficeReference, "home-office-reference", "Home Office reference"},
    {IdentifierKind::NationalInsurance, "national-insurance", "National Insurance number"},
    {IdentifierKind::DrivingLicence, "driving-licence", "Driving licence number"},
    {IdentifierKind::Other, "other", "Other number"},
}};

const KindRow& row_of(IdentifierKind kind) { return kKinds[static_cast<size_t>(kind)]; }

constexpr std::string_view kUpnAlphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// The sum of the first nine digits times 10 down to 2, which NHS and learner numbers share.
int weighted_sum(std::string_view digits) {
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (digits[static_cast<size_t>(i)] - '0') * (10 - i);
    return sum;
}

bool looks_like_national_insurance(std::string_view v) {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return v.size() == 9 && letter(v[0]) && letter(v[1]) && all_digits(v.substr(2, 6)) && v[8] >= 'A' && v[8] <= 'D';
}

void check_value(IdentifierKind kind, const std::string& value, Checks& checks) {
    switch (kind) {
        case IdentifierKind::Upn:
        case IdentifierKind::TemporaryUpn:
        case IdentifierKind::FormerUpn: {
            if (value.size() != 13) {
                checks.wrong("length", "A UPN has 13 characters: a letter, eleven digits, then a digit or a letter.",
                             "value");
                break;
            }
            const auto letter = upn_check_letter(std::string_view(value).substr(1));
            if (!letter)
                checks.wrong("format",
                             "A UPN is a letter, eleven digits, then a digit or a letter other than I, O and S. Check "
                             "for a letter O in place of a nought.",
                             "value");
            else if (*letter != value[0])
                checks.wrong("check-letter",
                             "The first letter of this UPN does not fit the rest, so a character is wrong. Copy it "
                             "again from the school's system.",
                             "value");
            else if (kind == IdentifierKind::TemporaryUpn && is_digit(value[12]))
                checks.wrong("not-temporary", "A temporary UPN ends in a letter. Record this one as the UPN.", "value");
            break;
        }
        case IdentifierKind::NhsNumber:
            if (value.size() != 10 || !all_digits(value))
                checks.wrong("format", "An NHS number has 10 digits.", "value");
            else if (!is_valid_nhs_number(value))
                checks.wrong("check-digit",
                             "This NHS number's last digit does not fit the rest, so a digit is wrong. Check it again.",
                             "value");
            break;
        case IdentifierKind::UniqueLearnerNumber:
            if (!is_valid_unique_learner_number(value))
                checks.wrong("format", "A unique learner number has 10 digits and its last must fit the rest. Check it.",
                             "value");
            break;
        case IdentifierKind::LaChildId:
            if (value.size() > 20)
                checks.wrong("length", "A local authority child ID has at most 20 letters and digits.", "value");
            break;
        case IdentifierKind::NationalInsurance:
            if (!looks_like_national_insurance(value))
                checks.wrong("format", "A National Insurance number is two letters, six digits and a letter A to D.",
                             "value");
            break;
        case IdentifierKind::LocalSchoolId:
        case IdentifierKind::Passport:
        case IdentifierKind::HomeOfficeReference:
        case IdentifierKind::DrivingLicence:
        case IdentifierKind::Other: checks.plain_text(value, "The number", 50, "value");
    }
}

bool keeps_punctuation(IdentifierKind kind) {
    return kind == IdentifierKind::LocalSchoolId || kind == IdentifierKind::HomeOfficeReference ||
           kind == IdentifierKind::Other;
}

}  // namespace

std::string_view code_of(IdentifierKind kind) { return row_of(kind).code; }
std::string_view label_of(IdentifierKind kind) { return row_of(kind).label; }

std::optional<IdentifierKind> identifier_kind_from_code(std::string_view code) {
    for (const KindRow& row : kKinds)
        if (row.code == code) return row.kind;
    return std::nullopt;
}

Identifier::Identifier(IdentifierKind kind, std::string value, std::string issuer, Period period)
    : kind_(kind), value_(std::move(value)), issuer_(std::move(issuer)), period_(period) {}

Result<Identifier> Identifier::make(IdentifierKind kind, std::string_view text, std::string issuer, Period period) {
    Checks checks;
    checks.plain_text(tidy(text), "The number", 100, "value");
    std::string value = keeps_punctuation(kind) ? upper_case(tidy(text)) : letters_and_digits(text);
    if (checks.passed() && value.empty())
        checks.wrong("required", fmt::format("Enter the {}.", label_of(kind)), "value");
    else if (checks.passed())
        check_value(kind, value, checks);
    if (!period.ok()) checks.wrong("period", "The number must not end before it starts. Check both dates.", "until");
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    if (kind == IdentifierKind::Upn && is_temporary_upn(value)) kind = IdentifierKind::TemporaryUpn;
    return Identifier(kind, std::move(value), std::move(issuer), period);
}

Identifier Identifier::restored(IdentifierKind kind, std::string value, std::string issuer, Period period) {
    return Identifier(kind, std::move(value), std::move(issuer), period);
}

std::string Identifier::display() const {
    if (kind_ == IdentifierKind::NhsNumber && value_.size() == 10)
        return fmt::format("{} {} {}", value_.substr(0, 3), value_.substr(3, 3), value_.substr(6));
    return value_;
}

std::string Identifier::masked() const {
    // A short number would be given away by its last four characters.
    const size_t shown = value_.size() >= 8 ? 4 : 0;
    return shown == 0 ? "••••" : "•••• " + value_.substr(value_.size() - shown);
}

bool Identifier::one_per_person() const {
    return kind_ == IdentifierKind::Upn || kind_ == IdentifierKind::NhsNumber ||
           kind_ == IdentifierKind::UniqueLearnerNumber || kind_ == IdentifierKind::NationalInsurance;
}

std::optional<char> upn_check_letter(std::string_view last_twelve) {
    if (last_twelve.size() != 12) return std::nullopt;
    size_t sum = 0;
    for (size_t i = 0; i < 12; ++i) {
        const char c = last_twelve[i];
        size_t value = 0;
        if (is_digit(c)) {
            value = static_cast<size_t>(c - '0');
        } else {
            value = kUpnAlphabet.find(c);
            if (i != 11 || value == std::string_view::npos) return std::nullopt;
        }
        sum += value * (i + 2);
    }
    return kUpnAlphabet[sum % kUpnAlphabet.size()];
}

bool is_valid_upn(std::string_view v) { return v.size() == 13 && upn_check_letter(v.substr(1)) == v[0]; }
bool is_temporary_upn(std::string_view v) { return is_valid_upn(v) && !is_digit(v[12]); }

bool is_valid_nhs_number(std::string_view v) {
    if (v.size() != 10 || !all_digits(v)) return false;
    const int check = 11 - weighted_sum(v) % 11;
    return check != 10 && check % 11 == v[9] - '0';
}

bool is_valid_unique_learner_number(std::string_view v) {
    if (v.size() != 10 || !all_digits(v)) return false;
    const int remainder = weighted_sum(v) % 11;
    return remainder != 0 && 10 - remainder == v[9] - '0';
}

bool is_valid_school_urn(std::string_view text) { return text.size() == 6 && all_digits(text); }
bool is_valid_laestab(std::string_view text) { return text.size() == 7 && all_digits(text); }

}  // namespace hearken::people
