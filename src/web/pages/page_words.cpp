#include "web/pages/page_words.hpp"

#include "calendar/moment_text.hpp"
#include "web/components/back_link.hpp"
#include "web/components/button.hpp"
#include "web/components/date_input.hpp"
#include "web/components/details.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"

namespace hearken::web {

Html heading(std::string_view text, std::string_view caption) {
    Html out;
    if (!caption.empty()) out << "<span class=\"govuk-caption-l\">"_html << caption << "</span>\n"_html;
    return out << "<h1 class=\"govuk-heading-l\">"_html << text << "</h1>\n"_html;
}

Html smaller_heading(std::string_view text, std::string_view id) {
    Html out;
    out << "<h2 class=\"govuk-heading-m\""_html;
    out.attr_if("id", id);
    return out << ">"_html << text << "</h2>\n"_html;
}

Html paragraph(const Content& content) {
    Html out;
    return out << "<p class=\"govuk-body\">"_html << content << "</p>\n"_html;
}

Html link_to(std::string_view href, const Content& words) {
    Html out;
    out << "<a class=\"govuk-link\""_html;
    out.href(href) << ">"_html << words << "</a>"_html;
    return out;
}

Html bullets(const std::vector<std::string>& lines) {
    Html out;
    if (lines.empty()) return out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    for (const auto& line : lines) out << "<li>"_html << line << "</li>\n"_html;
    return out << "</ul>\n"_html;
}

Html as_typed(std::string_view text) {
    Html out;
    return out << "<p class=\"govuk-body hearken-as-typed\">"_html << text << "</p>\n"_html;
}

Html back_to(std::string_view href, std::string_view words) { return back_link({.content = words, .href = std::string(href)}); }

Html hidden(std::string_view name, std::string_view value) {
    Html out;
    out << "<input type=\"hidden\""_html;
    out.attr("name", name).attr("value", value) << ">\n"_html;
    return out;
}

Html send_button(std::string_view words, bool is_warning) {
    return button({.content = words, .classes = is_warning ? "govuk-button--warning" : "", .prevent_double_click = true});
}

Html enter_button() {
    return Html("<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Send</button>\n"_html);
}

Html buttons(const Html& send, std::string_view cancel_href, std::string_view cancel_words) {
    Html out;
    out << "<div class=\"govuk-button-group\">\n"_html << send;
    if (!cancel_href.empty()) out << "\n"_html << link_to(cancel_href, cancel_words);
    return out << "\n</div>\n"_html;
}

Html problems(const Refusal& refusal, const FieldList& fields) { return error_summary({.errors = error_items(fields, refusal.reasons)}); }

Html narrow(const Html& inside) {
    Html out;
    return out << "<div class=\"govuk-grid-row\">\n<div class=\"govuk-grid-column-two-thirds\">\n"_html << inside << "</div>\n</div>\n"_html;
}

Html ring_999() {
    Html words;
    words << "If a child is in danger now, "_html << Html("<a class=\"govuk-link\" href=\"tel:999\">ring 999</a>"_html) << " first. You can finish this afterwards."_html;
    return inset_text({.content = words, .classes = "hearken-danger"});
}

Html when_question(const Fields& typed, const Refusal* refused) {
    const auto at = [&](const char* name) { return std::string(typed.get(name)); };
    const auto error = error_at(refused, "when");
    DateInput date{.id = "when", .fieldset = Fieldset{.legend = {.content = "Date"}}, .error = error};
    date.parts = {{.name = "when--day", .label = "Day", .id = "when--day", .value = at("when--day"), .width = 2},
                  {.name = "when--month", .label = "Month", .id = "when--month", .value = at("when--month"), .width = 2},
                  {.name = "when--year", .label = "Year", .id = "when--year", .value = at("when--year"), .width = 4}};
    Html inside = date_input(date);
    inside << text_input({.name = "when--time", .label = {.content = "Time"}, .hint = {.content = "For example, 4:50pm or 16:50"}, .value = at("when--time"),
                          .classes = "govuk-input--width-5", .autocomplete = "off"});
    const bool open = !error.content.empty() || !at("when--day").empty();
    return details({.summary = "It happened earlier than now", .content = inside, .open = open});
}

WhenGiven when_given(const Fields& posted) {
    const TypedMoment typed{{std::string(posted.get("when--day")), std::string(posted.get("when--month")), std::string(posted.get("when--year"))},
                            std::string(posted.get("when--time"))};
    const auto answer = moment_answer(typed);
    if (answer.empty()) return {};
    if (const auto instant = instant_from_iso(answer)) return {instant, std::nullopt};
    return {std::nullopt, Reason{"date-time", "Enter the date and time when it happened, like 27 3 2026 and 4:50pm, or leave both blank if it was just now.", "when"}};
}

std::string when_words(Instant instant) { return calendar::moment_text(instant); }

Response changed(std::string_view place, std::string message) {
    auto response = redirect_see_other(place);
    flash(response, std::move(message));
    return response;
}

}  // namespace hearken::web
