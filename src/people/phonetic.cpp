#include "people/phonetic.hpp"

#include <algorithm>
#include <vector>

#include "people/text.hpp"

namespace hearken::people {

namespace {

bool is_vowel(char c) { return std::string_view("AEIOU").find(c) != std::string_view::npos; }

std::string latin_capitals(std::string_view word) {
    std::string out;
    for (const char c : folded(word))
        if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 0x20);
    return out;
}

void replace_start(std::string& word, std::string_view start, std::string_view with) {
    word.replace(0, start.size(), with);
}

void recode_start(std::string& word) {
    if (word.starts_with("MAC")) replace_start(word, "MAC", "MCC");
    else if (word.starts_with("KN")) replace_start(word, "KN", "N");
    else if (word.starts_with("K")) replace_start(word, "K", "C");
    else if (word.starts_with("PH") || word.starts_with("PF")) replace_start(word, "PH", "FF");
    else if (word.starts_with("SCH")) replace_start(word, "SCH", "SSS");
}

void recode_end(std::string& word) {
    if (word.size() < 3) return;
    const std::string end = word.substr(word.size() - 2);
    if (end == "EE" || end == "IE") word.replace(word.size() - 2, 2, "Y");
    else if (end == "DT" || end == "RT" || end == "RD" || end == "NT" || end == "ND") word.replace(word.size() - 2, 2, "D");
}

/// The code of the letters at `at`, which moves on to the last letter used.
std::string code_at(const std::string& word, size_t& at) {
    const char c = word[at];
    const char before = word[at - 1];
    const char after = at + 1 < word.size() ? word[at + 1] : '\0';
    if (c == 'E' && after == 'V') return ++at, "AF";
    if (is_vowel(c)) return "A";
    if (c == 'Q') return "G";
    if (c == 'Z') return "S";
    if (c == 'M') return "N";
    if (c == 'K') return after == 'N' ? "N" : "C";
    if (c == 'S' && word.compare(at, 3, "SCH") == 0) return at += 2, "SS";
    if (c == 'P' && after == 'H') return ++at, "F";
    if (c == 'H' && (!is_vowel(before) || !is_vowel(after))) return is_vowel(before) ? "A" : std::string(1, before);
    if (c == 'W' && is_vowel(before)) return "A";
    return std::string(1, c);
}

}  // namespace

std::string sound_of(std::string_view text) {
    std::string word = latin_capitals(text);
    if (word.empty()) return {};
    recode_start(word);
    recode_end(word);
    std::string code(1, word[0]);
    for (size_t at = 1; at < word.size(); ++at) {
        const std::string next = code_at(word, at);
        if (next.back() != code.back()) code += next;
    }
    if (code.size() > 1 && code.back() == 'S') code.pop_back();
    if (code.ends_with("AY")) code.replace(code.size() - 2, 2, "Y");
    if (code.size() > 1 && code.back() == 'A') code.pop_back();
    return code;
}

double likeness(std::string_view a, std::string_view b) {
    if (a == b) return a.empty() ? 0.0 : 1.0;
    if (a.empty() || b.empty()) return 0.0;
    const size_t half = std::max(a.size(), b.size()) / 2;
    const size_t window = half > 0 ? half - 1 : 0;
    std::vector<bool> used(b.size(), false);
    std::string common_a;
    for (size_t i = 0; i < a.size(); ++i) {
        const size_t from = i > window ? i - window : 0;
        const size_t to = std::min(b.size(), i + window + 1);
        for (size_t j = from; j < to; ++j) {
            if (used[j] || a[i] != b[j]) continue;
            used[j] = true;
            common_a += a[i];
            break;
        }
    }
    if (common_a.empty()) return 0.0;
    std::string common_b;
    for (size_t j = 0; j < b.size(); ++j)
        if (used[j]) common_b += b[j];
    size_t out_of_order = 0;
    for (size_t i = 0; i < common_a.size(); ++i) out_of_order += common_a[i] != common_b[i];
    const double m = static_cast<double>(common_a.size());
    const double jaro = (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
                         (m - static_cast<double>(out_of_order / 2)) / m) / 3.0;
    size_t start = 0;
    while (start < std::min({a.size(), b.size(), size_t{4}}) && a[start] == b[start]) ++start;
    return jaro + static_cast<double>(start) * 0.1 * (1.0 - jaro);
}

int slips_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<int>(i);
    for (size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<int>(j);
    for (size_t i = 1; i <= a.size(); ++i) {
        for (size_t j = 1; j <= b.size(); ++j) {
            const int changed = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace hearken::people
