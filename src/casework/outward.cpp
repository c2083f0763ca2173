#include "casework/outward.hpp"

#include <algorithm>

#include "casework/sharing_decision.hpp"
#include "people/relationship.hpp"
#include "store/addresses.hpp"
#include "store/attachments.hpp"
#include "store/disclosures.hpp"
#include "store/organisations.hpp"
#include "store/persons.hpp"
#include "store/relationships.hpp"

namespace hearken::casework {

using engine::Answer;
using engine::Answers;
using engine::Event;
using engine::EventKind;
using procedure::Field;
using procedure::FieldType;
using sharing::ProtectedContent;
using sharing::ProtectedFacts;

namespace {

bool names(const std::vector<std::string>& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

OrganisationId owner_of(const engine::CaseState& state) {
    const auto owner = state.organisations.find("owner");
    return owner == state.organisations.end() ? OrganisationId{} : owner->second;
}

/// The people of the case and those around them: a mother in a refuge is protected in her child's record too.
std::vector<PersonId> and_those_around(store::Reading& reading, const std::vector<PersonId>& about) {
    std::vector<PersonId> all = about;
    if (about.empty()) return all;
    for (const auto& relationship : store::relationships_of(reading, about))
        for (const auto& person : {relationship.person, relationship.of})
            if (std::find(all.begin(), all.end(), person) == all.end()) all.push_back(person);
    return all;
}

/// Only those expressly named by the protection may be told (as with reading it: seniority gives nothing).
bool may_be_told(const people::Address& address, const OutwardTo& to) {
    const auto& protection = address.protection();
    if (!to.organisation.empty()) return std::find(protection.organisations_who_may_see.begin(), protection.organisations_who_may_see.end(), to.organisation) != protection.organisations_who_may_see.end();
    return !to.users.empty() && std::all_of(to.users.begin(), to.users.end(), [&](const UserId& user) {
        return std::find(protection.users_who_may_see.begin(), protection.users_who_may_see.end(), user) != protection.users_who_may_see.end();
    });
}

/// A masked person's answers, as far as they tell who it is.
void add_masked_answer(const Field& field, const Answer& answer, Names& names_of, ProtectedFacts& facts) {
    for (const auto& value : answer.values) {
        const bool is_id = field.type == FieldType::Person || field.type == FieldType::People;
        const bool is_a_name = is_id || field.type == FieldType::Text;
        auto person = sharing::person_in(is_id ? names_of.of_anyone(value) : value, is_a_name);
        if (!person.name.empty() || !person.telephones.empty() || !person.emails.empty()) facts.people.push_back(std::move(person));
    }
    for (const auto& row : answer.rows)
        for (const auto& column : field.fields)
            if (const auto found = row.find(column.id); found != row.end()) add_masked_answer(column, found->second, names_of, facts);
}

void add_masked_people(World& world, store::Reading& reading, const CaseRecord& record, const OutwardTo& to, ProtectedFacts& facts) {
    const SurroundingsOf surroundings(world, reading, record.id, record.state);
    Names names_of(reading);
    for (const auto& [key, state] : record.state.forms) {
        const auto* form = record.definition->form(key.first);
        if (!form) continue;
        for (const auto& field : form->fields) {
            if (field.hidden_from.empty() || (!to.involvement.empty() && !names(field.hidden_from, to.involvement))) continue;
            const auto answer = state.answers.find(field.id);
            if (answer == state.answers.end() || answer->second.kind != Answer::Kind::Given) continue;
            if (engine::holds(field.unmask_when, *record.definition, record.state, surroundings.get(), key.second)) continue;
            add_masked_answer(field, answer->second, names_of, facts);
        }
    }
}

/// What is found, gathered for one refusal or one note.
struct Found {
    std::vector<Reason> reasons;
    std::vector<std::string> labels;

    void add(const std::string& label, const std::string& field, const std::vector<sharing::Finding>& findings) {
        std::string what;
        for (const auto& finding : findings)
            if (const std::string words(words_for(finding.kind)); what.find(words) == std::string::npos) what += (what.empty() ? "" : " and ") + words;
        reasons.push_back({"protected", "“" + label + "” holds " + what + ", which whoever this goes to may not be told. Take it out, or ask the allocated worker whether they may be told. Nothing has been sent.", field});
        if (!names(labels, label)) labels.push_back(label);
    }
};

/// Looks through texts for one recipient and, where urgent, mends them.
class Look {
public:
    Look(const ProtectedContent& content, bool urgent, Found& found) : content_(content), urgent_(urgent), found_(found) {}

    void at(std::string& text, const std::string& label, const std::string& field) {
        const auto findings = content_.in(text);
        if (findings.empty()) return;
        found_.add(label, field, findings);
        if (urgent_) text = content_.left_out(text);
    }

    void at(store::Reading& reading, const Field& field, Answer& answer, const std::string& path) {
        const std::string label = field.label.empty() ? field.id : field.label;
        if (field.type == FieldType::File) return at_files(reading, answer, label, path);
        // Ids and option codes are not words, but looking at them costs nothing and forgets nothing.
        for (auto& value : answer.values) at(value, label, path);
        for (size_t i = 0; i < answer.rows.size(); ++i)
            for (auto& [key, value] : answer.rows[i]) {
                const auto column = std::find_if(field.fields.begin(), field.fields.end(), [&, name = key](const Field& one) { return one.id == name; });
                const std::string place = path + "[" + std::to_string(i) + "]." + key;
                if (column != field.fields.end()) at(reading, *column, value, place);
                else for (auto& words : value.values) at(words, label, place);
            }
    }

    /// Answers that stand beside a field under a name of their own ("why it is not known") go with it.
    void at(store::Reading& reading, const procedure::Form& form, Answers& answers, const std::vector<std::string>* only) {
        for (auto& [key, answer] : answers) {
            const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&, name = key](const Field& one) { return name == one.id || name.starts_with(one.id + "-") || name.starts_with(one.id + "."); });
            if (field == form.fields.end()) continue;
            if (!field->hidden_from.empty() || (only && !names(*only, field->id))) continue;  // masked: it does not leave at all
            at(reading, *field, answer, key);
        }
    }

private:
    void at_files(store::Reading& reading, Answer& answer, const std::string& label, const std::string& path) {
        std::erase_if(answer.values, [&](const std::string& id) {
            const auto file = store::find_attachment(reading, store::AttachmentId{id});
            const auto findings = file ? content_.in(file->file_name) : std::vector<sharing::Finding>{};
            if (findings.empty()) return false;
            found_.add(label + ": the name of a file", path, findings);
            return urgent_;
        });
    }

    const ProtectedContent& content_;
    bool urgent_;
    Found& found_;
};

std::string form_of(const Event& event) {
    const auto form = event.details.find("form");
    return form == event.details.end() ? std::string{} : form->second;
}

/// What the batch says of a case that it opens, or of the case it happens in.
struct Sides {
    OrganisationId owner, sender;
    std::map<std::string, OrganisationId> organisations;
    std::vector<PersonId> about;
};

Sides sides_of(const CaseRecord& record, const std::vector<Event>& decided) {
    Sides sides{owner_of(record.state), {}, record.state.organisations, subjects_in(record.state)};
    for (const auto& event : decided) {
        if (event.kind == EventKind::CaseOpened) sides.owner = OrganisationId{event.value};
        if (event.kind == EventKind::OrganisationJoined) sides.organisations[event.element] = OrganisationId{event.value};
        if (event.kind == EventKind::SubjectJoined) sides.about.push_back(event.subject);
    }
    for (const auto& event : decided)
        if (sides.sender.empty()) sides.sender = event.by.organisation;
    return sides;
}

/// Whether a reader of this form may sit on this side: the side itself is named, somebody may hold one of the roles named there, or
/// it is whoever opened the case.
bool read_there(World& world, store::Reading& reading, const procedure::Definition& definition, const procedure::Form& form, const std::string& relation, const OrganisationId& side) {
    if (names(form.readers, relation)) return true;
    if (form.readers.empty()) return false;
    if (relation == definition.start.relation && names(form.readers, "recorder")) return true;
    const auto organisation = store::find_organisation(reading, side);
    const auto& roles = world.library.vocabulary().roles;
    return organisation && std::any_of(roles.begin(), roles.end(), [&](const auto& role) { return names(form.readers, role.first) && names(role.second.at, organisation->kind); });
}

/// The organisations that read this form, other than whoever writes it.
std::vector<OrganisationId> reading_sides(World& world, store::Reading& reading, const procedure::Definition& definition, const Sides& sides, const procedure::Form& form) {
    std::vector<OrganisationId> readers;
    for (const auto& [relation, organisation] : sides.organisations)
        if (organisation != sides.sender && read_there(world, reading, definition, form, relation, organisation)) readers.push_back(organisation);
    return readers;
}

/// Where an exchange goes: a side of the case, or a body outside.
OrganisationId body_of(const Sides& sides, const procedure::Task& task) {
    const auto body = sides.organisations.find(task.exchange->body);
    return body == sides.organisations.end() ? OrganisationId{} : body->second;
}

/// A case opened about no person from one about somebody: a question asked without names, which must hold none.
ProtectedContent names_kept_from(World& world, store::Reading& reading, const Sides& sides, const Event& opened) {
    ProtectedFacts facts;
    const auto from = opened.details.find("from-case");
    if (opened.kind != EventKind::CaseOpened || from == opened.details.end() || !sides.about.empty()) return ProtectedContent(facts);
    const auto source = load_case(world, reading, CaseId{from->second});
    if (!source) return ProtectedContent(facts);
    for (const auto& stored : store::find_persons(reading, subjects_in(source->state)))
        for (const auto& name : stored.person.details().names)
            for (const auto& written : {name.full(), name.given}) facts.people.push_back({written, {}, {}});
    return ProtectedContent(facts);
}

void look_for_names(const ProtectedContent& names_of_people, const procedure::Form& form, Answers& answers, bool urgent, Found& found) {
    for (auto& [key, answer] : answers)
        for (auto& value : answer.values) {
            if (!names_of_people.is_in(value)) continue;
            const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&, name = key](const Field& one) { return one.id == name; });
            const std::string label = field == form.fields.end() || field->label.empty() ? key : field->label;
            found.reasons.push_back({"names-somebody", "“" + label + "” says who the person is. Ask without the name: whoever advises does not need it.", key});
            found.labels.push_back(label);
            if (urgent) value = names_of_people.left_out(value);
        }
}

/// What is finished as the record of what would be told is looked at for its recipient, while whoever writes it still has it
/// before them. Withholding it tells nobody, but then it need not stand here either.
const procedure::Version* version_finished(const procedure::Definition& definition, const procedure::Form& form, const std::vector<Event>& decided) {
    const auto version = std::find_if(definition.versions.begin(), definition.versions.end(), [&](const auto& one) { return one.form == form.id && one.id.ends_with(kWhatWasShared); });
    const bool finished = std::any_of(decided.begin(), decided.end(), [&](const Event& event) {
        const auto* task = event.kind == EventKind::TaskDone ? definition.task(event.element) : nullptr;
        return task && task->form == form.id;
    });
    return finished && version != definition.versions.end() ? &*version : nullptr;
}

Event note_of(const Event& act, const Found& found) {
    Event note;
    note.kind = EventKind::Noted;
    note.occurred_at = act.occurred_at;
    note.recorded_at = act.recorded_at;
    note.by = act.by;
    note.text = "Protected details were left out of what was sent, in:";
    for (const auto& label : found.labels) note.text += " “" + label + "”";
    note.text += ". Nobody was kept waiting for it.";
    note.details["source"] = "Hearken";
    return note;
}

}  // namespace

OutwardTo readers_of(const CaseRecord& record, const std::string& involvement) {
    if (const auto side = record.state.organisations.find(involvement); side != record.state.organisations.end()) return {side->second, {}, {}};
    OutwardTo to{{}, involvement, {}};
    if (const auto people = record.state.involvements.find(involvement); people != record.state.involvements.end())
        for (const auto& one : people->second) to.users.emplace_back(one);
    return to;
}

ProtectedContent kept_from(World& world, store::Reading& reading, const OrganisationId& sender, const std::vector<PersonId>& about, const OutwardTo& to, const CaseRecord* in_case) {
    ProtectedFacts facts;
    const auto people = and_those_around(reading, about);
    if (!people.empty())
        for (const auto& address : store::protected_addresses_of(reading, people))
            if (!may_be_told(address, to)) facts.places.push_back(sharing::ProtectedPlaces::of(address));
    if (in_case) add_masked_people(world, reading, *in_case, to, facts);
    // Only what the sender holds: another organisation's promise is nothing it could break, or should learn of here.
    for (const auto& other : store::cases_held_about(reading, sender, about))
        if (!in_case || other != in_case->id)
            if (const auto record = load_case(world, reading, other); record && owner_of(record->state) == sender) add_masked_people(world, reading, *record, to, facts);
    if (!facts.people.empty())
        for (const auto& stored : store::find_persons(reading, people))
            for (const auto& name : stored.person.details().names) facts.ordinary_surnames.insert(name.surname);
    return ProtectedContent(facts);
}

Result<void> hold_back_protected(World& world, store::Reading& reading, const CaseRecord& record, std::vector<Event>& decided, bool urgent) {
    if (decided.empty() || !record.definition) return {};
    const Sides sides = sides_of(record, decided);
    if (sides.sender.empty()) return {};  // nobody's act: nothing that somebody wrote
    const CaseRecord* held = record.events.empty() ? nullptr : &record;
    std::map<OrganisationId, ProtectedContent> known;
    const auto content_for = [&](const OrganisationId& to) -> const ProtectedContent& {
        const auto found = known.find(to);
        return found != known.end() ? found->second : known.emplace(to, kept_from(world, reading, sides.sender, sides.about, {to, {}, {}}, held)).first->second;
    };
    Found found;
    const auto look = [&](const OrganisationId& to) { return Look(content_for(to), urgent, found); };

    const Event act = decided.front();
    const auto names_of_people = names_kept_from(world, reading, sides, act);
    for (auto& event : decided) {
        if (event.by.organisation != sides.sender) continue;  // what follows by itself repeats nobody's words
        const bool to_the_owner = sides.sender != sides.owner;
        if (event.kind == EventKind::FormSaved) {
            const auto* form = record.definition->form(form_of(event));
            if (!form) continue;
            look_for_names(names_of_people, *form, event.answers, urgent, found);
            if (to_the_owner) look(sides.owner).at(reading, *form, event.answers, nullptr);
            if (const auto* version = version_finished(*record.definition, *form, decided)) {
                const auto to = event.answers.find("to-organisation");
                look(OrganisationId{to == event.answers.end() ? std::string{} : to->second.first()}).at(reading, *form, event.answers, &version->fields);
            }
            for (const auto& reader : reading_sides(world, reading, *record.definition, sides, *form)) look(reader).at(reading, *form, event.answers, nullptr);
            continue;
        }
        const auto* task = record.definition->task(event.element);
        if ((event.kind == EventKind::ExchangeSent || event.kind == EventKind::ExchangeChased) && task && task->exchange) {
            const OrganisationId body = body_of(sides, *task);
            look(body).at(event.text, "What was sent", "text");
            look(body).at(event.value, "The reference", "reference");
            if (event.kind == EventKind::ExchangeSent) {
                event.details["recipient"] = body.empty() ? task->exchange->body : std::string{};
                if (!body.empty()) event.details["recipient-organisation"] = body.str();
            }
        } else if (event.kind == EventKind::Shared) {
            const auto side = sides.organisations.find(event.value);
            const OutwardTo to = side != sides.organisations.end() ? OutwardTo{side->second, {}, {}} : OutwardTo{OrganisationId{event.value}, {}, {}};
            for (const char* words : {"what", "purpose", "recipient"})
                if (const auto said = event.details.find(words); said != event.details.end()) look(to.organisation).at(said->second, "What is shared", words);
        } else if (to_the_owner) {
            look(sides.owner).at(event.text, "What you wrote", "text");
        }
    }
    if (found.reasons.empty()) return {};
    if (!urgent) return refuse(Refusal{RefusalCode::GateNotMet, std::move(found.reasons)});
    decided.push_back(note_of(act, found));
    return {};
}

Result<void> check_versions_sent(World& world, store::Reading& reading, const CaseRecord& record, const std::vector<Event>& events, bool urgent) {
    if (urgent) return {};
    Found found;
    const auto check = [&](const std::string& id, const OutwardTo& to) {
        const auto version = std::find_if(record.definition->versions.begin(), record.definition->versions.end(), [&](const auto& one) { return one.id == id; });
        const auto* form = version == record.definition->versions.end() ? nullptr : record.definition->form(version->form);
        if (!form) return;
        const auto content = kept_from(world, reading, owner_of(record.state), subjects_in(record.state), to, &record);
        if (content.watches_for_nothing()) return;
        Look look(content, false, found);
        for (const auto& [key, state] : record.state.forms) {
            if (key.first != version->form) continue;
            Answers answers = state.answers;
            look.at(reading, *form, answers, &version->fields);
        }
    };
    for (const auto& event : events) {
        if (event.kind == EventKind::Shared) {
            const auto side = record.state.organisations.find(event.value);
            const auto& involvements = record.definition->involvements;
            check(event.element, side != record.state.organisations.end() || names(involvements, event.value) ? readers_of(record, event.value) : OutwardTo{OrganisationId{event.value}, {}, {}});
        }
        const auto* notice = event.kind == EventKind::NoticeOwed ? record.definition->notice(event.element) : nullptr;
        if (!notice || notice->version.empty() || event.details.contains("silenced-by")) continue;
        const auto version = std::find_if(record.definition->versions.begin(), record.definition->versions.end(), [&](const auto& one) { return one.id == notice->version; });
        if (version != record.definition->versions.end()) check(version->id, readers_of(record, version->for_involvement));
    }
    if (found.reasons.empty()) return {};
    return refuse(Refusal{RefusalCode::GateNotMet, std::move(found.reasons)});
}

}  // namespace hearken::casework
