#include "sharing/protected_facts.hpp"

#include <algorithm>
#include <cctype>

#include "people/text.hpp"

namespace hearken::sharing {

namespace {

constexpr size_t kShortestTelephone = 9;  // digits
constexpr size_t kMostWordsOfAName = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_between_digits(char c) { return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' || c == '+'; }

std::vector<std::string> telephones_in(std::string_view text) {
    std::vector<std::string> found;
    std::string digits;
    for (size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) digits += text[i];
        else if (i == text.size() || !is_between_digits(text[i])) {
            if (digits.size() >= kShortestTelephone) found.push_back(digits);
            digits.clear();
        }
    }
    return found;
}

bool may_stand_in_an_email(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-' || c == '+'; }

std::vector<std::string> emails_in(std::string_view text) {
    std::vector<std::string> found;
    for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        size_t from = at, until = at + 1;
        while (from > 0 && may_stand_in_an_email(text[from - 1])) --from;
        while (until < text.size() && may_stand_in_an_email(text[until])) ++until;
        while (until > at + 1 && text[until - 1] == '.') --until;
        if (from < at && until > at + 1) found.emplace_back(text.substr(from, until - from));
    }
    return found;
}

/// The words before the first comma, bracket, digit or line end, where they are few enough to be a name.
std::string name_in(std::string_view text) {
    const size_t end = text.find_first_of(",;(\n\r0123456789@:");
    std::string name = people::tidy(text.substr(0, end));
    // What stands right before an "@" is not a name.
    if (end != std::string_view::npos && text[end] == '@') return {};
    return people::folded_words(name).size() <= kMostWordsOfAName ? name : std::string{};
}

}  // namespace

ProtectedPlace ProtectedPlaces::of(const people::Address& address) {
    const auto& words = address.text(people::MaySeeProtectedAddress(address.id()));
    return {words.lines, words.postcode};
}

ProtectedPerson person_in(std::string_view typed, bool names_a_person) {
    return {names_a_person ? name_in(typed) : std::string{}, telephones_in(typed), emails_in(typed)};
}

}  // namespace hearken::sharing
