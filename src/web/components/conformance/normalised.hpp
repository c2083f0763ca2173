// For tests: markup with its meaningless differences removed, so that two renderings may be compared. Attributes are
// sorted; runs of white space become one space, and vanish beside an element that is not inline; the content of a
// textarea is kept to the letter. One tag or text a line, so that a failure reads as a diff.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hearken::web::testing {

inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

inline std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c))
            out += c;
        else if (out.empty() || out.back() != ' ')
            out += ' ';
    }
    return out;
}

inline std::string trimmed(std::string text, bool left = true, bool right = true) {
    if (left) text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    if (right)
        while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

/// "<a  b='c' a>" as "<a a b="c">". `name` receives the element's name, with a slash in front for an end tag.
inline std::string normalised_tag(std::string_view tag, std::string& name) {
    std::size_t at = 1;
    name.clear();
    if (at < tag.size() && tag[at] == '/') name = tag[at++];
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '>' && tag[at] != '/') name += tag[at++];
    std::vector<std::string> attributes;
    while (at < tag.size()) {
        while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/' || tag[at] == '>')) ++at;
        std::string attribute;
        while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=' && tag[at] != '>' && tag[at] != '/')
            attribute += tag[at++];
        if (attribute.empty()) break;
        if (at < tag.size() && tag[at] == '=') {
            const char quote = tag[++at];
            const auto end = tag.find(quote, at + 1);
            attribute += "=\"" + trimmed(collapsed(tag.substr(at + 1, end - at - 1))) + "\"";
            at = end + 1;
        }
        attributes.push_back(attribute);
    }
    std::ranges::sort(attributes);
    std::string out = "<" + name;
    for (const auto& attribute : attributes) out += " " + attribute;
    return out + ">";
}

inline bool is_inline(std::string name) {
    static constexpr std::array<std::string_view, 5> kInline{"a", "span", "strong", "em", "input"};
    if (!name.empty() && name[0] == '/') name.erase(0, 1);
    return std::ranges::find(kInline, name) != kInline.end();
}

inline std::size_t end_of_tag(std::string_view markup, std::size_t at) {
    char quote = 0;
    for (; at < markup.size(); ++at) {
        if (quote) {
            if (markup[at] == quote) quote = 0;
        } else if (markup[at] == '"' || markup[at] == '\'') {
            quote = markup[at];
        } else if (markup[at] == '>') {
            return at + 1;
        }
    }
    return at;
}

inline std::string normalised(std::string_view markup) {
    std::string out, name;
    bool before_is_block = true;
    for (std::size_t at = 0; at < markup.size();) {
        if (markup[at] == '<') {
            const auto end = end_of_tag(markup, at);
            out += normalised_tag(markup.substr(at, end - at), name) + "\n";
            before_is_block = !is_inline(name);
            at = end;
            if (name == "textarea") {
                const auto close = std::min(markup.find("</textarea>", at), markup.size());
                out += "[" + std::string(markup.substr(at, close - at)) + "]\n";
                at = close;
            }
            continue;
        }
        const auto next = std::min(markup.find('<', at), markup.size());
        bool after_is_block = true;
        if (next < markup.size()) {
            normalised_tag(markup.substr(next, end_of_tag(markup, next) - next), name);
            after_is_block = !is_inline(name);
        }
        const auto text = trimmed(collapsed(markup.substr(at, next - at)), before_is_block, after_is_block);
        if (!text.empty()) out += "[" + text + "]\n";
        at = next;
    }
    return out;
}

}  // namespace hearken::web::testing
