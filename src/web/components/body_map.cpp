#include "web/components/body_map.hpp"

#include <algorithm>

#include "web/components/body_parts.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/fieldset.hpp"
#include "web/components/form_group.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"

namespace hearken::web {
namespace {

const BodyMark* mark_on(const std::vector<BodyMark>& marks, std::string_view part) {
    const auto found = std::ranges::find(marks, part, &BodyMark::part);
    return found == marks.end() ? nullptr : &*found;
}

/// Hidden from screen readers: the checkboxes, or the list of marks, say all that the drawing shows.
void figure(Html& out, BodySide side, const std::vector<BodyMark>& marks, std::string_view id_prefix) {
    out << "<figure class=\"hearken-body-map__figure\" aria-hidden=\"true\">\n"_html
        << "<svg viewBox=\"30 12 160 406\" focusable=\"false\" xmlns=\"http://www.w3.org/2000/svg\">\n"_html;
    const bool front = side == BodySide::Front;
    out << "<text class=\"hearken-body-map__side\" x=\"45\" y=\"24\">"_html << (front ? "right" : "left")
        << "</text><text class=\"hearken-body-map__side\" x=\"175\" y=\"24\">"_html << (front ? "left" : "right")
        << "</text>\n"_html;
    for (const auto& part : body_parts()) {
        if (part.side != side) continue;
        out << "<g"_html;
        out.attr("class", classes({"hearken-body-map__region",
                                   mark_on(marks, part.id) ? "hearken-body-map__region--marked" : ""}));
        if (!id_prefix.empty()) out.attr("data-part", std::string(id_prefix).append("-").append(part.id));
        out << ">"_html;
        if (part.mirrored)
            out << "<g transform=\"translate(220 0) scale(-1 1)\">"_html << part.shape << "</g>"_html;
        else
            out << part.shape;
        out << "<text"_html;
        out.attr("x", std::to_string(part.number_x)).attr("y", std::to_string(part.number_y)) << ">"_html;
        out << part.number << "</text></g>\n"_html;
    }
    out << "</svg>\n</figure>\n"_html;
}

Choice choice_of(const BodyPart& part, const BodyMap& options) {
    const auto* mark = mark_on(options.marks, part.id);
    const auto name = body_map_description_name(options.name, part.id);
    Html description_label;
    description_label << "What you saw<span class=\"govuk-visually-hidden\"> on: "_html << part.label << "</span>"_html;
    return {.value = std::string(part.id),
            .content = std::to_string(part.number) + " " + std::string(part.label),
            .id = name,
            .checked = mark != nullptr,
            .conditional = text_input({.name = name,
                                       .id = name + "-description",
                                       .label = {.content = description_label},
                                       .value = mark ? mark->description : std::string()})};
}

void half(Html& out, BodySide side, const BodyMap& options) {
    std::vector<Choice> choices;
    for (const auto& part : body_parts())
        if (part.side == side) choices.push_back(choice_of(part, options));
    out << "<div class=\"hearken-body-map__half\">\n"_html;
    figure(out, side, options.marks, options.name);
    out << "<div class=\"hearken-body-map__list\">\n"_html
        << checkboxes({.name = options.name,
                       .id_prefix = options.name + (side == BodySide::Front ? "-front" : "-back"),
                       .fieldset = Fieldset{.legend = {.content = side == BodySide::Front ? "Front of the body"
                                                                                          : "Back of the body",
                                                       .classes = "govuk-fieldset__legend--s"}},
                       .items = choices,
                       .classes = "govuk-checkboxes--small"})
        << "\n</div>\n</div>\n"_html;
}

}  // namespace

std::string body_map_description_name(std::string_view name, std::string_view part) {
    return std::string(name).append("-").append(part);
}

Html body_map(const BodyMap& options) {
    Html inner;
    inner.reserve(64 * 1024);
    const auto described = hint_and_error(inner, options.name, options.hint, options.error, "");
    inner << "<div class=\"hearken-body-map\" data-module=\"hearken-body-map\""_html;
    inner.attr("id", options.name) << ">\n"_html;
    half(inner, BodySide::Front, options);
    half(inner, BodySide::Back, options);
    inner << "</div>"_html;
    Html out;
    out.reserve(inner.str().size() + 512);
    open_form_group(out, {}, !options.error.content.empty());
    out << fieldset({.legend = {.content = options.legend,
                                .classes = options.legend_classes,
                                .is_page_heading = options.is_page_heading},
                     .described_by = described,
                     .html = inner});
    return out << "\n</div>"_html;
}

Html body_map_drawing(const std::vector<BodyMark>& marks) {
    Html out;
    if (marks.empty()) return out;
    SummaryList list;
    for (const auto& part : body_parts())
        if (const auto* mark = mark_on(marks, part.id))
            list.rows.push_back(
                {.key = {.content = std::to_string(part.number) + " " + std::string(part.label)},
                 .value = {.content = mark->description.empty() ? "Marked, not described" : mark->description}});
    out << "<div class=\"hearken-body-map\">\n<div class=\"hearken-body-map__half\">\n"_html;
    figure(out, BodySide::Front, marks, "");
    figure(out, BodySide::Back, marks, "");
    return out << "<div class=\"hearken-body-map__list\">\n"_html << summary_list(list)
               << "\n</div>\n</div>\n</div>"_html;
}

}  // namespace hearken::web
