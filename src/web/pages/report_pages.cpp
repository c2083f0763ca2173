// Before and after the questions: who you are, what happens with what you tell us, whether you can stay unknown, and what
// comes next. Plain words (a reading age of nine), one thing on a page, without a script, first of all for a telephone.
#include "web/pages/report_pages.hpp"

#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/inset_text.hpp"
#include "web/components/panel.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/contacts_parts.hpp"
#include "web/pages/page_words.hpp"

namespace hearken::web {

namespace {

Html door(std::string_view href, std::string_view title, std::string_view about) {
    Html out;
    return out << "<h2 class=\"govuk-heading-m govuk-!-margin-bottom-1\">"_html << link_to(href, title) << "</h2>\n<p class=\"govuk-body\">"_html << about << "</p>\n"_html;
}

Html begin_button(const char* who, const char* words) {
    Html out = "<form method=\"post\" action=\"/report/begin\" novalidate>\n"_html;
    return out << hidden("who", who) << button({.content = words, .is_start_button = true}) << "\n</form>\n"_html;
}

Html numbers(const Visit& visit) {
    Html out;
    out << smaller_heading("If you would rather talk") << "<ul class=\"govuk-list govuk-list--bullet\">\n"_html;
    casework::RingQuery query;
    query.public_only = true;
    query.worry = "harm";
    const auto answer = casework::who_to_ring(visit.world(), query);
    size_t shown = 0;
    for (const auto* list : {&answer.first, &answer.others})
        for (const auto& line : *list)
            if (line.open && line.entry.kind != "helpline" && !line.entry.phone.empty() && shown++ < 4) out << "<li>"_html << line.entry.name << ": "_html << telephone(line.entry.phone) << "</li>\n"_html;
    return out << "<li>NSPCC, day and night: "_html << telephone("0808 800 5000") << "</li>\n<li>Childline, for children, free, day and night: "_html << telephone("0800 1111") << "</li>\n</ul>\n<p class=\"govuk-body\">"_html
               << link_to("/contacts", "Find who to ring where you live") << "</p>\n"_html;
}

}  // namespace

Response report_page(const Visit& visit, const std::string& title, const std::string& back, const Html& inside, int status) {
    PageContent content;
    content.title = title;
    content.section = "report";
    content.status = status;
    if (!back.empty()) content.before_main = back_to(back);
    Html words, whole;
    words << "If a child is in danger now, ring "_html << telephone("999") << "."_html;
    whole << inset_text({.content = words, .classes = "hearken-danger"}) << "\n"_html << inside;
    content.main = narrow(whole);
    auto response = render_page(visit, std::move(content));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response show_report(Visit& visit) {
    Html inside = heading("Tell us you are worried about a child");
    inside << paragraph("You do not have to be sure. If something does not feel right, tell us.") << smaller_heading("Who are you?")
           << door("/report/public", "A relative, a friend, a neighbour or somebody else", "You do not need an account. You do not have to give your name.")
           << door("/report/child", "A child or young person", "Something is happening to you, or to somebody you know.")
           << door("/report/professional", "I work with children or families", "Sign in, or ring if you have no account.") << numbers(visit);
    return report_page(visit, "Tell us you are worried about a child", {}, inside);
}

Response show_report_child(Visit& visit) {
    Html inside = heading("You can tell us");
    Html ring;
    ring << "Ring Childline on "_html << telephone("0800 1111") << ". It is free, at any time, day or night. It does not show on the telephone bill."_html;
    inside << inset_text({.content = ring}) << paragraph("If somebody hurts you, scares you, touches you in a way you do not like, or does not look after you, it is not your fault.")
           << paragraph("You can write it here. A social worker will read it. It is their job to help keep children safe.")
           << bullets({"You can say who you are, or not.", "If you tell us who you are, we can find you and help you.", "We cannot keep it all a secret. If you or another child is not safe, we have to tell the people who can help.",
                       "You can stop at any time."})
           << begin_button("child", "Start") << paragraph("Is somebody looking at your screen? Press “Hide this screen” at the top.");
    return report_page(visit, "You can tell us", "/report", inside);
}

Response show_report_public(Visit& visit) {
    Html inside = heading("Before you start");
    inside << paragraph("It takes about 10 minutes. Leave out what you do not know.") << smaller_heading("Who sees it")
           << paragraph("Social workers at the council. If a child may be hurt, they talk with the police, the school and doctors. The family is told that somebody was worried. They are not told who, if you ask us not to.")
           << smaller_heading("Can you stay unknown?")
           << paragraph("Yes, nearly always. You choose. We cannot promise it: a court may tell us to say who told us.") << "<p class=\"govuk-body\">"_html << link_to("/report/anonymity", "More about staying unknown") << "</p>\n"_html
           << smaller_heading("What happens next") << bullets({"It goes to children's social care at once.", "They look at it within one working day and decide what to do.", "If you leave a number, somebody may ring you to ask more, or offer to meet you.",
                                                               "We may not be able to tell you what we decide. Families have a right to privacy."})
           << begin_button("public", "Start now") << numbers(visit);
    return report_page(visit, "Before you start", "/report", inside);
}

Response show_report_professional(Visit& visit) {
    Html inside = heading("You work with children or families");
    inside << paragraph("If a child may be suffering significant harm, refer at once. You do not need anybody's permission. People who tell us as part of their work are not anonymous.")
           << button({.content = "Sign in and make a referral", .href = "/sign-in?next=%2Fstart"}) << "\n"_html << smaller_heading("No account?") << paragraph("Ring, then confirm in writing within 24 hours.") << who_to_ring_panel(visit, "harm");
    return report_page(visit, "You work with children or families", "/report", inside);
}

Response show_report_anonymity(Visit& visit) {
    Html inside = heading("Can I stay anonymous?");
    inside << paragraph("You choose one of three:")
           << bullets({"Nobody knows. You give no name. Then we cannot ask you more, and we cannot thank you.", "Only social workers know. Your name is left out of everything that the family and others see.", "You may be named."})
           << paragraph("We keep to what you choose wherever we can.")
           << warning_text({.content = "We cannot promise it. A court can tell us to say who told us. And if only you could have seen something, somebody may guess."}) << "\n"_html
           << paragraph("If you tell us as part of your work, you cannot be anonymous.") << smaller_heading("Will you tell me what happened?")
           << paragraph("If you left a way to reach you, we tell you that we have looked into it. We cannot tell you more: children and families have a right to privacy. Thank you for telling us all the same. If you see more, tell us again.")
           << numbers(visit) << "<p class=\"govuk-body\">"_html << link_to("/report", "Tell us you are worried about a child") << "</p>\n"_html;
    return report_page(visit, "Can I stay anonymous?", "/report", inside);
}

Response begin_report(Visit& visit) {
    const auto draft = new_report_draft(visit, visit.request.form.fields.get("who") == "child");
    auto response = redirect_see_other("/report/questions/now");
    keep_report_draft(visit, draft, response);
    return response;
}

/// Nothing of what was told stands here: the screen may be seen by somebody else.
Response show_report_received(Visit& visit) {
    const auto draft = report_draft(visit);
    if (!draft || draft->reference.empty()) return redirect_see_other("/report");
    Html reference;
    reference << "Your reference<br><strong>"_html << draft->reference << "</strong>"_html;
    Html inside = panel({.title = "Thank you. We have it", .content = reference});
    inside << paragraph("Write the reference down. It says nothing about you or the child.") << smaller_heading("What happens next")
           << bullets({"It has gone to children's social care.", "They look at it within one working day and decide what to do.", "If you left a way to reach you, they may ask you more, or offer to talk with you.",
                       "We may not be able to tell you what we decide. Families have a right to privacy."})
           << paragraph("If you see or hear more, ring and give the reference, or tell us again here.");
    if (draft->is_child) {
        Html ring;
        ring << "You did the right thing. If you want to talk now, ring Childline: "_html << telephone("0800 1111") << ". It is free."_html;
        inside << inset_text({.content = ring}) << "\n"_html;
    }
    inside << numbers(visit);
    return report_page(visit, "We have it", {}, inside);
}

void add_report_pages(Router& router, Site& site) {
    const auto add = [&](const char* method, const char* pattern, const char* name, Response (*page)(Visit&)) {
        add_route(router, site, {.method = method, .pattern = pattern, .name = name, .audience = Audience::Anyone, .action = access::Action::ReadPublic, .handler = page});
    };
    add("GET", "/report", "report.show", show_report);
    add("GET", "/report/public", "report.public", show_report_public);
    add("GET", "/report/child", "report.child", show_report_child);
    add("GET", "/report/professional", "report.professional", show_report_professional);
    add("GET", "/report/anonymity", "report.anonymity", show_report_anonymity);
    add("POST", "/report/begin", "report.begin", begin_report);
    add("GET", "/report/questions/:page", "report.question.show", show_report_question);
    add("POST", "/report/questions/:page", "report.question", take_report_question);
    add("GET", "/report/received", "report.received", show_report_received);
}

}  // namespace hearken::web
