// Versions for readers: what leaves is made for one kind of reader, from named fields, and never holds more.
#include <algorithm>

#include "casework/audit_trail.hpp"
#include "casework/outward.hpp"
#include "casework/reader.hpp"
#include "store/case_events.hpp"

namespace hearken::casework {

namespace {

Refusal no_such_document() {
    return Refusal::of(RefusalCode::NotFound, "no-such-document", "There is no such document, or it is not one that you may print.");
}

const procedure::Version* version_of(const procedure::Definition& definition, const std::string& id) {
    for (const auto& version : definition.versions)
        if (version.id == id) return &version;
    return nullptr;
}

/// Answers of the version's fields as the reader it is made for may see them, whoever prints it.
void add_answers(Reader& printer, const procedure::Version& version, Document& document) {
    const auto* form = printer.record.definition->form(version.form);
    if (!form) return;
    Reader made_for = printer;
    made_for.capacities = {version.for_involvement};
    for (const auto& [key, state] : printer.record.state.forms) {
        if (key.first != version.form) continue;
        for (auto& answer : answer_views(made_for, *form, state.answers, key.second, false))
            if (std::find(version.fields.begin(), version.fields.end(), answer.field) != version.fields.end() && !answer.masked) document.answers.push_back(std::move(answer));
    }
}

/// What the reader it is made for may not be told: whoever prints it is told to take it out; the reader themselves never
/// comes to see it, even where it became protected after it was sent.
Result<void> hold_back_protected(Reader& printer, const procedure::Version& version, Document& document) {
    const auto owner = printer.record.state.organisations.find("owner");
    if (owner == printer.record.state.organisations.end()) return {};
    const auto content = kept_from(printer.world, printer.reading, owner->second, subjects_in(printer.record.state), readers_of(printer.record, version.for_involvement), &printer.record);
    Refusal refusal{RefusalCode::GateNotMet, {}};
    const auto look = [&](const AnswerView& answer, std::string& words) {
        if (!content.is_in(words)) return;
        words = content.left_out(words);
        if (std::none_of(refusal.reasons.begin(), refusal.reasons.end(), [&](const Reason& one) { return one.field == answer.field; }))
            refusal.reasons.push_back({"protected", "“" + answer.label + "” holds something protected that this reader may not be told. Take it out of the record of what is sent, then print it.", answer.field});
    };
    for (auto& answer : document.answers) {
        for (auto& line : answer.lines) look(answer, line);
        for (auto& row : answer.rows)
            for (auto& [column, words] : row) look(answer, words);
        for (auto& [id, name] : answer.files) look(answer, name);
    }
    if (refusal.reasons.empty() || !printer.sees_fully()) return {};
    return refuse(std::move(refusal));
}

}  // namespace

bool may_read_version(const Reader& reader, const procedure::Version& version) {
    if (reader.sees_fully()) return true;
    if (!reader.capacities.contains(version.for_involvement)) return false;
    return std::any_of(reader.record.events.begin(), reader.record.events.end(), [&](const engine::Event& event) {
        if (event.kind == engine::EventKind::Shared) return event.element == version.id;
        const auto* notice = event.kind == engine::EventKind::NoticeOwed ? reader.record.definition->notice(event.element) : nullptr;
        return notice && notice->version == version.id && !event.details.contains("silenced-by");
    });
}

Result<Document> read_document(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& version_id) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<Document> {
        const auto record = load_case(world, reading, in_case);
        const auto view = record ? access::view_of(actor, record->facts) : access::CaseView::None;
        if (view < access::CaseView::Party) return refuse(no_such_document());
        const auto* version = version_of(*record->definition, version_id);
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        Reader reader{world, reading, actor, *record, surroundings.get(), view, capacities_of(world, actor, record->state), names};
        if (!version || !may_read_version(reader, *version)) return refuse(no_such_document());
        shown = subjects_in(record->state);
        Document document;
        document.title = version->title;
        document.made_for = version->for_involvement;
        document.made_at = world.clock.now();
        if (!version->plain_text.empty()) document.paragraphs.push_back(version->plain_text);
        add_answers(reader, *version, document);
        if (auto held = hold_back_protected(reader, *version, document); !held) return refuse(held.error());
        return document;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, action, in_case, std::move(shown), "print:" + version_id);
    return outcome;
}

Result<std::vector<engine::Event>> read_events(World& world, const access::Actor& actor, const CaseId& in_case) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> shown;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<std::vector<engine::Event>> {
        auto record = load_case(world, reading, in_case);
        if (!record || access::view_of(actor, record->facts) != access::CaseView::Full)
            return refuse(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        Reader reader{world, reading, actor, *record, surroundings.get(), access::CaseView::Full, capacities_of(world, actor, record->state), names};
        shown = subjects_in(record->state);
        auto events = record->events;
        for (auto& event : events) {
            const auto form = event.details.find("form");
            const auto* known = form == event.details.end() ? nullptr : record->definition->form(form->second);
            if (event.answers.empty()) continue;
            if (known && may_read_form(reader, *known)) event.answers = redacted(reader, *known, std::move(event.answers), event.subject);
            else if (!known || !may_read_form(reader, *known)) event.answers.clear();
        }
        return events;
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error());
    note_read(world, actor, action, in_case, std::move(shown), "events");
    return outcome;
}

}  // namespace hearken::casework
