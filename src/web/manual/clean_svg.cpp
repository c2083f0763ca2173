// What is kept of an SVG: a closed list of elements and attributes.
#include <algorithm>
#include <array>

#include "web/manual/graphviz.hpp"

namespace hearken::web {

namespace {

constexpr std::array<std::string_view, 12> kElements = {"svg", "g", "title", "desc", "text", "tspan", "polygon", "polyline", "path", "ellipse", "rect", "line"};
constexpr std::array<std::string_view, 32> kAttributes = {
    "width", "height", "viewBox", "xmlns", "id", "class", "transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
    "stroke-opacity", "points", "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "rx", "ry", "dx", "dy", "text-anchor", "font-family",
    "font-size", "font-weight", "font-style"};

template <size_t Size>
bool one_of(const std::array<std::string_view, Size>& list, std::string_view name) { return std::find(list.begin(), list.end(), name) != list.end(); }

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::string_view name_at(std::string_view text) {
    const auto end = text.find_first_of(" \n\r\t/>=");
    return text.substr(0, end);
}

/// The end of a tag: its '>' outside quotes.
size_t end_of_tag(std::string_view svg, size_t start) {
    char quote = 0;
    for (size_t i = start; i < svg.size(); ++i) {
        if (quote) {
            if (svg[i] == quote) quote = 0;
        } else if (svg[i] == '"' || svg[i] == '\'') {
            quote = svg[i];
        } else if (svg[i] == '>') {
            return i;
        }
    }
    return std::string_view::npos;
}

bool is_harmless(std::string_view value) {
    return value.find("url(") == std::string_view::npos && value.find("javascript") == std::string_view::npos && value.find('<') == std::string_view::npos;
}

/// The known attributes of a tag's inside (after its name), each between double quotes.
void add_attributes(std::string& out, std::string_view inside) {
    size_t i = 0;
    while (i < inside.size()) {
        while (i < inside.size() && (is_space(inside[i]) || inside[i] == '/')) ++i;
        const auto name = name_at(inside.substr(i));
        i += name.size();
        if (name.empty()) {
            ++i;
            continue;
        }
        if (i >= inside.size() || inside[i] != '=') continue;
        const char quote = i + 1 < inside.size() ? inside[i + 1] : '\0';
        if (quote != '"' && quote != '\'') continue;
        const auto end = inside.find(quote, i + 2);
        if (end == std::string_view::npos) return;
        const auto value = inside.substr(i + 2, end - i - 2);
        i = end + 1;
        if (!one_of(kAttributes, name) || !is_harmless(value) || value.find('"') != std::string_view::npos) continue;
        out.append(" ").append(name).append("=\"").append(value).append("\"");
    }
}

/// Where what follows an element that is dropped with all it holds begins.
size_t after_closing(std::string_view svg, size_t from, std::string_view name) {
    const auto closing = svg.find("</" + std::string(name), from);
    if (closing == std::string_view::npos) return svg.size();
    const auto end = svg.find('>', closing);
    return end == std::string_view::npos ? svg.size() : end + 1;
}

size_t after(std::string_view svg, std::string_view mark, size_t from) {
    const auto found = svg.find(mark, from);
    return found == std::string_view::npos ? svg.size() : found + mark.size();
}

/// One tag at `at`; gives where to go on.
size_t take_tag(std::string_view svg, size_t at, std::string& out) {
    const auto rest = svg.substr(at);
    if (rest.starts_with("<!--")) return after(svg, "-->", at);
    if (rest.starts_with("<![CDATA[")) return after(svg, "]]>", at);
    if (rest.starts_with("<?")) return after(svg, "?>", at);
    const auto end = end_of_tag(svg, at);
    if (end == std::string_view::npos) return svg.size();
    if (rest.starts_with("<!")) return end + 1;
    const bool closes = rest.starts_with("</");
    const auto inside = svg.substr(at + (closes ? 2 : 1), end - at - (closes ? 2 : 1));
    const auto name = name_at(inside);
    const bool empty = !closes && inside.ends_with('/');
    if (!one_of(kElements, name)) {
        // A link is only unwrapped; of anything else what it holds goes too.
        return closes || empty || name == "a" ? end + 1 : after_closing(svg, end, name);
    }
    if (closes) {
        out.append("</").append(name).append(">");
        return end + 1;
    }
    out.append("<").append(name);
    add_attributes(out, inside.substr(name.size()));
    out.append(empty ? "/>" : ">");
    return end + 1;
}

}  // namespace

std::string clean_svg(std::string_view svg) {
    const auto start = svg.find("<svg");
    if (start == std::string_view::npos) return {};
    std::string out;
    out.reserve(svg.size());
    for (size_t i = start; i < svg.size();) {
        if (svg[i] == '<') {
            i = take_tag(svg, i, out);
            continue;
        }
        const auto next = std::min(svg.find('<', i), svg.size());
        out.append(svg.substr(i, next - i));
        i = next;
    }
    return out;
}

}  // namespace hearken::web
