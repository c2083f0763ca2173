#include "web/html/html.hpp"

#include <algorithm>

#include "web/html/trusted.hpp"

namespace hearken::web {
namespace {

/// One escape serves text and quoted attribute values; the backtick and backslash are those Nunjucks escapes too,
/// so that our output equals the published fixtures.
std::string_view entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '`':
            return "&#96;";
        case '\\':
            return "&#92;";
        default:
            return {};
    }
}

void append_escaped(std::string& out, std::string_view text) {
    std::size_t clean_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto replacement = entity(text[i]);
        if (replacement.empty()) continue;
        out.append(text, clean_from, i - clean_from).append(replacement);
        clean_from = i + 1;
    }
    out.append(text, clean_from);
}

bool is_safe_address(std::string_view address) {
    const auto colon = address.find(':');
    if (colon == std::string_view::npos || address.find_first_of("/?#") < colon) return true;  // relative
    std::string scheme;
    for (const char c : address.substr(0, colon))
        scheme += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

}  // namespace

Html& Html::operator<<(std::string_view text) {
    append_escaped(markup_, text);
    return *this;
}

Html& Html::operator<<(const Attributes& attributes) {
    for (const auto& attribute : attributes.list()) {
        markup_ += ' ';
        append_escaped(markup_, attribute.name);
        if (attribute.bare) continue;
        markup_ += "=\"";
        append_escaped(markup_, attribute.value);
        markup_ += '"';
    }
    return *this;
}

Html& Html::attr(Literal name, std::string_view value) {
    markup_ += ' ';
    markup_.append(name.view()).append("=\"");
    append_escaped(markup_, value);
    markup_ += '"';
    return *this;
}

Html& Html::flag(Literal name, bool on) {
    if (on) markup_.append(" ").append(name.view());
    return *this;
}

Html& Html::link(Literal name, std::string_view address) {
    return attr(name, is_safe_address(address) ? address : "#");
}

Attributes& Attributes::with(std::string name, std::string value) {
    list_.emplace_back(std::move(name), std::move(value));
    return *this;
}

Attributes& Attributes::with_flag(std::string name) {
    list_.emplace_back(std::move(name), "").bare = true;
    return *this;
}

std::string classes(std::initializer_list<std::string_view> names) {
    std::string joined;
    for (const auto name : names) {
        if (name.empty()) continue;
        if (!joined.empty()) joined += ' ';
        joined += name;
    }
    return joined;
}

Html trust(std::string markup) {
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

}  // namespace hearken::web
