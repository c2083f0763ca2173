#include "web/server/accept.hpp"

#include "web/server/http_text.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {
namespace {

/// RFC 9110 `qvalue` in thousandths: "1", "0.5", "0.125"; -1 for anything else.
int quality(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return -1;
    if (text.size() == 1) return text[0] == '1' ? 1000 : 0;
    if (text[1] != '.') return -1;
    int thousandths = 0, scale = 100;
    for (char c : text.substr(2)) {
        if (c < '0' || c > '9') return -1;
        thousandths += (c - '0') * scale;
        scale /= 10;
    }
    if (text[0] == '1') return thousandths == 0 ? 1000 : -1;
    return thousandths;
}

struct Range {
    std::string_view name;
    int quality = 1000;
};

/// Takes one item of a comma-separated list off the front.
Range next_range(std::string_view& rest) {
    auto item = trimmed(next_part(rest, ','));
    Range range{trimmed(next_part(item, ';'))};
    while (!item.empty()) {
        auto parameter = trimmed(next_part(item, ';'));
        const auto name = trimmed(next_part(parameter, '='));
        if (same_ignoring_case(name, "q")) range.quality = quality(trimmed(parameter));
    }
    return range;
}

/// 3 exact, 2 "text/*", 1 "*/*", 0 no match.
int specificity(std::string_view range, std::string_view media_type) {
    if (same_ignoring_case(range, media_type)) return 3;
    if (range == "*/*") return 1;
    if (!range.ends_with("/*")) return 0;
    return same_ignoring_case(range.substr(0, range.size() - 1), media_type.substr(0, media_type.find('/') + 1)) ? 2
                                                                                                                 : 0;
}

}  // namespace

int accept_quality(std::string_view accept_header, std::string_view media_type) {
    if (trimmed(accept_header).empty()) return 1000;
    int best = 0, result = 0;
    while (!accept_header.empty()) {
        const auto range = next_range(accept_header);
        const int specific = specificity(range.name, media_type);
        if (specific > best && range.quality >= 0) best = specific, result = range.quality;
    }
    return result;
}

bool prefers_json(std::string_view accept_header) {
    const int html = accept_quality(accept_header, "text/html");
    return accept_quality(accept_header, "application/json") > html ||
           accept_quality(accept_header, "application/problem+json") > html;
}

bool accepts_gzip(std::string_view header) {
    int star = 0;
    while (!header.empty()) {
        const auto range = next_range(header);
        if (same_ignoring_case(range.name, "gzip") || same_ignoring_case(range.name, "x-gzip"))
            return range.quality > 0;
        if (range.name == "*") star = range.quality;
    }
    return star > 0;
}

}  // namespace hearken::web
