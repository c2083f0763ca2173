#include "sharing/protected_content.hpp"

#include <algorithm>
#include <array>

#include "people/postcode.hpp"
#include "people/text.hpp"
#include "sharing/compact_text.hpp"

namespace hearken::sharing {

namespace {

constexpr size_t kShortestPlace = 5;    // letters and digits: shorter ones are in every text
constexpr size_t kShortestName = 4;
constexpr std::array<std::string_view, 12> kTitles = {"mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "lady", "lord", "prof", "aunty"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(const std::string& word) { return std::any_of(word.begin(), word.end(), is_digit); }
bool starts_with_digit(const std::string& word) { return !word.empty() && is_digit(word.front()); }

std::string joined(const std::vector<std::string>& words, size_t from, size_t until) {
    std::string all;
    for (size_t i = from; i < until; ++i) all += words[i];
    return all;
}

/// The parts of a line as somebody typed it: "14 Larch Road, Larkfield" is two.
std::vector<std::string> parts_of(const std::string& line) {
    std::vector<std::string> parts;
    for (size_t from = 0; from <= line.size();) {
        const size_t comma = std::min(line.find(',', from), line.size());
        parts.push_back(line.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

std::vector<std::string> key_words(const std::string& text) {
    std::vector<std::string> words;
    for (auto& word : words_in(text))
        if (!is_filler(word.letters)) words.push_back(std::move(word.letters));
    return words;
}

/// "0044 (0)1632", "+44 1632" and "01632" are one number: its digits without the leading 0.
std::string national(std::string digits) {
    if (digits.starts_with("0044")) digits.erase(0, 4);
    else if (digits.starts_with("44") && digits.size() > 11) digits.erase(0, 2);
    while (digits.starts_with("0")) digits.erase(0, 1);
    return digits;
}

bool is_between_digits(char c) { return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' || c == '+' || c == '\n' || c == '\t'; }

/// A run of digits with nothing but the usual marks between them (also a no-break space or a dash of UTF-8).
struct DigitRun {
    std::string digits;
    std::vector<size_t> at;  ///< the byte of each
};

std::vector<DigitRun> digit_runs(std::string_view text) {
    std::vector<DigitRun> runs;
    DigitRun run;
    const auto finish = [&] {
        if (!run.digits.empty()) runs.push_back(std::move(run));
        run = {};
    };
    for (size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            run.digits += text[i];
            run.at.push_back(i);
        } else if (text.substr(i).starts_with("\xC2\xA0")) {
            ++i;
        } else if (text.substr(i).starts_with("\xE2\x80")) {
            i = std::min(i + 2, text.size() - 1);
        } else if (!is_between_digits(text[i])) {
            finish();
        }
    }
    finish();
    return runs;
}

/// Findings in order, those that touch joined into one.
std::vector<Finding> merged(std::vector<Finding> findings) {
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return std::pair{a.from, b.until} < std::pair{b.from, a.until}; });
    std::vector<Finding> out;
    for (const Finding& finding : findings) {
        if (!out.empty() && finding.from < out.back().until) out.back().until = std::max(out.back().until, finding.until);
        else out.push_back(finding);
    }
    return out;
}

}  // namespace

std::string_view words_for(ProtectedKind kind) {
    switch (kind) {
        case ProtectedKind::Address: return "a protected address";
        case ProtectedKind::Person: return "the name of somebody who was promised that it would not be told";
        case ProtectedKind::Telephone: return "the telephone number of somebody who was promised that it would not be told";
        case ProtectedKind::Email: return "the e-mail address of somebody who was promised that it would not be told";
    }
    return {};
}

ProtectedContent::ProtectedContent(const ProtectedFacts& facts) {
    for (const auto& place : facts.places) add_place(place);
    for (const auto& person : facts.people) add_person(person, facts.ordinary_surnames);
}

void ProtectedContent::add(ProtectedKind kind, std::string letters, size_t at_least, Key::Where where) {
    if (letters.size() >= at_least) words_.push_back({kind, std::move(letters), where});
}

void ProtectedContent::add_place(const ProtectedPlace& place) {
    constexpr auto kind = ProtectedKind::Address;
    add(kind, compact_key(place.postcode, Fillers::Keep), kShortestPlace, Key::Where::Anywhere);
    bool is_first = true;
    for (const auto& line : place.lines)
        for (const auto& part : parts_of(line)) {
            if (const auto postcode = people::normalised_postcode(part)) {
                add(kind, compact_key(*postcode, Fillers::Keep), kShortestPlace, Key::Where::Anywhere);
                continue;
            }
            const auto words = key_words(part);
            if (words.empty()) continue;
            // From the last number that has a name after it: "14 larch rd" of "Flat 2, 14 Larch Road".
            size_t number = words.size();
            for (size_t i = 0; i + 1 < words.size(); ++i)
                if (starts_with_digit(words[i]) && !has_digit(words[i + 1])) number = i;
            const bool ends = ends_a_place(words.back());
            const size_t name = number == words.size() ? 0 : number + 1;
            if (number < words.size()) {
                add(kind, joined(words, number, words.size()), kShortestPlace);
                // "14 Larch", without its Road.
                if (ends && words.size() - name > 1 && joined(words, name, words.size() - 1).size() >= kShortestName) add(kind, joined(words, number, words.size() - 1), kShortestPlace);
            }
            // The street or the house by its name alone tells where to look. A town does not: it is never first, and
            // does not end like a street.
            if (ends && words.size() - name > 1) add(kind, joined(words, name, words.size()), kShortestPlace);
            const bool is_only_a_number = words.size() <= 2 && words.front() == "apt";
            if (is_first && number == words.size() && !is_only_a_number) add(kind, joined(words, 0, words.size()), kShortestPlace);
            if (!is_only_a_number) is_first = false;
        }
}

void ProtectedContent::add_person(const ProtectedPerson& person, const std::set<std::string>& ordinary_surnames) {
    constexpr auto kind = ProtectedKind::Person;
    std::vector<std::string> names;
    for (const auto& word : people::folded_words(person.name))
        if (std::find(kTitles.begin(), kTitles.end(), word) == kTitles.end()) names.push_back(compact_key(word, Fillers::Keep));
    if (names.size() > 1) {
        const auto& given = names.front();
        const auto& family = names.back();
        add(kind, joined(names, 0, names.size()), kShortestName);
        add(kind, given + family, kShortestName);
        add(kind, family + given, kShortestName);
        add(kind, given.substr(0, 1) + family, kShortestName);
        add(kind, family + given.substr(0, 1), kShortestName);
    }
    if (!names.empty()) {
        for (const auto title : kTitles) add(kind, compact_key(title, Fillers::Keep) + names.back(), kShortestName);
        const bool is_ordinary = std::any_of(ordinary_surnames.begin(), ordinary_surnames.end(), [&](const auto& one) { return compact_key(one, Fillers::Keep) == names.back(); });
        if (!is_ordinary) add(kind, names.back(), kShortestName, Key::Where::OneWord);
    }
    for (const auto& email : person.emails) {
        std::string spoken, half_spoken;
        for (const char c : email) {
            spoken += c == '@' ? std::string(" at ") : c == '.' ? std::string(" dot ") : std::string(1, c);
            half_spoken += c == '@' ? std::string(" at ") : std::string(1, c);
        }
        for (const auto& written : {email, spoken, half_spoken}) add(ProtectedKind::Email, compact_key(written, Fillers::Keep), kShortestPlace);
    }
    for (const auto& telephone : person.telephones) {
        std::string digits;
        std::copy_if(telephone.begin(), telephone.end(), std::back_inserter(digits), is_digit);
        if (digits = national(std::move(digits)); digits.size() >= 6) numbers_.push_back(std::move(digits));
    }
}

std::vector<Finding> ProtectedContent::in(std::string_view text) const {
    std::vector<Finding> findings;
    if (watches_for_nothing()) return findings;
    const auto words = words_in(text);
    for (const auto fillers : {Fillers::Keep, Fillers::Drop}) {
        const CompactText compacted = compact(words, fillers);
        for (const Key& key : words_)
            for (size_t at = compacted.letters.find(key.letters); at != std::string::npos; at = compacted.letters.find(key.letters, at + 1)) {
                const size_t last = at + key.letters.size() - 1;
                const bool in_one_word = compacted.word[at] == compacted.word[last];
                const bool at_words = compacted.begins[at] && compacted.ends[last] && (key.where == Key::Where::Words || in_one_word);
                if (key.where == Key::Where::Anywhere || at_words) findings.push_back({key.kind, compacted.from[at], compacted.until[last]});
            }
    }
    for (const DigitRun& run : digit_runs(text))
        for (const auto& number : numbers_)
            for (size_t at = run.digits.find(number); at != std::string::npos; at = run.digits.find(number, at + 1))
                findings.push_back({ProtectedKind::Telephone, run.at[at], run.at[at + number.size() - 1] + 1});
    return merged(std::move(findings));
}

std::string ProtectedContent::left_out(std::string_view text) const {
    std::string kept(text);
    // Words that stood on both sides of something taken out can read as another protected thing: look again, a few times.
    for (int times = 0; times < 4; ++times) {
        const auto findings = in(kept);
        if (findings.empty()) return kept;
        for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding) kept.replace(finding->from, finding->until - finding->from, kLeftOut);
    }
    return is_in(kept) ? std::string(kLeftOut) : kept;
}

}  // namespace hearken::sharing
