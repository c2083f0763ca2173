#include "people/characteristics.hpp"

#include <array>

#include "people/text.hpp"

namespace hearken::people {

namespace {

constexpr std::string_view kWhite = "White";
constexpr std::string_view kMixed = "Mixed";
constexpr std::string_view kAsian = "Asian or Asian British";
constexpr std::string_view kBlack = "Black or Black British";
constexpr std::string_view kOther = "Other ethnic groups";
constexpr std::string_view kNotStated = "Not stated";

constexpr std::array<Code, 20> kEthnicities = {{
    {"WBRI", "White British", kWhite},
    {"WIRI", "White Irish", kWhite},
    {"WIRT", "Traveller of Irish heritage", kWhite},
    {"WROM", "Gypsy/Roma", kWhite},
    {"WOTH", "Any other White background", kWhite},
    {"MWBC", "White and Black Caribbean", kMixed},
    {"MWBA", "White and Black African", kMixed},
    {"MWAS", "White and Asian", kMixed},
    {"MOTH", "Any other mixed background", kMixed},
    {"AIND", "Indian", kAsian},
    {"APKN", "Pakistani", kAsian},
    {"ABAN", "Bangladeshi", kAsian},
    {"AOTH", "Any other Asian background", kAsian},
    {"CHNE", "Chinese", kAsian},
    {"BCRB", "Black Caribbean", kBlack},
    {"BAFR", "Black African", kBlack},
    {"BOTH", "Any other Black background", kBlack},
    {"OOTH", "Any other ethnic group", kOther},
    {"REFU", "Refused", kNotStated},
    {"NOBT", "Information not yet obtained", kNotStated},
}};

constexpr std::string_view kNeeds = "Disability";

constexpr std::array<Code, 13> kDisabilities = {{
    {"NONE", "No disability", ""},
    {"MOB", "Mobility", kNeeds},
    {"HAND", "Hand function", kNeeds},
    {"PC", "Personal care", kNeeds},
    {"INC", "Incontinence", kNeeds},
    {"COMM", "Communication", kNeeds},
    {"LD", "Learning", kNeeds},
    {"HEAR", "Hearing", kNeeds},
    {"VIS", "Vision", kNeeds},
    {"BEH", "Behaviour", kNeeds},
    {"CON", "Consciousness", kNeeds},
    {"AUT", "Autism", kNeeds},
    {"DDA", "Other disability under the Equality Act 2010", kNeeds},
}};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (text == word) return true;
    return false;
}

}  // namespace

std::string_view code_of(Sex sex) { return sex == Sex::Male ? "M" : sex == Sex::Female ? "F" : "U"; }
std::string_view label_of(Sex sex) {
    return sex == Sex::Male ? "Male" : sex == Sex::Female ? "Female" : "Not known";
}

std::optional<Sex> sex_from_text(std::string_view text) {
    const std::string word = folded(text);
    if (is_one_of(word, {"m", "male", "boy", "man"})) return Sex::Male;
    if (is_one_of(word, {"f", "female", "girl", "woman"})) return Sex::Female;
    if (is_one_of(word, {"u", "unknown", "not known"})) return Sex::NotKnown;
    return std::nullopt;
}

std::string_view code_of(YesNo answer) {
    return answer == YesNo::Yes ? "yes" : answer == YesNo::No ? "no" : "not-known";
}
std::string_view label_of(YesNo answer) {
    return answer == YesNo::Yes ? "Yes" : answer == YesNo::No ? "No" : "Not known";
}

std::optional<YesNo> yes_no_from_text(std::string_view text) {
    const std::string word = folded(text);
    if (is_one_of(word, {"yes", "y", "true", "t", "1"})) return YesNo::Yes;
    if (is_one_of(word, {"no", "n", "false", "f", "0"})) return YesNo::No;
    if (is_one_of(word, {"not known", "unknown", "u", "nk"})) return YesNo::NotKnown;
    return std::nullopt;
}

std::span<const Code> ethnicities() { return kEthnicities; }
std::span<const Code> disabilities() { return kDisabilities; }

std::string_view label_of(std::span<const Code> set, std::string_view code) {
    for (const Code& entry : set)
        if (entry.code == code) return entry.label;
    return {};
}

std::optional<std::string> code_from_text(std::span<const Code> set, std::string_view text) {
    const std::string wanted = folded(text);
    if (wanted.empty()) return std::nullopt;
    for (const Code& entry : set)
        if (folded(entry.code) == wanted || folded(entry.label) == wanted) return std::string(entry.code);
    return std::nullopt;
}

}  // namespace hearken::people
