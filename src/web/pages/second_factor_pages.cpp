// Setting up (or replacing) the second factor, and the recovery codes that are shown once.
#include "auth/sealed_text.hpp"
#include "casework/recovery_codes.hpp"
#include "web/components/button.hpp"
#include "web/components/details.hpp"
#include "web/components/text_input.hpp"
#include "web/components/warning_text.hpp"
#include "web/pages/form_errors.hpp"
#include "web/pages/session_pages.hpp"
#include "web/qr/qr_svg.hpp"

namespace hearken::web {

namespace {

constexpr char kPurpose[] = "enrolment";

std::string in_fours(const std::string& secret) {
    std::string spaced;
    for (size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) spaced += ' ';
        spaced += secret[i];
    }
    return spaced;
}

/// The secret waits, sealed, in the form until a code from it proves that the app has it.
std::string seal_enrolment(const Visit& visit, const casework::Enrolment& enrolment) {
    return auth::seal(visit.site.seal_key, kPurpose, visit.session->user.str() + "\n" + enrolment.secret + "\n" + enrolment.uri);
}

std::optional<casework::Enrolment> unseal_enrolment(const Visit& visit) {
    const auto text = auth::unseal(visit.site.seal_key, kPurpose, visit.request.form.fields.get("sealed-secret"));
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    if (next_part(rest, '\n') != visit.session->user.str()) return std::nullopt;
    casework::Enrolment enrolment;
    enrolment.secret = std::string(next_part(rest, '\n'));
    enrolment.uri = std::string(rest);
    return enrolment;
}

/// Asked where one is replaced: proof that it is really its holder who does.
Html old_code_input(const Visit& visit, const Refusal* refusal) {
    if (!casework::has_second_factor(visit.world(), *visit.session)) return {};
    return text_input({.name = "old-code", .label = {.content = "Code from the app you have used until now, or a recovery code"}, .error = error_at(refusal, "old-code"),
                       .classes = "govuk-input--width-20", .autocomplete = "off", .spellcheck = false});
}

Response set_up_page(const Visit& visit, const casework::Enrolment& enrolment, const std::string& next, const Refusal* refusal) {
    PageContent content;
    content.title = "Set up your second factor";
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    Html by_hand;
    by_hand << "<p class=\"govuk-body\">In the app choose to enter a key, and type:</p>\n<p class=\"govuk-body hearken-code\">"_html << in_fours(enrolment.secret) << "</p>"_html;
    Html sealed;
    sealed << "<input type=\"hidden\" name=\"sealed-secret\""_html;
    sealed.attr("value", seal_enrolment(visit, enrolment)) << ">\n"_html;
    content.main << "<h1 class=\"govuk-heading-l\">Set up your second factor</h1>\n"_html
                 << "<p class=\"govuk-body\">Your role reads children’s records, so a password alone is not enough. You need an authenticator app on a phone or computer: any that makes 6-figure codes will do.</p>\n"_html
                 << "<ol class=\"govuk-list govuk-list--number\">\n<li>Open the app and choose to add an account.</li>\n<li>Let it scan this code.</li>\n<li>Enter the 6 figures that it shows.</li>\n</ol>\n"_html
                 << qr_svg(enrolment.uri, "QR code for your authenticator app. The key in words is below.")
                 << details({.summary = "I cannot scan the code", .content = by_hand})
                 << "\n"_html << form_open(visit, "/sign-in/set-up") << next_field(next) << sealed
                 << text_input({.name = "code", .label = {.content = "Code from the app"}, .error = error_at(refusal, "code"), .classes = "govuk-input--width-10",
                                .autocomplete = "one-time-code", .inputmode = "numeric", .spellcheck = false})
                 << old_code_input(visit, refusal)
                 << "\n"_html << button({.content = "Set up", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_set_up(Visit& visit) {
    const auto next = next_place(visit.request);
    if (visit.session->state == casework::SessionState::NeedsSecondFactor) return redirect_see_other("/sign-in/code");
    const auto enrolment = casework::begin_enrolment(visit.world(), *visit.session);
    if (!enrolment) return render_refusal(visit, enrolment.error());
    return set_up_page(visit, *enrolment, next, nullptr);
}

Response take_set_up(Visit& visit) {
    const auto next = next_place(visit.request);
    const auto started = unseal_enrolment(visit);
    if (!started) return redirect_see_other("/sign-in/set-up");
    const auto done = casework::finish_enrolment(visit.world(), *visit.session, started->secret, std::string(visit.request.form.fields.get("code")),
                                                 std::string(visit.request.form.fields.get("old-code")));
    if (!done) return done.error().code == RefusalCode::Invalid ? set_up_page(visit, *started, next, &done.error()) : render_refusal(visit, done.error());
    visit.session->state = casework::SessionState::Open;
    return show_recovery_codes(visit, done->recovery_codes, next);
}

Response recovery_codes_page(const Visit& visit, const Refusal* refusal) {
    PageContent content;
    content.title = "New recovery codes";
    if (refusal) {
        content.status = 422;
        content.main << refusal_summary(*refusal) << "\n"_html;
    }
    content.main << "<h1 class=\"govuk-heading-l\">New recovery codes</h1>\n<p class=\"govuk-body\">New codes take the place of all those you have. The old ones stop working.</p>\n"_html
                 << form_open(visit, "/account/recovery-codes")
                 << text_input({.name = "code", .label = {.content = "Code from your authenticator app"}, .error = error_at(refusal, "code"),
                                .classes = "govuk-input--width-10", .autocomplete = "one-time-code", .inputmode = "numeric", .spellcheck = false})
                 << "\n"_html << button({.content = "Make new codes", .prevent_double_click = true}) << "\n</form>\n"_html;
    return render_page(visit, std::move(content));
}

Response show_new_codes(Visit& visit) { return recovery_codes_page(visit, nullptr); }

Response take_new_codes(Visit& visit) {
    const auto codes = casework::new_recovery_codes(visit.world(), *visit.session, std::string(visit.request.form.fields.get("code")));
    if (!codes) return recovery_codes_page(visit, &codes.error());
    return show_recovery_codes(visit, *codes, "/account");
}

}  // namespace

Response show_recovery_codes(const Visit& visit, const std::vector<std::string>& codes, const std::string& place) {
    PageContent content;
    content.title = "Your recovery codes";
    content.main << "<h1 class=\"govuk-heading-l\">Your recovery codes</h1>\n"_html
                 << "<p class=\"govuk-body\">If you lose your phone, each of these codes lets you sign in once.</p>\n"_html
                 << warning_text({.content = "They are shown only now. Print this page, or write them down, and keep them apart from your computer."}) << "\n<ul class=\"govuk-list hearken-codes\">\n"_html;
    for (const auto& code : codes) content.main << "<li class=\"hearken-code\">"_html << code << "</li>\n"_html;
    content.main << "</ul>\n"_html << button({.content = "I have kept the codes", .href = place}) << "\n"_html;
    return render_page(visit, std::move(content));
}

void add_second_factor_pages(Router& router, Site& site) {
    using access::Action;
    add_route(router, site, {.method = "GET", .pattern = "/sign-in/set-up", .name = "second-factor.show", .audience = Audience::Arriving, .action = Action::SignIn, .handler = show_set_up});
    add_route(router, site, {.method = "POST", .pattern = "/sign-in/set-up", .name = "second-factor.set-up", .audience = Audience::Arriving, .action = Action::SignIn, .handler = take_set_up});
    add_route(router, site, {.method = "GET", .pattern = "/account/recovery-codes", .name = "recovery-codes.show", .action = Action::ManageOwnSessions, .handler = show_new_codes});
    add_route(router, site, {.method = "POST", .pattern = "/account/recovery-codes", .name = "recovery-codes.make", .action = Action::ManageOwnSessions, .handler = take_new_codes});
}

}  // namespace hearken::web
