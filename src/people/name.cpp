#include "people/name.hpp"

#include <utility>

#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr size_t kMostCharacters = 100;

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

}  // namespace

std::string_view code_of(NameType type) {
    switch (type) {
        case NameType::Current: return "current";
        case NameType::Birth: return "birth";
        case NameType::KnownAs: return "known-as";
        case NameType::Alias: return "alias";
        case NameType::Previous: return "previous";
    }
    return {};
}

std::string_view label_of(NameType type) {
    switch (type) {
        case NameType::Current: return "Current name";
        case NameType::Birth: return "Name at birth";
        case NameType::KnownAs: return "Known as";
        case NameType::Alias: return "Alias";
        case NameType::Previous: return "Previous name";
    }
    return {};
}

std::string Name::full() const {
    return surname_first ? joined({surname, given, middle}) : joined({given, middle, surname});
}

std::string Name::for_list() const {
    const std::string others = joined({given, middle});
    if (surname.empty()) return others;
    return others.empty() ? upper_case(surname) : upper_case(surname) + ", " + others;
}

Name swapped(Name name) {
    std::swap(name.given, name.surname);
    return name;
}

Name tidied(Name name) {
    name.given = tidy(name.given);
    name.middle = tidy(name.middle);
    name.surname = tidy(name.surname);
    return name;
}

void check_name(const Name& name, const std::string& prefix, bool given_may_be_blank, Checks& checks) {
    checks.plain_text(name.given, "The given name", kMostCharacters, prefix + ".given");
    checks.plain_text(name.middle, "The middle name", kMostCharacters, prefix + ".middle");
    checks.plain_text(name.surname, "The surname", kMostCharacters, prefix + ".surname");
    const bool nothing_to_read = folded(name.given).empty() && folded(name.surname).empty();
    if (nothing_to_read && !given_may_be_blank)
        checks.wrong("required",
                     "Enter a given name or a surname. If neither is known, write what is known, such as 'Unknown boy'.",
                     prefix + ".given");
    if (!name.period.ok())
        checks.wrong("period", "The name must not end before it starts. Check both dates.", prefix + ".until");
}

}  // namespace hearken::people
