#include "people/name_search.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "people/phonetic.hpp"
#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr size_t kMostTerms = 8;

std::string joined(const std::set<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string sound_if_long_enough(const std::string& word) {
    const std::string sound = word.size() >= 3 ? sound_of(word) : std::string();
    return sound.size() >= 2 ? sound : std::string();
}

void add_words(const std::string& part, std::set<std::string>& words) {
    const std::vector<std::string> parts = folded_words(part);
    std::string whole;
    for (const std::string& word : parts) {
        words.insert(word);
        whole += word;
    }
    if (parts.size() > 1) words.insert(whole);
    // O'Brien is typed as "O Brien" too.
    for (const std::string_view apostrophe : {"'", "’", "‘", "`"}) {
        const size_t at = part.find(apostrophe);
        if (at == std::string::npos) continue;
        for (const std::string& word : folded_words(part.substr(at + apostrophe.size()))) words.insert(word);
    }
}

/// Whether words were a birth date or a checked number, which `search` then holds.
bool took_number(const std::vector<std::string>& words, NameSearch& search) {
    std::string spaced;
    std::string run;
    for (const std::string& word : words) {
        spaced += (spaced.empty() ? "" : " ") + word;
        run += word;
    }
    if (run.find_first_of("0123456789") == std::string::npos) return false;
    if (const auto date = date_from_text(spaced); date && !search.born) {
        search.born = date;
        return true;
    }
    if (search.number || (run.size() != 10 && run.size() != 13)) return false;
    auto number = Identifier::make(run.size() == 10 ? IdentifierKind::NhsNumber : IdentifierKind::Upn, run);
    if (number) search.number = std::move(*number);
    return search.number.has_value();
}

/// Takes a birth date and a number out of `words`, longest runs first: "943 476 5919" is three words.
void take_numbers(NameSearch& search, std::vector<std::string>& words) {
    for (std::ptrdiff_t length = 4; length >= 1; --length) {
        for (std::ptrdiff_t i = 0; i + length <= std::ssize(words);) {
            const auto first = words.begin() + i;
            if (took_number({first, first + length}, search)) words.erase(first, first + length);
            else ++i;
        }
    }
}

}  // namespace

NameIndex name_index(const Person& person) {
    std::set<std::string> words;
    for (const Name& name : person.details().names)
        for (const std::string& part : {name.given, name.middle, name.surname}) add_words(part, words);
    if (person.details().kind == PersonKind::Unborn) words.insert("baby");
    std::set<std::string> sounds;
    for (const std::string& word : words)
        if (std::string sound = sound_if_long_enough(word); !sound.empty()) sounds.insert(folded(sound));
    return {joined(words), joined(sounds)};
}

bool NameSearch::too_short() const {
    if (born || number) return false;
    return std::none_of(terms.begin(), terms.end(),
                        [](const SearchTerm& term) { return length_in_characters(term.word) >= 2 || term.word.size() >= 3; });
}

NameSearch parse_search(std::string_view typed) {
    NameSearch search;
    std::vector<std::string> words = folded_words(typed);
    take_numbers(search, words);
    if (words.size() > kMostTerms) words.resize(kMostTerms);
    for (size_t i = 0; i < words.size(); ++i) {
        const bool initial = words[i].size() == 1;
        search.terms.push_back({words[i], folded(sound_if_long_enough(words[i])), initial || i + 1 == words.size()});
    }
    return search;
}

int answers(const NameSearch& search, const NameIndex& index) {
    const std::vector<std::string> words = folded_words(index.words);
    const std::vector<std::string> sounds = folded_words(index.sounds);
    int score = 0;
    for (const SearchTerm& term : search.terms) {
        const auto begins = [&](const std::string& word) { return word.starts_with(term.word); };
        if (std::find(words.begin(), words.end(), term.word) != words.end()) score += 4;
        else if (term.prefix && std::any_of(words.begin(), words.end(), begins)) score += 2;
        else if (!term.sound.empty() && std::find(sounds.begin(), sounds.end(), term.sound) != sounds.end()) score += 1;
        else return 0;
    }
    return score;
}

}  // namespace hearken::people
