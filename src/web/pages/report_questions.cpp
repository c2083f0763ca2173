// The questions of the public's report, drawn from the form of the procedure a page at a time; the child is asked for here,
// because a visitor chooses nobody from a list.
#include <algorithm>

#include "auth/secret_text.hpp"
#include "calendar/local_time.hpp"
#include "casework/public_report.hpp"
#include "engine/answers_check.hpp"
#include "web/components/button.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/radios.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_input.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/page_words.hpp"
#include "web/pages/report_gate.hpp"
#include "web/pages/report_pages.hpp"
#include "web/server/http_text.hpp"

namespace hearken::web {

namespace {

using engine::Answer;
using procedure::Field;

constexpr char kCheck[] = "check", kChildPart[] = "children", kTrap[] = "website";
constexpr std::chrono::seconds kFastest{8};  ///< nobody reads and answers all pages faster
constexpr size_t kMostNameLength = 100;
constexpr int kOldest = 18;

/// Who takes the call, and what is entered here, are not asked of the public.
bool is_for_the_public(const Field& field) {
    constexpr std::string_view kOurs[] = {"channel", "caller", "public-reference", "children-details", "is-child"};
    return std::find(std::begin(kOurs), std::end(kOurs), field.id) == std::end(kOurs);
}

struct Report {
    Visit& visit;
    ReportDraft draft;
    std::shared_ptr<const procedure::Definition> definition;
    const procedure::Form* form = nullptr;
    std::vector<FormPart> parts = {};
    FormSetting setting = {};
    Asks asks = {};

    const FormPart* part(const std::string& id) const {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const FormPart& one) { return one.id == id; });
        return found == parts.end() ? nullptr : &*found;
    }
    std::vector<const FormPart*> asked() const {
        std::vector<const FormPart*> list;
        for (const auto& one : parts)
            if (is_asked(one, draft.answers, asks)) list.push_back(&one);
        return list;
    }
    static std::string place(const std::string& page) { return "/report/questions/" + page; }
    bool from_check() const { return visit.request.query.get("check") == "yes"; }
    std::string after(const std::string& page) const {
        const auto list = asked();
        const auto at = std::find_if(list.begin(), list.end(), [&](const FormPart* one) { return one->id == page; });
        return from_check() || at == list.end() || at + 1 == list.end() ? place(kCheck) : place((*(at + 1))->id);
    }
    std::string before(const std::string& page) const {
        if (from_check()) return place(kCheck);
        const auto list = asked();
        const auto at = std::find_if(list.begin(), list.end(), [&](const FormPart* one) { return one->id == page; });
        if (at == list.begin() || list.empty()) return draft.is_child ? "/report/child" : "/report/public";
        return place((*(at - 1))->id);
    }
};

Report report_of(Visit& visit, ReportDraft draft) {
    Report report{visit, std::move(draft), visit.world().library.find(casework::kPublicConcern)};
    if (!report.definition) throw std::logic_error("the procedure of the public's report is not loaded");
    report.form = report.definition->form(report.definition->start.form);
    std::vector<std::string> only;
    for (const auto& field : report.form->fields)
        if (is_for_the_public(field)) only.push_back(field.id);
    report.draft.answers["channel"] = Answer::of("online");
    report.draft.answers["is-child"] = Answer::of(report.draft.is_child ? "yes" : "no");
    report.asks = asks_at_start(*report.definition, *report.form, visit.world().library.vocabulary(), visit.world().clock.now());
    report.parts = parts_of(*report.form, only);  // what is asked of a call handler falls away by its own condition
    report.setting.form = report.form->id;
    report.setting.vocabulary = &visit.world().library.vocabulary();
    return report;
}

bool is_unborn(const Report& report) {
    const auto found = report.draft.answers.find("unborn");
    return found != report.draft.answers.end() && found->second.first() == "yes";
}

Html form_start(const Report& report, const std::string& page) {
    Html out = "<form method=\"post\" novalidate"_html;
    out.link("action", Report::place(page) + (report.from_check() ? "?check=yes" : ""));
    return out << ">\n"_html << hidden(kReportToken, report_token(report.draft)) << enter_button();
}

/// Asked of everybody in one way: a first name is often all that a neighbour knows.
Html child_questions(const Report& report, const Refusal* refused) {
    const auto& draft = report.draft;
    const bool own = draft.is_child;
    Html out;
    const auto box = [&](const char* name, const char* label, const std::string& value, const char* classes = "govuk-input--width-20") {
        out << text_input({.name = name, .label = {.content = label}, .error = error_at(refused, name), .value = value, .classes = classes, .autocomplete = "off", .spellcheck = false}) << "\n"_html;
    };
    if (is_unborn(report)) return out;
    box("child-given", own ? "Your first name, if you want to say it" : "The child's first name, if you know it", draft.given);
    box("child-family", own ? "Your last name, if you want to say it" : "The child's last name, if you know it", draft.family);
    box("child-age", own ? "How old are you?" : "How old is the child, about?", draft.age, "govuk-input--width-2");
    Radios gender{.name = "child-gender", .fieldset = Fieldset{.legend = {.content = own ? "Are you a boy or a girl?" : "Is the child a boy or a girl?"}}, .items = {{.value = "female", .content = "Girl"}, {.value = "male", .content = "Boy"}, {.value = "", .content = "Not known, or something else"}}, .value = draft.gender, .classes = "govuk-radios--small"};
    return out << radios(gender) << "\n"_html;
}

void take_child(Report& report, const Fields& posted, ErrorList& errors) {
    if (is_unborn(report)) return;
    auto& draft = report.draft;
    const auto said = [&](const char* name) { return std::string(trimmed(posted.get(name))); };
    draft.given = said("child-given");
    draft.family = said("child-family");
    draft.age = said("child-age");
    draft.gender = said("child-gender");
    if (draft.gender != "female" && draft.gender != "male") draft.gender.clear();
    for (const auto& [name, text] : {std::pair{"child-given", &draft.given}, {"child-family", &draft.family}})
        if (text->size() > kMostNameLength) errors.push_back({"too-long", "Write the name in fewer letters. Put the rest in what you tell us.", name});
    const auto age = decimal(draft.age);
    if (!draft.age.empty() && (!age || *age < 0 || *age > kOldest)) errors.push_back({"age", "Write the age in years as a number from 0 to 18, or leave it blank.", "child-age"});
}

std::vector<ErrorSummaryItem> linked(const FieldList& fields, const ErrorList& errors) {
    std::vector<ErrorSummaryItem> items;
    for (const auto& error : errors) {
        if (error.field.starts_with("child-")) items.push_back({.content = error.text, .href = "#" + error.field});
        else if (error.field.empty()) items.push_back({.content = error.text});
        else items.push_back(error_items(fields, {error}).front());
    }
    return items;
}

Response question_page(Report& report, const FormPart& part, const ErrorList& errors, const std::string& told = {}) {
    const auto fields = to_render(part, report.draft.answers, report.asks, report.setting);
    const Refusal refusal{RefusalCode::Invalid, errors};
    Html inside;
    if (!errors.empty()) inside << error_summary({.errors = linked(fields, errors)}) << "\n"_html;
    if (!told.empty()) inside << inset_text({.content = told}) << "\n"_html;
    const std::string title = report.draft.is_child && part.id == kChildPart ? "You" : part.title;
    inside << heading(title) << form_start(report, part.id) << shown_field(fields);
    if (part.id == kChildPart) inside << child_questions(report, errors.empty() ? nullptr : &refusal);
    inside << render_fields(fields, report.draft.answers, errors, report.setting);
    if (part.id == "you") inside << "<p class=\"govuk-body\">"_html << link_to("/report/anonymity", "Can I stay anonymous?") << "</p>\n"_html;
    inside << button({.content = "Continue", .prevent_double_click = true}) << "\n</form>\n"_html << "<p class=\"govuk-hint\">We keep what you write for an hour after you last pressed a button. Nobody reads it before you send it.</p>\n"_html;
    auto response = report_page(report.visit, title, report.before(part.id), inside, errors.empty() ? 200 : 422);
    return response;
}

/// Faults of this page only; what other pages still need is said where everything is checked.
ErrorList faults_of(const Report& report, const FormPart& part) {
    engine::Surroundings world;
    world.now = report.visit.world().clock.now();
    world.vocabulary = &report.visit.world().library.vocabulary();
    ErrorList faults;
    for (auto& reason : engine::check_answers(*report.form, report.draft.answers, engine::Completeness::Submitting, *report.definition, engine::CaseState{}, world, subject_typing(*report.form)))
        if (error_items(part.fields, {reason}).front().href.starts_with("#f-")) faults.push_back(std::move(reason));
    return faults;
}

SummaryAction change_link(const std::string& page, const std::string& what) { return {.content = "Change", .href = Report::place(page) + "?check=yes", .visually_hidden_text = what}; }

Html summary_of(const Report& report, const FormPart& part) {
    SummaryList list;
    const auto& draft = report.draft;
    if (part.id == kChildPart && !is_unborn(report)) {
        const auto row = [&](const char* key, const std::string& value) { list.rows.push_back({.key = {.content = key}, .value = {.content = value.empty() ? std::string("Not given") : value}}); };
        row("First name", draft.given);
        row("Last name", draft.family);
        row("Age", draft.age);
        row("Boy or girl", draft.gender == "female" ? "Girl" : draft.gender == "male" ? "Boy" : "");
    }
    for (const auto* field : part.fields) {
        if (!report.asks(*field, draft.answers)) continue;
        const auto words = in_words(*field, draft.answers, report.setting);
        list.rows.push_back({.key = {.content = words.label}, .value = {.content = words_cell(words)}});
    }
    if (list.rows.empty()) return {};
    list.card = SummaryCard{.title = {.content = part.title}, .actions = {.items = {change_link(part.id, part.title)}}};
    Html out = summary_list(list);
    return out << "\n"_html;
}

Response check_page(Report& report, const ErrorList& missing = {}, const std::string& told = {}, int status = 200) {
    Html inside;
    if (!missing.empty()) {
        std::vector<ErrorSummaryItem> items;
        for (const auto& reason : missing) {
            std::string href;
            for (const auto& part : report.parts)
                if (const auto control = error_items(part.fields, {reason}).front().href; control.starts_with("#f-")) href = Report::place(part.id) + "?check=yes" + control;
            items.push_back({.content = reason.text, .href = href});
        }
        inside << error_summary({.errors = items}) << "\n"_html;
    }
    if (!told.empty()) inside << inset_text({.content = told}) << "\n"_html;
    inside << heading("Check what you have written");
    for (const auto* part : report.asked()) inside << summary_of(report, *part);
    inside << form_start(report, kCheck) << "<div class=\"govuk-visually-hidden\" aria-hidden=\"true\"><label for=\"website\">Leave this empty</label><input type=\"text\" id=\"website\" name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></div>\n"_html
           << button({.content = "Send it", .prevent_double_click = true}) << "\n</form>\n"_html;
    return report_page(report.visit, "Check what you have written", report.asked().empty() ? "/report" : Report::place(report.asked().back()->id), inside, missing.empty() ? status : 422);
}

/// The child as the record names them; where nobody knows, in words that say so.
casework::NewSubject child_of(const Report& report) {
    casework::NewSubject child;
    child.given = report.draft.given;
    child.family = report.draft.family;
    if (is_unborn(report)) {
        child.kind = "unborn";
        child.given = "Baby not born yet";
        child.family = {};
    } else if (child.given.empty() && child.family.empty()) {
        child.given = "Name not known";
    }
    return child;
}

engine::Answers answers_of(const Report& report) {
    auto answers = report.draft.answers;
    engine::Answers row{{"child", Answer::of("subject-1")}, {"born-or-unborn", Answer::of(is_unborn(report) ? "unborn-child" : "child")}};
    if (const auto age = decimal(report.draft.age); age && !is_unborn(report)) {
        const auto today = calendar::local_date_of(report.visit.world().clock.now());
        row["date-of-birth"] = Answer::of(std::to_string(static_cast<int>(today.year()) - static_cast<int>(*age)));
    }
    if (is_unborn(report))
        if (const auto expected = answers.find("expected"); expected != answers.end()) row["date-of-birth"] = expected->second;
    if (!report.draft.gender.empty() && !is_unborn(report)) row["gender"] = Answer::of(report.draft.gender);
    Answer rows;
    rows.rows.push_back(std::move(row));
    answers["children-details"] = std::move(rows);
    return answers;
}

RateLimiter::Moment machine_time() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

ErrorList missing_in(const Report& report) {
    ErrorList missing;
    for (const auto* part : report.asked())
        for (auto& fault : faults_of(report, *part)) missing.push_back(std::move(fault));
    return missing;
}

/// A program that fills in forms is asked to press again; a person who was merely quick loses one press. Nothing that
/// anybody sends is ever thrown away.
bool looks_odd(const Report& report) {
    return !report.visit.request.form.fields.get(kTrap).empty() || report.visit.world().clock.now() - report.draft.began_at < kFastest;
}

Response send_report(Report& report) {
    if (auto missing = missing_in(report); !missing.empty()) return check_page(report, missing);
    if (looks_odd(report) && !report.draft.asked_again) {
        report.draft.asked_again = true;
        auto response = check_page(report, {}, "That was very quick. Look at it once more, then press “Send it” again. Nothing has been lost.");
        keep_report_draft(report.visit, report.draft, response);
        return response;
    }
    if (const auto admitted = report.visit.site.report_gate.admit(report.visit.request.remote_address, machine_time()); !admitted) {
        const auto minutes = (admitted.retry_after.count() + 59) / 60;
        auto response = check_page(report, {}, "Many reports are coming in just now. Yours is kept. Press “Send it” again in " + std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes") + ", or ring. If a child is in danger, ring 999.", 429);
        keep_report_draft(report.visit, report.draft, response);
        response.headers.set("Retry-After", std::to_string(admitted.retry_after.count()));
        return response;
    }
    const auto sent = casework::send_public_report(report.visit.world(), report.draft.key, child_of(report), answers_of(report));
    if (!sent && sent.error().code == RefusalCode::Invalid) return check_page(report, sent.error().reasons);
    if (!sent) return render_refusal(report.visit, sent.error());
    // What was told is forgotten here the moment it has arrived; only the reference is left to show.
    ReportDraft done;
    done.key = report.draft.key;
    done.is_child = report.draft.is_child;
    done.began_at = report.draft.began_at;
    done.reference = *sent;
    auto response = redirect_see_other("/report/received");
    keep_report_draft(report.visit, done, response);
    return response;
}

Response no_such_page(const Visit& visit) { return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-page", "There is no such page. Begin again at /report.")); }

}  // namespace

Response show_report_question(Visit& visit) {
    auto draft = report_draft(visit);
    if (!draft) return redirect_see_other("/report");
    if (!draft->reference.empty()) return redirect_see_other("/report/received");
    auto report = report_of(visit, std::move(*draft));
    const std::string page = visit.params["page"];
    if (page == kCheck) return check_page(report);
    const auto* part = report.part(page);
    return part ? question_page(report, *part, {}) : no_such_page(visit);
}

Response take_report_question(Visit& visit) {
    auto kept = report_draft(visit);
    if (kept && !kept->reference.empty()) return redirect_see_other("/report/received");
    const bool expired = !kept;
    const auto& posted = visit.request.form.fields;
    auto report = report_of(visit, expired ? new_report_draft(visit, false) : std::move(*kept));
    const std::string page = visit.params["page"];
    const bool ours = !expired && auth::same_secret(posted.get(kReportToken), report_token(report.draft));
    if (page == kCheck) {
        if (ours) return send_report(report);
        auto response = expired ? redirect_see_other("/report") : check_page(report, {}, "Look at it once more, then press “Send it” again.", 403);
        return response;
    }
    const auto* part = report.part(page);
    if (!part) return no_such_page(visit);
    report.draft.answers = with_part(report.draft.answers, *part, parse_fields(part->fields, posted, report.setting), report.asks);
    ErrorList errors;
    if (part->id == kChildPart) take_child(report, posted, errors);
    if (!ours) {
        // Too late, or not sent from our page: what was typed is shown again and kept, and nothing else is done.
        auto response = question_page(report, *part, {}, expired ? "We could not find what you wrote on the pages before: an hour had passed, or your browser keeps no cookies. What you wrote here is kept. You can also ring."
                                                                  : "Look at it once more, then press “Continue” again.");
        if (expired) keep_report_draft(visit, report.draft, response);
        return response;
    }
    for (auto& fault : faults_of(report, *part)) errors.push_back(std::move(fault));
    const auto fresh = newly_asked(*part, report.draft.answers, report.asks, std::string(posted.get(kShown)));
    auto response = !errors.empty() || !fresh.empty() ? question_page(report, *part, errors, errors.empty() ? "Your answer leads to one more question below." : "") : redirect_see_other(report.after(part->id));
    keep_report_draft(visit, report.draft, response);
    return response;
}

}  // namespace hearken::web
