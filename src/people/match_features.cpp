#include "people/match_features.hpp"

#include <algorithm>
#include <cstdlib>

#include "people/phonetic.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

bool share_a_word(const std::string& a, const std::string& b) {
    const auto words_a = folded_words(a);
    const auto words_b = folded_words(b);
    if (words_a.size() < 2 && words_b.size() < 2) return false;
    return std::any_of(words_a.begin(), words_a.end(), [&](const std::string& word) {
        return word.size() > 2 && std::find(words_b.begin(), words_b.end(), word) != words_b.end();
    });
}

double given_weight(Likeness likeness) {
    switch (likeness) {
        case Likeness::Blank: return 0;
        case Likeness::Same: return 4.5;
        case Likeness::Slip: return 3.5;
        case Likeness::Sound: return 3;
        case Likeness::Part: return 3;
        case Likeness::Initial: return 1;
        case Likeness::Faint: return 0;
        case Likeness::Different: return -5;
    }
    return 0;
}

double surname_weight(Likeness likeness) {
    switch (likeness) {
        case Likeness::Blank: return 0;
        case Likeness::Same: return 5;
        case Likeness::Slip: return 4;
        case Likeness::Sound: return 3.5;
        case Likeness::Part: return 3.5;
        case Likeness::Initial: return 1;
        case Likeness::Faint: return 0;
        case Likeness::Different: return -3;  // surnames change: marriage, adoption, a new partner of a parent
    }
    return 0;
}

NameComparison compare_in_order(const MatchSubject::ComparedName& a, const MatchSubject::ComparedName& b) {
    NameComparison out{compare_words(a.given, b.given), compare_words(a.surname, b.surname), false, 0};
    out.weight = given_weight(out.given) + surname_weight(out.surname);
    return out;
}

int digits_apart(const std::string& a, const std::string& b) {
    int apart = 0;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) apart += a[i] != b[i];
    return apart;
}

/// A child expected on one day was plausibly born from fifteen weeks before it to three weeks after.
bool plausible_birth(Date expected, Date born) {
    const int late = days_between(expected, born);
    return late >= -105 && late <= 21;
}

/// UPNs of all kinds are compared with one another.
IdentifierKind family_of(IdentifierKind kind) {
    return kind == IdentifierKind::FormerUpn || kind == IdentifierKind::TemporaryUpn ? IdentifierKind::Upn : kind;
}

}  // namespace

Likeness compare_words(const std::string& a_text, const std::string& b_text) {
    const std::string a = without_spaces(a_text);
    const std::string b = without_spaces(b_text);
    if (a.empty() || b.empty()) return Likeness::Blank;
    if (a == b) return Likeness::Same;
    if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? Likeness::Initial : Likeness::Different;
    const double alike = likeness(a, b);
    const size_t shorter = std::min(a.size(), b.size());
    const int slips = slips_between(a, b);
    if (shorter >= 4 && (slips == 1 || (slips == 2 && shorter >= 6 && alike >= 0.88))) return Likeness::Slip;
    if (share_a_word(a_text, b_text)) return Likeness::Part;
    const std::string sound_a = sound_of(a);
    const std::string sound_b = sound_of(b);
    if (alike >= 0.75 && !sound_a.empty() && sound_a == sound_b) return Likeness::Sound;
    const bool few_slips = shorter >= 4 && slips * 2 <= static_cast<int>(shorter);
    const bool faint = few_slips || alike >= 0.80 || (shorter >= 4 && likeness(sound_a, sound_b) >= 0.88);
    return faint ? Likeness::Faint : Likeness::Different;
}

NameComparison compare_names(const MatchSubject& a, const MatchSubject& b) {
    NameComparison best;
    bool any = false;
    const auto consider = [&](NameComparison candidate) {
        if (!any || candidate.weight > best.weight) best = candidate;
        any = true;
    };
    for (const auto& name_a : a.names) {
        for (const auto& name_b : b.names) {
            consider(compare_in_order(name_a, name_b));
            NameComparison other_way = compare_in_order(name_a, {name_b.surname, name_b.given});
            other_way.exchanged = true;
            other_way.weight -= 0.5;
            // Two different names that happen to disagree less when exchanged say nothing about an exchange.
            if (other_way.weight > 0) consider(other_way);
        }
    }
    return best;
}

BirthLikeness compare_births(const Birth& a, const Birth& b) {
    if (!a.date || !b.date) return BirthLikeness::Blank;
    if (*a.date == *b.date) return BirthLikeness::Same;
    const bool a_expected = a.certainty == Birth::Certainty::Expected;
    const bool b_expected = b.certainty == Birth::Certainty::Expected;
    if (a_expected && b_expected)
        return std::abs(days_between(*a.date, *b.date)) <= 28 ? BirthLikeness::Plausible : BirthLikeness::Different;
    if (a_expected || b_expected) {
        const bool plausible = a_expected ? plausible_birth(*a.date, *b.date) : plausible_birth(*b.date, *a.date);
        return plausible ? BirthLikeness::Plausible : BirthLikeness::Different;
    }
    const bool estimated = a.certainty == Birth::Certainty::Estimated || b.certainty == Birth::Certainty::Estimated;
    const int days = std::abs(days_between(*a.date, *b.date));
    if (estimated) return days <= 550 ? BirthLikeness::Plausible : BirthLikeness::Different;
    const bool same_year = a.date->year() == b.date->year();
    if (same_year && unsigned(a.date->day()) == unsigned(b.date->month()) &&
        unsigned(a.date->month()) == unsigned(b.date->day()))
        return BirthLikeness::DayMonthSwapped;
    if (digits_apart(to_iso(*a.date), to_iso(*b.date)) == 1) return BirthLikeness::OneDigit;
    if (days <= 31) return BirthLikeness::FewDays;
    if (a.date->day() == b.date->day() && a.date->month() == b.date->month()) return BirthLikeness::SameDayAndMonth;
    return same_year ? BirthLikeness::SameYear : BirthLikeness::Different;
}

IdentifierLikeness compare_identifiers(const std::vector<Identifier>& all_a, const std::vector<Identifier>& all_b) {
    bool former = false;
    bool contradict = false;
    for (const Identifier& a : all_a) {
        for (const Identifier& b : all_b) {
            if (family_of(a.kind()) != family_of(b.kind()) || a.issuer() != b.issuer()) continue;
            const bool same_kind = a.kind() == b.kind();
            if (a.value() == b.value() && same_kind) return IdentifierLikeness::Same;
            if (a.value() == b.value()) former = true;
            else if (same_kind && a.one_per_person()) contradict = true;
        }
    }
    if (former) return IdentifierLikeness::SameAsFormer;
    return contradict ? IdentifierLikeness::Contradict : IdentifierLikeness::Blank;
}

}  // namespace hearken::people
