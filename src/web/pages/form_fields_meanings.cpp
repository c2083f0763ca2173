#include "web/pages/form_fields_meanings.hpp"

#include <algorithm>

#include "web/components/details.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/warning_text.hpp"

namespace hearken::web {

using procedure::Option;

namespace {

constexpr size_t kMostCards = 4;

Html parts_of(const Option& option, const char* heading_level) {
    Html out;
    for (const auto& part : option.more) {
        if (!part.heading.empty())
            out << "<"_html << heading_level << " class=\"govuk-heading-s govuk-!-margin-bottom-1\">"_html << part.heading << "</"_html << heading_level << ">\n"_html;
        if (part.lines.size() == 1) {
            out << "<p class=\"govuk-body\">"_html << part.lines.front() << "</p>\n"_html;
            continue;
        }
        out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
        for (const auto& line : part.lines) out << "<li>"_html << line << "</li>\n"_html;
        out << "</ul>\n"_html;
    }
    return out;
}

}  // namespace

Html meanings_of(const std::vector<Option>& options) {
    std::vector<const Option*> explained;
    for (const auto& option : options)
        if (!option.more.empty() && !option.retired) explained.push_back(&option);
    Html out;
    if (explained.empty()) return out;
    if (explained.size() <= kMostCards) {
        for (const auto* option : explained) out << details({.summary = {"What “" + option->label + "” means"}, .content = parts_of(*option, "h3")}) << "\n"_html;
        return out;
    }
    Html all;
    for (const auto* option : explained) all << "<h3 class=\"govuk-heading-s\">"_html << option->label << "</h3>\n"_html << parts_of(*option, "h4");
    return out << details({.summary = {"What these mean"}, .content = all}) << "\n"_html;
}

Html step_of(const Option& option) {
    if (option.step.empty()) return {};
    return option.step_is_urgent ? warning_text({.content = option.step}) : inset_text({.content = option.step});
}

}  // namespace hearken::web
