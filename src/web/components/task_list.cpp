#include "web/components/task_list.hpp"

namespace hearken::web {
namespace {

void task(Html& out, const TaskListItem& item, const std::string& id) {
    const auto hint_id = item.hint.empty() ? std::string() : id + "-hint";
    const auto status_id = id + "-status";
    out << "<li"_html;
    out.attr("class", classes({"govuk-task-list__item", item.href.empty() ? "" : "govuk-task-list__item--with-link",
                               item.classes}));
    out << ">\n<div class=\"govuk-task-list__name-and-hint\">\n"_html;
    if (!item.href.empty()) {
        out << "<a"_html;
        out.attr("class", classes({"govuk-link govuk-task-list__link", item.title.classes})).href(item.href);
        out.attr("aria-describedby", ids({hint_id, status_id})) << ">\n"_html << item.title.content << "\n</a>\n"_html;
    } else {
        out << "<div"_html;
        out.attr_if("class", item.title.classes) << ">\n"_html << item.title.content << "\n</div>\n"_html;
    }
    if (!hint_id.empty()) {
        out << "<div"_html;
        out.attr("id", hint_id) << " class=\"govuk-task-list__hint\">\n"_html << item.hint << "\n</div>\n"_html;
    }
    out << "</div>\n<div"_html;
    out.attr("class", classes({"govuk-task-list__status", item.status.classes})).attr("id", status_id) << ">\n"_html;
    if (!item.status.tag.content.empty())
        out << tag(item.status.tag);
    else
        out << item.status.content;
    out << "\n</div>\n</li>\n"_html;
}

}  // namespace

Html task_list(const TaskList& options) {
    Html out;
    out.reserve(256 + 512 * options.items.size());
    out << "<ul"_html;
    out.attr("class", classes({"govuk-task-list", options.classes})) << options.attributes << ">\n"_html;
    for (std::size_t i = 0; i < options.items.size(); ++i)
        if (!options.items[i].left_out) task(out, options.items[i], options.id_prefix + "-" + std::to_string(i + 1));
    return out << "</ul>"_html;
}

}  // namespace hearken::web
