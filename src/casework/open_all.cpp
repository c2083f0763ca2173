#include "casework/open_all.hpp"

#include <algorithm>
#include <sstream>

#include "casework/actors.hpp"
#include "casework/case_files.hpp"
#include "casework/joined.hpp"
#include "casework/known_parts.hpp"
#include "casework/open_command.hpp"
#include "store/cases.hpp"

namespace hearken::casework {

namespace {

using Instead = procedure::Definition::Start::Instead;
using Subjects = std::vector<engine::OpenCase::Subject>;

std::vector<PersonId> people_of(const Subjects& subjects) {
    std::vector<PersonId> people;
    for (const auto& subject : subjects) people.push_back(subject.person);
    return people;
}

/// What the other procedure is opened with. A file belongs to one case: where this procedure opens too, it stays there.
engine::Answers carried(const Instead& instead, const procedure::Definition& other, const procedure::Definition& definition, const engine::OpenCase& open,
                        const PersonId& subject, bool files_stay) {
    const auto* form = definition.form(definition.start.form);
    const auto own = form && form->per_child ? open.per_child.find(subject) : open.per_child.end();
    const auto& answers = own == open.per_child.end() ? open.answers : own->second;
    const auto* into = other.form(other.start.form);
    const auto is_file = [&](const std::string& id) {
        return into && std::any_of(into->fields.begin(), into->fields.end(), [&](const auto& field) { return field.id == id && field.type == procedure::FieldType::File; });
    };
    engine::Answers carried;
    for (const auto& [from, to] : instead.carry) {
        const std::string field = to.substr(to.find('.') + 1);
        const auto found = answers.find(from.substr(from.find('.') + 1));
        if (found != answers.end() && !(files_stay && is_file(field))) carried[field] = found->second;
    }
    return carried;
}

Result<CaseId> start(World& world, store::Transaction& transaction, const access::Actor& actor, std::shared_ptr<const procedure::Definition> definition,
                     const engine::OpenCase& open, Opened& opened) {
    const auto pinned = definition;
    auto change = start_case(world, transaction, std::move(definition), open);
    if (!change) return refuse(change.error());
    if (auto adopted = adopt_files(transaction, actor, change->in_case, *pinned, change->events, {}); !adopted) return refuse(adopted.error());
    (opened.first.empty() ? opened.first : opened.others.emplace_back()) = change->in_case;
    opened.others.insert(opened.others.end(), change->opened.begin(), change->opened.end());
    opened.about.emplace_back(change->in_case, people_of(open.subjects));
    return change->in_case;
}

/// One case of a procedure that opens in the place of this one.
struct InPlace {
    const Instead* instead = nullptr;
    std::shared_ptr<const procedure::Definition> definition;
    OrganisationId owner;
    Subjects subjects;
};

/// Subjects for whom the same procedure opens go together, unless somebody at another organisation is known to each.
Result<std::vector<InPlace>> in_place_of(World& world, store::Reading& reading, const engine::Opening& opening, const access::Actor& actor, const engine::OpenCase& open) {
    std::vector<InPlace> groups;
    for (const auto& [instead, subject] : opening.instead) {
        const auto other = definition_to_start(world, instead->open);
        if (!other || other->status == "stub")
            return refuse(RefusalCode::Conflict, "no-such-procedure", "The procedure that this opens is not set up here. Tell the partnership's manager.");
        auto owner = route_owner(world, reading, *other, open.owner.empty() ? actor.organisation : open.owner, {}, {subject.person});
        if (!owner) return refuse(owner.error());
        auto group = std::find_if(groups.begin(), groups.end(), [&, instead = instead](const InPlace& one) { return one.instead == instead && one.owner == *owner; });
        if (group == groups.end()) group = groups.insert(groups.end(), {instead, other, *owner, {}});
        // A part is per incident, and each procedure has parts of its own.
        group->subjects.push_back({subject.person, subject.kind, {}});
    }
    return groups;
}

/// One who works with a person in a case that only those named may know of, and what would have opened had it been known.
struct Quietly {
    InPlace in_place;
    HiddenPart worker;
};

std::vector<Quietly> quietly_in_place_of(World& world, store::Reading& reading, const procedure::Definition& definition, const engine::OpenCase& open,
                                         const engine::Opening& opening, const engine::Surroundings& openly) {
    std::vector<Quietly> all;
    for (const auto& subject : opening.ordinary) {
        for (const auto& hidden : hidden_parts(world, reading, subject.person)) {
            engine::Surroundings knowing = openly;
            const auto fact = knowing.facts.find({hidden.part.involvement, subject.person});
            if (fact == knowing.facts.end()) continue;
            fact->second = "yes";
            for (const auto& [instead, whom] : engine::what_opens(definition, open, knowing).instead) {
                const auto other = whom.person == subject.person ? definition_to_start(world, instead->open) : nullptr;
                if (!other || procedure::known_involvement(other->start.owner_from) != hidden.part.involvement) continue;
                const auto same = [&, instead = instead](const Quietly& one) { return one.in_place.instead == instead && one.worker.part.case_id == hidden.part.case_id && one.worker.part.who == hidden.part.who; };
                auto group = std::find_if(all.begin(), all.end(), same);
                if (group == all.end()) group = all.insert(all.end(), {{instead, other, hidden.part.owner, {}}, hidden});
                group->in_place.subjects.push_back({subject.person, subject.kind, {}});
            }
        }
    }
    return all;
}

/// Whoever reports is no party of it, nothing links the two, and `Opened` does not name it: to them, and to whoever reads
/// what they opened, it does not exist.
Result<void> start_quietly(World& world, store::Transaction& transaction, const procedure::Definition& definition, const engine::OpenCase& whole, const Quietly& quietly,
                           const CaseId& ordinary) {
    const auto& [instead, other, owner, subjects] = quietly.in_place;
    engine::OpenCase open;
    open.occurred_at = whole.occurred_at;
    open.received_at = whole.received_at;
    open.owner = owner;
    open.subjects = subjects;
    open.answers = carried(*instead, *other, definition, whole, subjects.front().person, true);
    open.brought_about = true;
    open.details = {{"restricted", "yes"}, {"instead-of", definition.id}};
    if (const auto channel = whole.details.find("channel"); channel != whole.details.end()) open.details.insert(*channel);
    for (const auto& reader : quietly.worker.readers) open.involved.emplace_back("named-reader", reader);
    auto started = start_case(world, transaction, other, open);
    if (!started) return refuse(started.error());
    auto record = load_case(world, transaction, started->in_case);
    if (!record) throw std::runtime_error("a case that was just opened is not there");
    engine::Event note;
    note.kind = engine::EventKind::Noted;
    note.occurred_at = note.recorded_at = world.clock.now();
    note.text = "Whoever reported this was told only that it was received: the record of your work is restricted. To them, and to whoever works on it, it is the ordinary record " +
                ordinary.str() + ". Do not tell them more without asking your manager.";
    if (auto appended = append_to_case(world, transaction, *record, {std::move(note)}); !appended) return refuse(appended.error());
    return {};
}

Result<void> link(World& world, store::Transaction& transaction, const CaseId& from, const CaseId& to, const engine::ActedBy& by) {
    auto record = load_case(world, transaction, from);
    if (!record) throw std::runtime_error("a case that was just opened is not there");
    engine::Event linked;
    linked.kind = engine::EventKind::Linked;
    linked.occurred_at = linked.recorded_at = world.clock.now();
    linked.by = by;
    linked.element = "opened-instead";
    linked.value = to.str();
    if (auto appended = append_to_case(world, transaction, *record, {std::move(linked)}); !appended) return refuse(appended.error());
    return {};
}

}  // namespace

OpenedInstead opened_instead(const procedure::Definition& definition, const procedure::Definition& other, CaseId in_case) {
    OpenedInstead opened{std::move(in_case), other.id, other.title, {}};
    for (const auto& instead : definition.start.instead)
        if (instead.open == other.id && opened.says.empty()) opened.says = instead.says;
    return opened;
}

Result<Opened> open_all(World& world, store::Transaction& transaction, std::shared_ptr<const procedure::Definition> definition,
                        const access::Actor& actor, const OpenCaseRequest& request, engine::OpenCase open) {
    const SurroundingsOf surroundings(world, transaction, open.owner, people_of(open.subjects));
    const auto opening = engine::what_opens(*definition, open, surroundings.get());
    const auto groups = in_place_of(world, transaction, opening, actor, open);
    if (!groups) return refuse(groups.error());
    Opened opened;
    const engine::OpenCase whole = open;
    if (opening.opens_ordinary()) {
        open.subjects = opening.ordinary;
        if (auto started = start(world, transaction, actor, definition, open, opened); !started) return refuse(started.error());
    }
    for (const auto& group : *groups) {
        OpenCaseRequest asked = request;
        asked.answers = carried(*group.instead, *group.definition, *definition, whole, group.subjects.front().person, !opened.first.empty());
        asked.per_child.clear();
        asked.organisations.clear();
        asked.involved.clear();
        auto other = command_for(world, transaction, *group.definition, actor, asked, group.owner);
        other.subjects = group.subjects;
        other.brought_about = true;
        other.details["instead-of"] = definition->id;
        const bool beside = opening.opens_ordinary();
        auto started = start(world, transaction, actor, group.definition, other, opened);
        if (!started) return refuse(started.error());
        if (beside)
            if (auto linked = link(world, transaction, opened.first, *started, acted_by(actor)); !linked) return refuse(linked.error());
        opened.instead.push_back(opened_instead(*definition, *group.definition, *started));
        opened.instead.back().says = group.instead->says;
    }
    for (const auto& quietly : quietly_in_place_of(world, transaction, *definition, whole, opening, surroundings.get()))
        if (auto started = start_quietly(world, transaction, *definition, whole, quietly, opened.first); !started) return refuse(started.error());
    return opened;
}

std::string ids_of(const Opened& opened) {
    std::string ids = opened.first.str();
    for (const auto& other : opened.others) ids += " " + other.str();
    return ids;
}

Opened opened_before(const World& world, store::Reading& reading, const procedure::Definition& definition, const std::string& ids) {
    Opened opened;
    std::istringstream words(ids);
    for (std::string id; words >> id;) {
        (opened.first.empty() ? opened.first : opened.others.emplace_back()) = CaseId{id};
        const auto file = store::find_case(reading, CaseId{id});
        const auto other = file ? world.library.find(file->procedure, file->version) : nullptr;
        if (!other || other->id == definition.id) continue;
        if (auto instead = opened_instead(definition, *other, CaseId{id}); !instead.says.empty()) opened.instead.push_back(std::move(instead));
    }
    return opened;
}

}  // namespace hearken::casework
