#include "people/registration.hpp"

#include <algorithm>
#include <array>

#include "people/checks.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

struct YearGroup {
    std::string_view code;
    std::string_view label;
};

constexpr std::array<YearGroup, 7> kNamedYears = {{{"E1", "Early years, first year"},
                                                   {"E2", "Early years, second year"},
                                                   {"N1", "Nursery, first year"},
                                                   {"N2", "Nursery, second year"},
                                                   {"R", "Reception"},
                                                   {"M", "Mixed years"},
                                                   {"X", "Year group does not apply"}}};

/// 1 to 14 from "7", "07"; 0 for anything else.
int numbered_year(std::string_view text) {
    if (text.empty() || text.size() > 2) return 0;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value <= 14 ? value : 0;
}

}  // namespace

std::string_view code_of(RegistrationKind kind) { return kind == RegistrationKind::OnRoll ? "on-roll" : "known-to"; }

Result<Registration> checked(Registration registration) {
    registration.form = tidy(registration.form);
    registration.local_id = tidy(registration.local_id);
    Checks checks;
    if (registration.person.empty()) checks.wrong("required", "Choose the person.", "person");
    if (registration.organisation.empty()) checks.wrong("required", "Choose the organisation.", "organisation");
    if (!registration.year_group.empty() && year_group_label(registration.year_group).empty())
        checks.wrong("unknown-code", "Choose the year group from the list.", "year_group");
    checks.plain_text(registration.form, "The class", 50, "form");
    checks.plain_text(registration.local_id, "The local number", 50, "local_id");
    if (!registration.period.ok())
        checks.wrong("period", "The leaving date must not be before the starting date. Check both.", "until");
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return registration;
}

std::optional<std::string> year_group_from_text(std::string_view text) {
    std::string word;
    for (const std::string& part : folded_words(text)) word += part;
    for (const std::string_view prefix : {"yeargroup", "ncyear", "year", "yr", "y"}) {
        if (word.size() > prefix.size() && word.starts_with(prefix)) {
            word = word.substr(prefix.size());
            break;
        }
    }
    if (const int year = numbered_year(word)) return std::to_string(year);
    if (word == "reception" || word == "rec" || word == "yr" || word == "0") return "R";
    if (word == "nursery" || word == "nursery2") return "N2";
    if (word == "nursery1") return "N1";
    for (const YearGroup& year : kNamedYears)
        if (folded(year.code) == word) return std::string(year.code);
    return std::nullopt;
}

std::string year_group_label(std::string_view code) {
    for (const YearGroup& year : kNamedYears)
        if (year.code == code) return std::string(year.label);
    const int year = numbered_year(code);
    return year > 0 && code[0] != '0' ? "Year " + std::to_string(year) : std::string();
}

std::vector<Registration> registrations_of(const PersonId& person, Date day, const std::vector<Registration>& all) {
    std::vector<Registration> out;
    for (const Registration& registration : all)
        if (registration.person == person && registration.period.covers(day)) out.push_back(registration);
    std::stable_sort(out.begin(), out.end(), [](const Registration& a, const Registration& b) {
        return a.kind == RegistrationKind::OnRoll && b.kind == RegistrationKind::KnownTo;
    });
    return out;
}

}  // namespace hearken::people
