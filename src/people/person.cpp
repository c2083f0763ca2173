#include "people/person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "people/checks.hpp"
#include "people/text.hpp"

namespace hearken::people {

using namespace std::chrono;

namespace {

constexpr int kOldestYears = 130;
constexpr int kPregnancyDays = 280;  // due date less 280 days is where weeks of pregnancy are counted from
constexpr int kMostDaysToDueDate = 300;
constexpr size_t kShortText = 100;
constexpr size_t kNote = 2000;

std::string counted(int number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
}

std::string age_in_words(Date born, Date today) {
    const int months = age_in_months(born, today);
    if (months < 1) return counted(days_between(born, today), "day");
    if (months < 24) return counted(months, "month");
    return counted(months / 12, "year");
}

PersonDetails tidied(PersonDetails details) {
    for (Name& name : details.names) name = tidied(std::move(name));
    for (std::string* text : {&details.gender, &details.first_language, &details.religion}) *text = tidy(*text);
    std::sort(details.disabilities.begin(), details.disabilities.end());
    details.disabilities.erase(std::unique(details.disabilities.begin(), details.disabilities.end()),
                               details.disabilities.end());
    return details;
}

void check_names(const PersonDetails& details, Checks& checks) {
    const bool unborn = details.kind == PersonKind::Unborn;
    int current = 0;
    for (size_t i = 0; i < details.names.size(); ++i) {
        check_name(details.names[i], fmt::format("names.{}", i), unborn, checks);
        current += details.names[i].type == NameType::Current;
    }
    if (current == 0 && !unborn) checks.wrong("required", "Enter the person's name.", "names");
    if (current > 1)
        checks.wrong("one-current-name", "A person has one current name. Mark the others as previous, alias or known as.",
                     "names");
}

void check_unborn(const PersonDetails& details, Date today, Checks& checks) {
    if (details.birth.certainty != Birth::Certainty::Expected)
        checks.wrong("unborn-born",
                     "An unborn child has an expected date of birth, not a date of birth. If the child has been born, "
                     "record the birth.",
                     "birth");
    else if (details.birth.date && details.birth.date->ok() && days_between(today, *details.birth.date) > kMostDaysToDueDate)
        checks.wrong("due-too-late", "The expected date of birth is more than ten months away. Check the year.", "birth");
    if (details.died)
        checks.wrong("unborn-died", "A loss in pregnancy is recorded in the case, not as a date of death.", "died");
}

void check_born(const PersonDetails& details, Date today, Checks& checks) {
    using enum Birth::Certainty;
    const Birth& birth = details.birth;
    if (birth.certainty == Expected) {
        checks.wrong("expected-but-born", "Only an unborn child has an expected date of birth. Enter the date of birth.",
                     "birth");
        return;
    }
    if ((birth.certainty == Unknown) == birth.date.has_value()) {
        checks.wrong("required", "Enter a date of birth, exact or estimated, or say that it is not known.", "birth");
        return;
    }
    if (!birth.date || !birth.date->ok()) return;
    if (*birth.date > today)
        checks.wrong("future",
                     "The date of birth must not be in the future. For a child not yet born, choose 'unborn' and enter "
                     "the expected date.",
                     "birth");
    else if (age_in_years(*birth.date, details.died.value_or(today)) > kOldestYears)
        checks.wrong("too-old",
                     fmt::format("The date of birth would make this person over {}. Check the year.", kOldestYears),
                     "birth");
    else if (details.kind == PersonKind::Adult && age_in_years(*birth.date, details.died.value_or(today)) < 18)
        checks.wrong("adult-under-18", "This date of birth makes the person a child. Record them as a child.", "kind");
    if (details.died && details.died->ok() && *details.died < *birth.date)
        checks.wrong("died-before-birth", "The date of death must not be before the date of birth.", "died");
}

void check_codes_and_text(const PersonDetails& details, Checks& checks) {
    checks.plain_text(details.gender, "The gender", kShortText, "gender");
    checks.plain_text(details.first_language, "The first language", kShortText, "first_language");
    checks.plain_text(details.religion, "The religion", kShortText, "religion");
    checks.lines_of_text(details.communication_needs, "The communication needs", kNote, "communication_needs");
    checks.lines_of_text(details.disability_note, "The note on disability", kNote, "disability_note");
    if (!details.ethnicity.empty() && label_of(ethnicities(), details.ethnicity).empty())
        checks.wrong("unknown-code", "Choose an ethnic category from the list.", "ethnicity");
    bool none = false;
    for (const std::string& code : details.disabilities) {
        none = none || code == "NONE";
        if (label_of(disabilities(), code).empty())
            checks.wrong("unknown-code", "Choose each disability from the list.", "disabilities");
    }
    if (none && details.disabilities.size() > 1)
        checks.wrong("none-and-some", "Choose either 'No disability' or the disabilities that apply, not both.",
                     "disabilities");
    if (details.birth_order && (*details.birth_order < 1 || *details.birth_order > 9))
        checks.wrong("birth-order", "The order of birth must be a number from 1 to 9.", "birth_order");
}

Checks check(const PersonDetails& details, Date today) {
    Checks checks;
    check_names(details, checks);
    if (details.birth.date && !details.birth.date->ok())
        checks.wrong("no-such-date", "This date does not exist. Check the day and the month.", "birth");
    if (details.died && !details.died->ok())
        checks.wrong("no-such-date", "This date does not exist. Check the day and the month.", "died");
    else if (details.died && *details.died > today)
        checks.wrong("future", "The date of death must not be in the future.", "died");
    if (details.kind == PersonKind::Unborn) check_unborn(details, today, checks);
    else check_born(details, today, checks);
    check_codes_and_text(details, checks);
    return checks;
}

std::string ordinal_born(int order) {
    static constexpr std::array<const char*, 9> kOrdinals = {"first", "second",  "third",  "fourth", "fifth",
                                                             "sixth", "seventh", "eighth", "ninth"};
    return fmt::format(" ({}-born)", kOrdinals[static_cast<size_t>(order - 1)]);
}

}  // namespace

std::string_view code_of(PersonKind kind) {
    return kind == PersonKind::Child ? "child" : kind == PersonKind::Adult ? "adult" : "unborn";
}

std::string_view code_of(Birth::Certainty certainty) {
    switch (certainty) {
        case Birth::Certainty::Exact: return "exact";
        case Birth::Certainty::Estimated: return "estimated";
        case Birth::Certainty::Unknown: return "unknown";
        case Birth::Certainty::Expected: return "expected";
    }
    return {};
}

std::optional<Date> Birth::born() const {
    return certainty == Certainty::Exact || certainty == Certainty::Estimated ? date : std::nullopt;
}

Person::Person(PersonId id, int revision, PersonDetails details)
    : id_(std::move(id)), revision_(revision), details_(std::move(details)) {}

Result<Person> Person::make(PersonId id, PersonDetails details, Date today) {
    details = tidied(std::move(details));
    Checks checks = check(details, today);
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return Person(std::move(id), 1, std::move(details));
}

Person Person::restored(PersonId id, int revision, PersonDetails details) {
    return Person(std::move(id), revision, std::move(details));
}

Result<Person> Person::revised(PersonDetails details, Date today) const {
    auto next = make(id_, std::move(details), today);
    if (next) next->revision_ = revision_ + 1;
    return next;
}

Result<Person> Person::born(Date date, Name name, Sex sex, Date today) const {
    if (details_.kind != PersonKind::Unborn)
        return refuse(RefusalCode::Conflict, "already-born", "This child's birth is already recorded.", "birth");
    PersonDetails details = details_;
    Name before = current_name();
    before.type = NameType::Previous;
    before.period.until = date;
    std::erase_if(details.names, [](const Name& n) { return n.type == NameType::Current; });
    name.type = NameType::Current;
    details.names.insert(details.names.begin(), std::move(name));
    details.names.push_back(std::move(before));
    details.kind = PersonKind::Child;
    details.birth = Birth::exact(date);
    details.sex = sex;
    return revised(std::move(details), today);
}

Name Person::current_name() const {
    Name name;
    for (const Name& candidate : details_.names)
        if (candidate.type == NameType::Current) name = candidate;
    if (details_.kind == PersonKind::Unborn && name.given.empty()) name.given = "Baby";
    return name;
}

std::optional<Name> Person::known_as() const {
    for (const Name& name : details_.names)
        if (name.type == NameType::KnownAs) return name;
    return std::nullopt;
}

std::string Person::display_name() const {
    std::string name = current_name().full();
    if (details_.kind == PersonKind::Unborn && details_.birth_order) name += ordinal_born(*details_.birth_order);
    return name;
}

std::string Person::name_for_list() const {
    std::string name = current_name().for_list();
    if (details_.kind == PersonKind::Unborn && details_.birth_order) name += ordinal_born(*details_.birth_order);
    return name;
}

std::string Person::age_text(Date today) const {
    const Birth& birth = details_.birth;
    if (birth.certainty == Birth::Certainty::Expected) {
        if (!birth.date) return "unborn, due date not known";
        const int days_left = days_between(today, *birth.date);
        if (days_left < 0) return "was due " + in_words(*birth.date);
        const int weeks = (kPregnancyDays - days_left) / 7;
        if (days_left > kPregnancyDays) return "due " + in_words(*birth.date);
        return fmt::format("due {} ({})", in_words(*birth.date), counted(weeks, "week"));
    }
    const std::string about = birth.certainty == Birth::Certainty::Estimated ? "about " : "";
    if (details_.died) {
        const std::string when = "died " + in_words(*details_.died);
        return birth.date ? fmt::format("{}, aged {}{}", when, about, age_in_words(*birth.date, *details_.died)) : when;
    }
    if (!birth.date) return "age not known";
    if (*birth.date > today) return "not born by " + in_words(today);
    return about + age_in_words(*birth.date, today);
}

std::optional<int> Person::age(Date today) const {
    const auto born = details_.birth.born();
    if (!born || details_.died || *born > today) return std::nullopt;
    return age_in_years(*born, today);
}

bool Person::is_under_18(Date today) const {
    if (details_.kind == PersonKind::Unborn) return true;
    const auto born = details_.birth.born();
    if (!born) return details_.kind == PersonKind::Child;
    return age_in_years(*born, details_.died.value_or(today)) < 18;
}

}  // namespace hearken::people
