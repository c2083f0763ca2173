#include "casework/disclosure_log.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_record.hpp"
#include "casework/csv_lines.hpp"
#include "store/cases.hpp"
#include "store/disclosures.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

constexpr int kLinesOfAPage = 50;
constexpr int kMonthsOverviewed = 12;
constexpr const char* kAnswerForSharing[] = {"dsl", "team-manager", "agency-safeguarding-lead", "information-governance-lead", "caldicott-guardian", "senior-manager", "headteacher"};

Refusal no_such_person() {
    return Refusal::of(RefusalCode::NotFound, "no-such-person", "There is no such record, or it is not one that you may open.");
}

/// The label of a code; what is no code (words somebody wrote for an older act of sharing) as it is.
std::string in_words(const World& world, const char* list, const std::string& code) {
    const auto& lists = world.library.vocabulary().code_lists;
    if (const auto found = lists.find(list); found != lists.end())
        for (const auto& option : found->second)
            if (option.id == code) return option.label;
    return code;
}

class Entries {
public:
    Entries(World& world, store::Reading& reading) : world_(world), reading_(reading), names_(reading) {}

    DisclosureEntry of(const store::DisclosureLine& line) {
        DisclosureEntry entry;
        entry.event = line.event;
        entry.in_case = line.case_id;
        entry.case_title = title_of(line.case_id);
        entry.at = line.at;
        entry.outcome = line.outcome;
        if (!line.shared_with.empty()) entry.to = names_.of_anyone(line.shared_with);
        if (!line.recipient.empty()) entry.to += (entry.to.empty() ? "" : ", ") + line.recipient;
        entry.what = line.what;
        entry.purpose = line.purpose;
        entry.basis = in_words(world_, "lawful-bases", line.basis);
        entry.consent = in_words(world_, "consent-to-share", line.consent);
        entry.how = in_words(world_, "ways-of-sharing", line.how);
        entry.why = line.why;
        entry.decided_by = names_.of_user(line.decided_by);
        if (!line.organisation.empty()) entry.organisation = names_.of_organisation(line.organisation);
        return entry;
    }
    Names& names() { return names_; }

private:
    const std::string& title_of(const CaseId& id) {
        const auto known = titles_.find(id);
        if (known != titles_.end()) return known->second;
        std::string title;
        if (const auto file = store::find_case(reading_, id)) {
            const auto definition = world_.library.find(file->procedure, file->version);
            title = !file->title.empty() ? file->title : definition ? definition->title : file->procedure;
        }
        return titles_.emplace(id, std::move(title)).first->second;
    }

    World& world_;
    store::Reading& reading_;
    Names names_;
    std::map<CaseId, std::string> titles_;
};

bool may_read_whole(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person) {
    const auto seen = store::visible_persons(reading, actor, {person}, calendar::iso_date(calendar::local_date_of(world.clock.now())));
    return !seen.empty() && seen.front().view == access::PersonView::Full;
}

Result<Page<DisclosureEntry>> page_about(World& world, store::Reading& reading, const access::Actor& actor, const PersonId& person, const DisclosureQuery& query, int size) {
    if (!may_read_whole(world, reading, actor, person)) return refuse(no_such_person());
    const auto found = store::disclosures_about(reading, access::case_rule(actor), person, {query.outcome, query.words, query.from, query.until}, {size, query.after});
    Entries entries(world, reading);
    Page<DisclosureEntry> page;
    page.next = found.next;
    for (const auto& line : found.items) page.rows.push_back(entries.of(line));
    return page;
}

std::string decision_in_words(const std::string& outcome) { return outcome == "withheld" ? "Not shared" : outcome == "asked" ? "Asked" : "Shared"; }

}  // namespace

Result<Page<DisclosureEntry>> read_disclosures(World& world, const access::Actor& actor, const PersonId& person, const DisclosureQuery& query) {
    constexpr auto action = access::Action::ReadChronology;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) { return page_about(world, reading, actor, person, query, kLinesOfAPage); });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, {person}, "disclosures");
    return outcome;
}

Result<std::string> export_disclosures(World& world, const access::Actor& actor, const PersonId& person, const DisclosureQuery& query) {
    constexpr auto action = access::Action::ReadChronology;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<std::string> {
        std::string csv = "When,Decision,To,What,What for,Lawful basis,Consent,How,Reasons,Decided by,Organisation,Case\r\n";
        DisclosureQuery asked = query;
        do {
            const auto page = page_about(world, reading, actor, person, asked, kLinesOfAPage);
            if (!page) return refuse(page.error());
            for (const auto& one : page->rows)
                csv += csv_line({calendar::moment_text(one.at), decision_in_words(one.outcome), one.to, one.what, one.purpose, one.basis, one.consent, one.how, one.why, one.decided_by, one.organisation, one.case_title});
            asked.after = page->next;
        } while (!asked.after.empty());
        return csv;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, {person}, "disclosures taken out as a file");
    return outcome;
}

Result<std::vector<DisclosureEntry>> read_case_disclosures(World& world, const access::Actor& actor, const CaseId& in_case) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<std::vector<DisclosureEntry>> {
        if (store::view_of_case(reading, access::case_rule(actor), in_case) != access::CaseView::Full)
            return refuse(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
        for (const auto& subject : store::subjects_of(reading, {in_case})) shown.push_back(subject.person);
        Entries entries(world, reading);
        std::vector<DisclosureEntry> lines;
        for (const auto& line : store::disclosure_lines_of(reading, in_case)) lines.push_back(entries.of(line));
        return lines;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, action, in_case, std::move(shown), "disclosures");
    return outcome;
}

bool answers_for_sharing(const World& world, const access::Actor& actor) {
    const auto roles = roles_worked_as(world, actor);
    return std::any_of(std::begin(kAnswerForSharing), std::end(kAnswerForSharing), [&](const char* role) { return roles.contains(role); });
}

Result<SharingOverview> read_sharing(World& world, const access::Actor& actor, const std::string& after) {
    constexpr auto action = access::Action::ReadOwnWork;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    if (!answers_for_sharing(world, actor))
        return note_refusal(world, actor, action, {}, Refusal::of(RefusalCode::NotPermitted, "role", "This is for whoever answers for how your organisation shares information: its safeguarding lead, managers, information governance lead or Caldicott Guardian."));
    std::vector<PersonId> shown;
    auto overview = world.database.read([&](store::Reading& reading) {
        const auto today = calendar::local_date_of(world.clock.now());
        SharingOverview view;
        view.since = calendar::start_of_local_day(calendar::plus_days(today, -kMonthsOverviewed * 30));
        const auto counted = store::sharing_decisions_of(reading, actor.organisation, view.since);
        view.shared = counted.shared;
        view.with_consent = counted.with_consent;
        view.without_consent = counted.without_consent;
        view.withheld = counted.withheld;
        view.asked = counted.asked;
        view.without_reason = counted.without_reason;
        for (const auto& [basis, count] : counted.by_basis) view.by_basis.emplace_back(basis.empty() ? "None recorded" : in_words(world, "lawful-bases", basis), count);
        Entries entries(world, reading);
        view.organisation = entries.names().of_organisation(actor.organisation);
        const auto found = store::decisions_to_review(reading, actor.organisation, {kLinesOfAPage, after});
        view.to_review.next = found.next;
        std::vector<CaseId> opened;
        for (const auto& line : found.items) {
            SharingOverview::Line one{entries.of(line), store::view_of_case(reading, access::case_rule(actor), line.case_id) == access::CaseView::Full, false};
            one.reason_missing = line.why.empty() || (line.outcome == "shared" && line.basis.empty());
            if (one.may_open) opened.push_back(line.case_id);
            // Counted, and known by its codes; whom it is about and what it says is for readers of the case.
            else one.entry.what = one.entry.why = one.entry.purpose = one.entry.to = one.entry.case_title = std::string{};
            view.to_review.rows.push_back(std::move(one));
        }
        for (const auto& subject : store::subjects_of(reading, opened)) shown.push_back(subject.person);
        return view;
    });
    note_read(world, actor, action, {}, std::move(shown), "sharing overview");
    return overview;
}

}  // namespace hearken::casework
