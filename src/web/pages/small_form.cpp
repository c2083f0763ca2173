#include "web/pages/small_form.hpp"

#include <algorithm>

#include "web/components/checkboxes.hpp"
#include "web/components/fieldset.hpp"
#include "web/components/moj/date_picker.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/page_words.hpp"
#include "web/server/respond.hpp"

namespace hearken::web {

namespace {

constexpr char kSmallLabel[] = "govuk-label--s";

Fieldset legend_of(const std::string& words) { return Fieldset{.legend = {.content = words, .classes = "govuk-fieldset__legend--s"}}; }

std::vector<Choice> choices_of(const Options& options) {
    std::vector<Choice> choices;
    for (const auto& [value, words] : options) {
        Choice& choice = choices.emplace_back();
        choice.value = value;
        choice.content = words;
    }
    return choices;
}

}  // namespace

SmallForm& SmallForm::text(const std::string& name, const std::string& label, const std::string& hint) {
    TextInput box;
    box.name = name;
    box.label = {.content = label, .classes = kSmallLabel};
    if (!hint.empty()) box.hint = {.content = hint};
    box.error = error_at(refused_, name);
    box.value = value(name);
    box.autocomplete = "off";
    return add(text_input(box)).add("\n"_html);
}

SmallForm& SmallForm::area(const std::string& name, const std::string& label, const std::string& hint, int rows) {
    Textarea box;
    box.name = name;
    box.label = {.content = label, .classes = kSmallLabel};
    if (!hint.empty()) box.hint = {.content = hint};
    box.error = error_at(refused_, name);
    box.value = value(name);
    box.rows = rows;
    return add(textarea(box)).add("\n"_html);
}

SmallForm& SmallForm::day(const std::string& name, const std::string& label, const std::string& hint) {
    DatePicker box;
    box.id = name;
    box.name = name;
    box.label = {.content = label, .classes = kSmallLabel};
    if (!hint.empty()) box.hint = {.content = hint};
    box.error = error_at(refused_, name);
    box.value = value(name);
    return add(date_picker(box)).add("\n"_html);
}

SmallForm& SmallForm::one_of(const std::string& name, const std::string& legend, const Options& options, const std::string& hint) {
    Radios choice;
    choice.name = name;
    choice.fieldset = legend_of(legend);
    if (!hint.empty()) choice.hint = {.content = hint};
    choice.error = error_at(refused_, name);
    choice.items = choices_of(options);
    choice.value = value(name);
    choice.classes = "govuk-radios--small";
    return add(radios(choice)).add("\n"_html);
}

SmallForm& SmallForm::chosen(const std::string& name, const std::string& label, const Options& options, const std::string& hint) {
    Select list;
    list.name = name;
    list.label = {.content = label, .classes = kSmallLabel};
    if (!hint.empty()) list.hint = {.content = hint};
    list.error = error_at(refused_, name);
    list.value = value(name);
    list.items.push_back({.text = "Choose", .value = ""});
    for (const auto& [code, words] : options) list.items.push_back({.text = words, .value = code});
    return add(select(list)).add("\n"_html);
}

SmallForm& SmallForm::some_of(const std::string& name, const std::string& legend, const Options& options, const std::string& hint) {
    if (options.empty()) return *this;
    Checkboxes boxes;
    boxes.name = name;
    boxes.fieldset = legend_of(legend);
    if (!hint.empty()) boxes.hint = {.content = hint};
    boxes.error = error_at(refused_, name);
    boxes.items = choices_of(options);
    for (const auto& ticked : typed_.all(name)) boxes.values.emplace_back(ticked);
    boxes.classes = "govuk-checkboxes--small";
    return add(checkboxes(boxes)).add("\n"_html);
}

SmallForm& SmallForm::tick(const std::string& name, const std::string& words) {
    Checkboxes box;
    box.name = name;
    box.items = choices_of({{"yes", words}});
    if (value(name) == "yes") box.values = {"yes"};
    box.error = error_at(refused_, name);
    return add(checkboxes(box)).add("\n"_html);
}

Response small_form_page(const Visit& visit, const SmallFormPage& page, const Refusal* refused) {
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading(page.title, page.caption) << page.before;
    inside << form_open(visit, page.posts_to, page.keeps_draft ? page.posts_to : "") << page.inside << buttons(send_button(page.button, page.warns), page.back) << "</form>\n"_html << page.after;
    PageContent content;
    content.title = page.title;
    content.section = page.section;
    content.status = refused ? status_of(refused->code) : 200;
    content.before_main = back_to(page.back);
    content.wide = page.wide;
    content.main = page.wide ? inside : narrow(inside);
    return render_page(visit, std::move(content));
}

std::optional<people::Date> day_typed(const Fields& typed, const std::string& name, Refusal& refusal) {
    const auto words = typed.get(name);
    if (words.find_first_not_of(' ') == std::string_view::npos) return std::nullopt;
    const auto date = people::date_from_text(words);
    if (!date) refusal.reasons.push_back({"no-such-date", "This must be a real date, for example 2/4/2026.", name});
    return date;
}

}  // namespace hearken::web
