// The forms of cover: mark away, plan, withdraw, write the arrangement.
#include <functional>

#include "calendar/moment_text.hpp"
#include "casework/cover.hpp"
#include "web/components/button.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_input.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/text_input.hpp"
#include "web/components/textarea.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/pages/page_parts.hpp"
#include "web/pages/school_pages.hpp"

namespace hearken::web {

namespace {

using namespace std::chrono_literals;

constexpr char kCover[] = "/school/cover";

std::string text_at(const Fields& typed, const std::string& name) { return std::string(typed.get(name)); }

Html date_boxes(const Fields& typed, const std::string& name, const char* legend, const Refusal* refused) {
    DateInput date{.id = name, .fieldset = Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, name)};
    date.parts = {{.name = name + "--day", .label = "Day", .id = name + "--day", .value = text_at(typed, name + "--day"), .width = 2},
                  {.name = name + "--month", .label = "Month", .id = name + "--month", .value = text_at(typed, name + "--month"), .width = 2},
                  {.name = name + "--year", .label = "Year", .id = name + "--year", .value = text_at(typed, name + "--year"), .width = 4}};
    return date_input(date);
}

Html time_box(const Fields& typed, const std::string& name, const char* label) {
    return text_input({.name = name + "--time", .label = {.content = label}, .hint = {.content = "For example, 8:30am or 16:00"}, .value = text_at(typed, name + "--time"), .classes = "govuk-input--width-5", .autocomplete = "off"});
}

/// A date with a time; without a time the start, or the end, of the day. `fault` when something was typed that is no moment.
std::optional<Instant> moment_given(const Fields& typed, const std::string& name, bool end_of_day, Refusal& refusal) {
    const TypedDate date{text_at(typed, name + "--day"), text_at(typed, name + "--month"), text_at(typed, name + "--year")};
    const auto time = text_at(typed, name + "--time");
    if (date.empty() && time.empty()) return std::nullopt;
    if (time.empty()) {
        if (const auto day = calendar::parse_date(date_answer(date))) return end_of_day ? calendar::end_of_local_day(*day) + 1s : calendar::start_of_local_day(*day);
    } else if (const auto at = instant_from_iso(moment_answer({date, time}))) {
        return at;
    }
    refusal.reasons.push_back({"date-time", "Enter a date that exists, like 27 3 2026, and a time like 8:30am.", name});
    return std::nullopt;
}

Html choose(const Fields& typed, const char* name, const char* label, const char* nobody, const std::vector<casework::Choosable>& people, const Refusal* refused, std::string preset = {}) {
    Select list{.name = name, .label = {.content = label, .classes = "govuk-label--s"}, .error = error_at(refused, name), .value = typed.has(name) ? text_at(typed, name) : std::move(preset)};
    list.items.push_back({.text = nobody, .value = ""});
    for (const auto& one : people) list.items.push_back({.text = one.name, .value = one.id});
    return select(list);
}

Response form_page(Visit& visit, const char* title, const char* place, const Html& fields, const char* words, const Refusal* refused) {
    Html inside;
    if (refused) inside << problems(*refused);
    inside << heading(title) << form_open(visit, place, place) << fields << buttons(send_button(words), kCover) << "</form>\n"_html;
    PageContent content;
    content.title = title;
    content.section = "cover";
    content.before_main = back_to(kCover);
    content.status = refused ? 422 : 200;
    content.main = narrow(inside);
    return render_page(visit, std::move(content));
}

/// The people that the forms offer come from the page of cover, which decides who may see it.
using Shown = std::function<Response(const casework::CoverPage&)>;
Response with_cover(Visit& visit, bool arranging, const Shown& show) {
    const auto page = casework::read_cover(visit.world(), visit.actor());
    if (!page) return render_refusal(visit, page.error());
    if (!(page->may_arrange || (!arranging && page->may_be_away)))
        return render_refusal(visit, Refusal::of(RefusalCode::NotPermitted, "role", "Cover is arranged by the safeguarding lead, a deputy, the headteacher or the chair of governors. Ask one of them."));
    return show(*page);
}

Response show_away(Visit& visit, const Fields& typed, const Refusal* refused) {
    return with_cover(visit, false, [&](const casework::CoverPage& page) {
        Html fields;
        fields << paragraph("Nobody asks why. While you are away, your work is shown to whoever covers.");
        if (page.may_arrange) fields << choose(typed, "user", "Who is away?", "Choose somebody", page.staff_of_chain, refused, page.may_be_away ? visit.actor().user.str() : "");
        Radios until{.name = "length", .fieldset = Fieldset{.legend = {.content = "For how long?", .classes = "govuk-fieldset__legend--s"}}, .error = error_at(refused, "length"), .value = text_at(typed, "length")};
        until.items = {{.value = "today", .content = "The rest of today"},
                       {.value = "dates", .content = "From one time to another", .conditional = date_boxes(typed, "from", "From (blank: now)", refused) << time_box(typed, "from", "Time")
                                                                                                          << date_boxes(typed, "until", "Until", refused) << time_box(typed, "until", "Time (blank: the end of that day)")},
                       {.value = "open", .content = "Until I say that I am back"}};
        fields << radios(until);
        return form_page(visit, "Mark as away", "/school/cover/away", fields, "Mark as away", refused);
    });
}

Response take_away(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal refusal;
    casework::MarkAway request;
    request.user = UserId{text_at(typed, "user")};
    const auto length = typed.get("length");
    if (length == "today") request.until = calendar::end_of_local_day(calendar::local_date_of(visit.world().clock.now())) + 1s;
    else if (length == "dates") {
        request.from = moment_given(typed, "from", false, refusal);
        request.until = moment_given(typed, "until", true, refusal);
        if (!request.until && refusal.reasons.empty()) refusal.reasons.push_back({"required", "Enter the last day, or choose “Until I say that I am back”.", "until"});
    } else if (length != "open") refusal.reasons.push_back({"required", "Choose for how long.", "length"});
    if (!refusal.reasons.empty()) return show_away(visit, typed, &refusal);
    if (const auto done = casework::mark_away(visit.world(), visit.actor(), request); !done)
        return done.error().code == RefusalCode::Invalid ? show_away(visit, typed, &done.error()) : render_refusal(visit, done.error());
    return changed(kCover, "Marked as away. Their work is now with whoever covers.");
}

Response take_back(Visit& visit) {
    const auto done = casework::mark_back(visit.world(), visit.actor(), UserId{text_at(visit.request.form.fields, "user")});
    if (!done) return render_refusal(visit, done.error());
    return changed(kCover, "Marked as back.");
}

Response show_plan(Visit& visit, const Fields& typed, const Refusal* refused) {
    return with_cover(visit, true, [&](const casework::CoverPage& page) {
        Html fields = choose(typed, "lead", "Who leads?", "Choose somebody", page.leads, refused);
        fields << date_boxes(typed, "from", "From", refused) << time_box(typed, "from", "Time (blank: the start of that day)") << date_boxes(typed, "until", "Until", refused)
               << time_box(typed, "until", "Time (blank: the end of that day)");
        Radios where{.name = "where", .fieldset = Fieldset{.legend = {.content = "Where are they?", .classes = "govuk-fieldset__legend--s"}}, .value = typed.has("where") ? text_at(typed, "where") : "site"};
        where.items = {{.value = "site", .content = "On site"},
                       {.value = "telephone", .content = "Off site, by telephone",
                        .conditional = text_input({.name = "telephone", .type = "tel", .label = {.content = "Mobile number"}, .error = error_at(refused, "telephone"), .value = text_at(typed, "telephone"), .classes = "govuk-input--width-10"})}};
        fields << radios(where) << choose(typed, "governor", "Which governor is on call? (optional)", "As in the register", page.governors, refused);
        return form_page(visit, "Plan cover", "/school/cover/plan", fields, "Plan cover", refused);
    });
}

Response take_plan(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    Refusal refusal;
    casework::PlanTurn request;
    request.lead = UserId{text_at(typed, "lead")};
    request.governor = UserId{text_at(typed, "governor")};
    request.from = moment_given(typed, "from", false, refusal);
    request.until = moment_given(typed, "until", true, refusal);
    request.on_site = typed.get("where") != "telephone";
    request.telephone = request.on_site ? std::string{} : text_at(typed, "telephone");
    if (!refusal.reasons.empty()) return show_plan(visit, typed, &refusal);
    if (const auto done = casework::plan_turn(visit.world(), visit.actor(), request); !done)
        return done.error().code == RefusalCode::Invalid ? show_plan(visit, typed, &done.error()) : render_refusal(visit, done.error());
    return changed(kCover, "The cover was planned.");
}

Response take_withdraw(Visit& visit) {
    const auto done = casework::withdraw_turn(visit.world(), visit.actor(), visit.params["turn"]);
    if (!done) return render_refusal(visit, done.error());
    return changed(kCover, "The cover was withdrawn.");
}

Response show_arrangement(Visit& visit, const Fields& typed, const Refusal* refused) {
    return with_cover(visit, true, [&](const casework::CoverPage& page) {
        const bool again = typed.has("arrangement");
        const auto& held = page.arrangement;
        Html fields = paragraph("Staff read this on the page of cover and on the poster. Write names of posts rather than of people where you can.");
        fields << textarea({.name = "arrangement", .label = {.content = "Who covers when the safeguarding lead and deputies cannot be reached?", .classes = "govuk-label--s"}, .error = error_at(refused, "arrangement"),
                            .value = again ? text_at(typed, "arrangement") : held.arrangement, .rows = 8})
               << textarea({.name = "fallback", .label = {.content = "What does a member of staff do if nobody is available?", .classes = "govuk-label--s"},
                            .hint = {.content = "For example: ring children's social care yourself, then tell the headteacher."}, .error = error_at(refused, "fallback"),
                            .value = again ? text_at(typed, "fallback") : held.fallback, .rows = 4});
        Checkboxes shown{.name = "displayed", .fieldset = Fieldset{.legend = {.content = "Where is the social care number displayed?", .classes = "govuk-fieldset__legend--s"}}};
        shown.items = {{.value = "staff-room", .content = "Staff room"}, {.value = "office", .content = "Office"}};
        if (again) shown.values = typed.all("displayed");
        else {
            if (held.number_in_staff_room) shown.values.push_back("staff-room");
            if (held.number_in_office) shown.values.push_back("office");
        }
        fields << checkboxes(shown) << hidden("revision", again ? text_at(typed, "revision") : std::to_string(held.revision));
        return form_page(visit, "The school's cover arrangement", "/school/cover/arrangement", fields, "Publish", refused);
    });
}

Response take_arrangement(Visit& visit) {
    const auto& typed = visit.request.form.fields;
    casework::Arrangement arrangement;
    arrangement.arrangement = text_at(typed, "arrangement");
    arrangement.fallback = text_at(typed, "fallback");
    for (const auto& where : typed.all("displayed")) {
        if (where == "staff-room") arrangement.number_in_staff_room = true;
        if (where == "office") arrangement.number_in_office = true;
    }
    arrangement.revision = std::atoi(text_at(typed, "revision").c_str());
    if (const auto done = casework::publish_arrangement(visit.world(), visit.actor(), arrangement); !done)
        return done.error().code == RefusalCode::NotPermitted ? render_refusal(visit, done.error()) : show_arrangement(visit, typed, &done.error());
    return changed(kCover, "The arrangement was published.");
}

void add_form(Router& router, Site& site, const char* pattern, const char* name, Response (*show)(Visit&, const Fields&, const Refusal*), Response (*take)(Visit&)) {
    add_route(router, site, {.method = "GET", .pattern = pattern, .name = std::string(name) + ".show", .action = access::Action::ArrangeCover, .handler = [show](Visit& visit) { return show(visit, Fields{}, nullptr); }});
    add_route(router, site, {.method = "POST", .pattern = pattern, .name = name, .action = access::Action::ArrangeCover, .handler = take});
}

}  // namespace

void add_cover_forms(Router& router, Site& site) {
    add_form(router, site, "/school/cover/away", "school.cover.away", show_away, take_away);
    add_form(router, site, "/school/cover/plan", "school.cover.plan", show_plan, take_plan);
    add_form(router, site, "/school/cover/arrangement", "school.cover.arrangement", show_arrangement, take_arrangement);
    add_route(router, site, {.method = "POST", .pattern = "/school/cover/back", .name = "school.cover.back", .action = access::Action::ArrangeCover, .handler = take_back});
    add_route(router, site, {.method = "POST", .pattern = "/school/cover/turns/:turn/withdraw", .name = "school.cover.withdraw", .action = access::Action::ArrangeCover, .handler = take_withdraw});
}

}  // namespace hearken::web
