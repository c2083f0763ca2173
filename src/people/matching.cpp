#include "people/matching.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "people/match_features.hpp"
#include "people/phonetic.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

std::string words_for(Likeness likeness, std::string_view what) {
    switch (likeness) {
        case Likeness::Blank: return fmt::format("{} not recorded on one of them", what);
        case Likeness::Same: return fmt::format("{} the same", what);
        case Likeness::Slip: return fmt::format("{} the same but for a letter or two", what);
        case Likeness::Sound: return fmt::format("{} sounds alike", what);
        case Likeness::Part: return fmt::format("{} the same in part", what);
        case Likeness::Initial: return fmt::format("{} fits an initial", what);
        case Likeness::Faint: return fmt::format("{} faintly alike", what);
        case Likeness::Different: return fmt::format("{} different", what);
    }
    return {};
}

void add_names(const NameComparison& names, Match& match) {
    if (names.given == Likeness::Blank && names.surname == Likeness::Blank) return;
    std::string words = words_for(names.given, "Given name") + "; " + words_for(names.surname, "surname");
    if (names.exchanged) words += "; given name and surname are the other way round on one of them";
    match.reasons.push_back({"name", names.weight, std::move(words)});
}

void add_birth(BirthLikeness birth, Match& match) {
    const auto add = [&](double weight, const char* words) { match.reasons.push_back({"birth", weight, words}); };
    switch (birth) {
        case BirthLikeness::Blank: return;
        case BirthLikeness::Same: return add(8, "Date of birth the same");
        case BirthLikeness::DayMonthSwapped: return add(6, "Date of birth the same with day and month exchanged");
        case BirthLikeness::OneDigit: return add(5, "Date of birth the same but for one digit");
        case BirthLikeness::FewDays: return add(2, "Dates of birth within a month of each other");
        case BirthLikeness::SameDayAndMonth: return add(3, "Birthday the same, year different");
        case BirthLikeness::SameYear: return add(0.5, "Year of birth the same, day different");
        case BirthLikeness::Plausible: return add(2, "Expected or estimated date of birth fits");
        case BirthLikeness::Different: return add(-6, "Dates of birth different");
    }
}

void add_identifiers(IdentifierLikeness identifiers, Match& match) {
    const auto add = [&](double weight, const char* words) { match.reasons.push_back({"identifier", weight, words}); };
    switch (identifiers) {
        case IdentifierLikeness::Blank: return;
        case IdentifierLikeness::Same: return add(15, "A number that belongs to one person is the same");
        case IdentifierLikeness::SameAsFormer: return add(12, "A UPN of one is a former or temporary UPN of the other");
        case IdentifierLikeness::Contradict: return add(-8, "A number that belongs to one person is different");
    }
}

void add_sex(Sex a, Sex b, Match& match) {
    if (a == Sex::NotKnown || b == Sex::NotKnown) return;
    match.reasons.push_back(a == b ? MatchReason{"sex", 0.5, "Sex the same"} : MatchReason{"sex", -3, "Sex different"});
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& text) { return std::find(b.begin(), b.end(), text) != b.end(); });
}

/// People move, so a different address weighs nothing; families share one, so the same weighs less than a name.
void add_address(const MatchSubject& a, const MatchSubject& b, Match& match) {
    if (share(a.postcodes, b.postcodes)) match.reasons.push_back({"address", 3.5, "Postcode the same"});
    else if (share(a.places, b.places)) match.reasons.push_back({"address", 1, "Part of the address the same"});
}

void add_contact(const MatchSubject& a, const MatchSubject& b, Match& match) {
    if (share(a.contact_points, b.contact_points)) {
        match.reasons.push_back({"contact", 5, "E-mail address or telephone number the same"});
        return;
    }
    for (const std::string& x : a.contact_points)
        for (const std::string& y : b.contact_points)
            if (std::min(x.size(), y.size()) >= 12 && slips_between(x, y) <= 2) {
                match.reasons.push_back({"contact", 4, "E-mail address the same but for a letter or two"});
                return;
            }
}

/// What no score can outweigh: these are left to a person. Twins agree in everything but the given name, and a
/// mistyped number agrees with a stranger's.
void add_cautions(const NameComparison& names, BirthLikeness birth, IdentifierLikeness identifiers, Match& match) {
    const auto caution = [&](const char* words) { match.reasons.push_back({"caution", 0, words}); };
    const bool agrees_by_number = identifiers == IdentifierLikeness::Same || identifiers == IdentifierLikeness::SameAsFormer;
    const bool given_unlike = names.given == Likeness::Different || names.given == Likeness::Faint;
    if (given_unlike && birth == BirthLikeness::Same && !agrees_by_number)
        caution("Given names differ and birth dates agree: they may be twins");
    else if (given_unlike && !agrees_by_number)
        caution("Given names differ: they may be brothers or sisters");
    const auto in_part = [](Likeness likeness) { return likeness == Likeness::Blank || likeness == Likeness::Initial; };
    const bool name_in_part = in_part(names.given) || in_part(names.surname);
    if (name_in_part && match.score >= kSameFrom && !agrees_by_number)
        caution("One of the records has only part of a name: it may be of a brother or sister");
    if (identifiers == IdentifierLikeness::Contradict)
        caution("Numbers that belong to one person differ: one may be mistyped, or they are two people");
    if (agrees_by_number && names.given == Likeness::Different && birth == BirthLikeness::Different)
        caution("A number agrees but name and birth date differ: the number may be mistyped");
}

bool needs_a_person(const Match& match) {
    return std::any_of(match.reasons.begin(), match.reasons.end(),
                       [](const MatchReason& reason) { return reason.feature == "caution"; });
}

std::string first_letters(const std::string& text) { return text.substr(0, 3); }

std::vector<int> years_of(const Birth& birth) {
    if (!birth.date) return {};
    const int year = int(birth.date->year());
    if (birth.certainty == Birth::Certainty::Exact) return {year};
    return {year - 1, year, year + 1};
}

}  // namespace

MatchSubject match_subject(const Person& person, std::vector<Identifier> identifiers,
                           const std::vector<Address>& addresses, const std::vector<std::string>& contact_points) {
    MatchSubject subject;
    subject.id = person.id();
    const PersonDetails& details = person.details();
    for (const Name& name : details.names) {
        MatchSubject::ComparedName compared{folded(name.given), folded(name.surname)};
        if (compared.given == "baby") compared.given.clear();  // says only that there was no name yet
        if (std::find(subject.names.begin(), subject.names.end(), compared) == subject.names.end())
            subject.names.push_back(std::move(compared));
    }
    subject.birth = details.birth;
    subject.sex = details.sex;
    subject.identifiers = std::move(identifiers);
    for (const Address& address : addresses) {
        const AddressText* text = address.open_text();
        if (!text) continue;
        if (!text->postcode.empty()) subject.postcodes.push_back(text->postcode);
        for (const std::string& line : text->lines) subject.places.push_back(folded(line));
    }
    for (const std::string& point : contact_points)
        if (std::string plain = folded(point); !plain.empty()) subject.contact_points.push_back(std::move(plain));
    return subject;
}

std::vector<std::string> match_keys(const MatchSubject& subject) {
    std::set<std::string> keys;
    for (const auto& name : subject.names) {
        std::set<std::string> sounds;
        for (const std::string& part : {name.given, name.surname}) {
            for (const std::string& word : folded_words(part))
                if (std::string sound = sound_of(word); sound.size() > 1) sounds.insert(std::move(sound));
            if (!part.empty())
                for (const std::string& postcode : subject.postcodes)
                    keys.insert(fmt::format("a:{}:{}", first_letters(part), postcode));
        }
        for (const std::string& sound : sounds) {
            for (const int year : years_of(subject.birth)) keys.insert(fmt::format("s:{}:{}", sound, year));
            // In pairs, in alphabetical order, so that exchanged names and wrong birth years still meet.
            for (const std::string& other : sounds)
                if (sound < other) keys.insert(fmt::format("p:{}:{}", sound, other));
        }
    }
    if (const auto born = subject.birth.born()) {
        const unsigned d = unsigned(born->day());
        const unsigned m = unsigned(born->month());
        keys.insert(fmt::format("d:{}:{}:{}", int(born->year()), std::min(d, m), std::max(d, m)));
    }
    for (const Identifier& identifier : subject.identifiers) {
        const bool upn = identifier.kind() == IdentifierKind::FormerUpn || identifier.kind() == IdentifierKind::TemporaryUpn;
        keys.insert(fmt::format("i:{}:{}:{}", code_of(upn ? IdentifierKind::Upn : identifier.kind()), identifier.issuer(),
                                identifier.value()));
    }
    for (const std::string& point : subject.contact_points) keys.insert("c:" + point);
    return {keys.begin(), keys.end()};
}

std::string_view code_of(MatchVerdict verdict) {
    return verdict == MatchVerdict::Same ? "same" : verdict == MatchVerdict::Possible ? "possible" : "different";
}

Match compare(const MatchSubject& a, const MatchSubject& b) {
    Match match;
    match.candidate = b.id;
    const NameComparison names = compare_names(a, b);
    const BirthLikeness birth = compare_births(a.birth, b.birth);
    const IdentifierLikeness identifiers = compare_identifiers(a.identifiers, b.identifiers);
    add_names(names, match);
    add_birth(birth, match);
    add_identifiers(identifiers, match);
    add_sex(a.sex, b.sex, match);
    add_address(a, b, match);
    add_contact(a, b, match);
    for (const MatchReason& reason : match.reasons) match.score += reason.weight;
    add_cautions(names, birth, identifiers, match);
    if (match.score >= kSameFrom && !needs_a_person(match)) match.verdict = MatchVerdict::Same;
    else if (match.score >= kPossibleFrom) match.verdict = MatchVerdict::Possible;
    return match;
}

std::vector<std::string> explain(const Match& match) {
    std::vector<std::string> sentences;
    switch (match.verdict) {
        case MatchVerdict::Same: sentences.push_back("These look like records of the same person."); break;
        case MatchVerdict::Possible: sentences.push_back("These may be records of the same person. Please check."); break;
        case MatchVerdict::Different: sentences.push_back("These look like records of different people."); break;
    }
    for (const MatchReason& reason : match.reasons) sentences.push_back(reason.words + ".");
    return sentences;
}

std::vector<Match> find_matches(const MatchSubject& subject, const std::vector<MatchSubject>& candidates,
                                const NotTheSame& not_the_same) {
    std::vector<Match> matches;
    for (const MatchSubject& candidate : candidates) {
        if (candidate.id == subject.id || not_the_same.contains(subject.id, candidate.id)) continue;
        Match match = compare(subject, candidate);
        if (match.verdict != MatchVerdict::Different) matches.push_back(std::move(match));
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        if (a.verdict != b.verdict) return a.verdict < b.verdict;
        return a.score > b.score;
    });
    return matches;
}

}  // namespace hearken::people
