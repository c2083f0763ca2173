#include "casework/made_documents.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/case_change.hpp"
#include "casework/chronology_entries.hpp"
#include "casework/outward.hpp"
#include "casework/reader.hpp"
#include "store/audit.hpp"
#include "store/digest.hpp"
#include "store/made_documents.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

using access::Action;
using access::CaseView;

namespace {

constexpr size_t kLongestName = 200;
constexpr char kWithheld[] = "Withheld";

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Refusal no_such_case() { return Refusal::of(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open."); }

/// Takes what is protected out of every word of a document, and counts the places.
class LeaveOut {
public:
    LeaveOut(const sharing::ProtectedContent& content, long& count) : content_(content), count_(count) {}
    void from(std::string& words) {
        if (!content_.is_in(words)) return;
        words = content_.left_out(words);
        ++count_;
    }
    void from(AnswerView& answer) {
        for (auto& line : answer.lines) from(line);
        for (auto& row : answer.rows)
            for (auto& [column, words] : row) from(words);
        for (auto& [id, name] : answer.files) from(name);
    }
    void from(ChronologyEntry& entry) {
        from(entry.text);
        from(entry.source);
        from(entry.corrected_why);
        for (auto& correction : entry.corrections) from(correction);
        for (auto& [impact, by] : entry.impacts) from(impact);
    }

private:
    const sharing::ProtectedContent& content_;
    long& count_;
};

DocumentForSomebody begin(World& world, store::Reading& reading, const access::Actor& actor, const Recipient& recipient) {
    DocumentForSomebody document;
    document.made_for = recipient;
    Names names(reading);
    document.made_by = names.of_user(actor.user);
    document.made_at = world.clock.now();
    return document;
}

/// Fields that only some may read go to nobody outside, whoever prints them.
void withhold_named_fields(const procedure::Form& form, FormView& view, long& withheld) {
    for (auto& answer : view.answers)
        for (const auto& field : form.fields) {
            if (field.id != answer.field || (field.readers.empty() && field.hidden_from.empty() && form.readers.empty())) continue;
            if (!answer.masked && !answer.missing) ++withheld;
            answer = {answer.field, answer.label, {kWithheld}, true, false, {}, {}};
        }
}

void add_forms(Reader& reader, LeaveOut& leave_out, DocumentForSomebody& document) {
    for (auto& view : form_views(reader)) {
        withhold_named_fields(*reader.record.definition->form(view.form), view, document.withheld);
        DocumentForSomebody::Part part;
        part.title = view.title + (view.subject_name.empty() ? "" : ", " + view.subject_name);
        part.caption = "Last saved " + calendar::moment_text(view.saved_at) + " by " + view.saved_by;
        for (auto& answer : view.answers) {
            if (answer.missing) continue;
            leave_out.from(answer);
            part.answers.push_back(std::move(answer));
        }
        if (!part.answers.empty()) document.parts.push_back(std::move(part));
    }
}

void add_decisions(Reader& reader, LeaveOut& leave_out, DocumentForSomebody& document) {
    DocumentForSomebody::Part part;
    part.title = "Decisions";
    for (auto& decision : decision_views(reader)) {
        std::string words = decision.option_label + ". " + decision.reasons + " Decided by " + decision.decided_by + ", " + calendar::moment_text(decision.decided_at);
        for (const auto& [role, who] : decision.signatures) words += ". Signed: " + role + ", " + who;
        leave_out.from(words);
        part.lines.emplace_back(decision.question + (decision.subject_name.empty() ? "" : ", " + decision.subject_name), std::move(words));
    }
    if (!part.lines.empty()) document.parts.push_back(std::move(part));
}

void keep_row(World& world, store::Transaction& transaction, const access::Actor& actor, store::MadeDocument row, const DocumentForSomebody& document, const std::string& file) {
    row.id = world.ids.next<EventId>().str();
    row.title = document.title;
    row.version = document.version;
    row.revision = document.revision;
    row.made_for = document.made_for.name;
    row.made_for_organisation = document.made_for.organisation;
    row.purpose = document.made_for.purpose;
    row.withheld = document.withheld;
    row.digest = store::sha256_hex(file);
    row.made_by = actor.user;
    row.organisation = actor.organisation;
    row.made_at = document.made_at;
    store::add_made_document(transaction, row);
}

engine::Event shared_by_document(World& world, const access::Actor& actor, const DocumentForSomebody& document) {
    engine::Event event;
    event.kind = engine::EventKind::Shared;
    event.occurred_at = event.recorded_at = world.clock.now();
    event.by = acted_by(actor);
    event.text = document.made_for.purpose;
    event.details = {{"what", document.title + " (PDF)"}, {"purpose", document.made_for.purpose}, {"how", "document"}, {"outside", "yes"},
                     {"recipient", document.made_for.name + (document.made_for.organisation.empty() ? "" : ", " + document.made_for.organisation)}};
    return event;
}

}  // namespace

Result<void> checked(const Recipient& recipient) {
    Refusal refusal{RefusalCode::Invalid, {}};
    const auto fault = [&](const char* code, const char* text, const char* field) { refusal.reasons.push_back({code, text, field}); };
    if (blank(recipient.name)) fault("required", "Say for whom it is made, by name or post. Their name stands on every page.", "made-for");
    if (recipient.name.size() > kLongestName) fault("too-long", "Keep the name to 200 characters.", "made-for");
    if (recipient.organisation.size() > kLongestName) fault("too-long", "Keep the organisation to 200 characters.", "made-for-organisation");
    if (blank(recipient.purpose)) fault("required", "Say what they need it for.", "purpose");
    if (recipient.purpose.size() > 2000) fault("too-long", "Keep the purpose to 2,000 characters.", "purpose");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

Result<DocumentForSomebody> version_for(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version, const Recipient& recipient) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    if (auto good = checked(recipient); !good) return refuse(good.error());
    auto read = read_document(world, actor, in_case, version);
    if (!read) return refuse(read.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<DocumentForSomebody> {
        const auto record = load_case(world, reading, in_case);
        if (!record || access::view_of(actor, record->facts) != CaseView::Full) return refuse(no_such_case());
        auto document = begin(world, reading, actor, recipient);
        document.title = read->title;
        document.version = record->state.version;
        document.reference = in_case.str();
        document.revision = record->state.last_sequence;
        Names names(reading);
        for (const auto& subject : subjects_in(record->state)) document.about.push_back(names.of_person(subject));
        document.paragraphs = std::move(read->paragraphs);
        document.answers = std::move(read->answers);
        return document;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

Result<DocumentForSomebody> whole_record_for(World& world, const access::Actor& actor, const CaseId& in_case, const Recipient& recipient) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    if (auto good = checked(recipient); !good) return refuse(good.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<DocumentForSomebody> {
        const auto record = load_case(world, reading, in_case);
        if (!record || access::view_of(actor, record->facts) != CaseView::Full) return refuse(no_such_case());
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        Reader reader{world, reading, actor, *record, surroundings.get(), CaseView::Full, capacities_of(world, actor, record->state), names};
        shown = subjects_in(record->state);
        auto document = begin(world, reading, actor, recipient);
        document.title = "Record: " + (record->state.title.empty() ? record->definition->title : record->state.title);
        document.version = record->state.version;
        document.reference = in_case.str();
        document.revision = record->state.last_sequence;
        for (const auto& subject : shown) document.about.push_back(names.of_person(subject));
        const auto content = kept_from(world, reading, record->facts.owner, shown, {}, &*record);
        LeaveOut leave_out(content, document.withheld);
        leave_out.from(document.title);
        add_decisions(reader, leave_out, document);
        add_forms(reader, leave_out, document);
        document.entries = history_of(reader, false);
        std::stable_sort(document.entries.begin(), document.entries.end(), [](const auto& a, const auto& b) { return a.occurred_at < b.occurred_at; });
        for (auto& entry : document.entries) leave_out.from(entry);
        return document;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, Action::ReadCase, in_case, std::move(shown), "whole record, to be printed");
    return outcome;
}

Result<DocumentForSomebody> chronology_for(World& world, const access::Actor& actor, const PersonId& person, bool with_siblings, const std::vector<EventId>& entries,
                                           const Recipient& recipient) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    if (auto good = checked(recipient); !good) return refuse(good.error());
    std::vector<PersonId> persons;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<DocumentForSomebody> {
        if (person_view(world, reading, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        auto document = begin(world, reading, actor, recipient);
        Names names(reading);
        document.title = "Chronology";
        document.about.push_back(names.of_person(person));
        persons = store::records_of_one(reading, person);
        if (with_siblings)
            for (const auto& sibling : siblings_open_to(world, reading, actor, person)) {
                persons.push_back(sibling);
                document.about.push_back(names.of_person(sibling));
            }
        store::ChronologyFilter filter;
        filter.newest_first = false;
        filter.significant_only = entries.empty();
        std::vector<store::ChronologyEntry> chosen;
        for (std::string after;;) {
            const auto page = store::chronology_of_persons(reading, access::case_rule(actor), persons, filter, {500, after});
            for (const auto& entry : page.items)
                if (!entry.let_read && (entries.empty() || std::find(entries.begin(), entries.end(), entry.event) != entries.end())) chosen.push_back(entry);
            if (page.next.empty()) break;
            after = page.next;
        }
        if (!entries.empty() && chosen.size() != entries.size())
            return refuse(RefusalCode::Invalid, "not-ours", "One of the entries is no longer there, or is another agency's, which lets you read it but not give it out. Choose again.", "entries");
        document.entries = entry_views(world, reading, names, actor, chosen);
        document.revision = static_cast<long>(document.entries.size());
        std::map<CaseId, sharing::ProtectedContent> kept;
        for (auto& entry : document.entries) {
            auto at = kept.find(entry.in_case);
            if (at == kept.end()) {
                const auto record = entry.in_case.empty() ? std::nullopt : load_case(world, reading, entry.in_case);
                at = kept.emplace(entry.in_case, kept_from(world, reading, actor.organisation, persons, {}, record ? &*record : nullptr)).first;
            }
            LeaveOut(at->second, document.withheld).from(entry);
        }
        return document;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, Action::ReadChronology, {}, std::move(persons), "chronology, to be printed");
    return outcome;
}

Result<void> keep_document_of_case(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version, const DocumentForSomebody& document, const std::string& file) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return may;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto record = load_case(world, transaction, in_case);
        if (!record || access::view_of(actor, record->facts) != CaseView::Full) return refuse(no_such_case());
        store::MadeDocument row;
        row.kind = version.empty() ? "case-record" : "case-version";
        row.case_id = in_case;
        keep_row(world, transaction, actor, std::move(row), document, file);
        if (auto kept = append_to_case(world, transaction, *record, {shared_by_document(world, actor, document)}); !kept) return refuse(kept.error());
        auto line = audit_line(world, actor, action);
        line.case_id = in_case;
        line.persons = subjects_in(record->state);
        line.detail = "made a PDF: " + (version.empty() ? std::string("whole record") : version);
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    return outcome;
}

Result<void> keep_chronology_made(World& world, const access::Actor& actor, const PersonId& person, const DocumentForSomebody& document, const std::string& file) {
    constexpr auto action = Action::ShareCase;
    if (auto may = allowed(world, actor, action); !may) return may;
    auto outcome = world.database.write([&](store::Transaction& transaction) -> Result<void> {
        if (person_view(world, transaction, actor, person) != access::PersonView::Full) return refuse(no_such_person());
        store::MadeDocument row;
        row.kind = "chronology";
        row.person = person;
        keep_row(world, transaction, actor, std::move(row), document, file);
        auto line = audit_line(world, actor, action);
        line.persons = {person};
        line.detail = "made a PDF: chronology, " + std::to_string(document.entries.size()) + " entries";
        store::append_audit(transaction, std::move(line));
        return {};
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    return outcome;
}

Result<std::vector<MadeDocumentLine>> documents_made(World& world, const access::Actor& actor, const CaseId& in_case) {
    if (auto may = allowed(world, actor, Action::ReadCase, in_case); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<std::vector<MadeDocumentLine>> {
        std::vector<MadeDocumentLine> lines;
        const auto view = store::view_of_case(reading, access::case_rule(actor), in_case);
        if (view == CaseView::None) return refuse(no_such_case());
        if (view != CaseView::Full) return lines;
        Names names(reading);
        for (const auto& made : store::documents_made_of_case(reading, in_case))
            lines.push_back({made.title, made.made_for + (made.made_for_organisation.empty() ? "" : ", " + made.made_for_organisation), made.purpose, made.version,
                             names.of_user(made.made_by), made.digest, made.revision, made.withheld, made.made_at});
        return lines;
    });
    if (!outcome) return note_refusal(world, actor, Action::ReadCase, in_case, outcome.error());
    note_read(world, actor, Action::ReadCase, in_case, {}, "documents made");
    return outcome;
}

}  // namespace hearken::casework
