#include "casework/cin_census_writer.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/case_change.hpp"
#include "people/registration.hpp"
#include "returns/cin_census_items.hpp"
#include "store/life_events.hpp"
#include "store/registrations.hpp"

namespace hearken::casework {

using returns::Doubt;
using returns::ReturnedChild;
using returns::ReturnedGroup;
using returns::ReturnedValue;

namespace {

constexpr const char* kProcedure = "imported-episode";
constexpr const char* kAgain = "bring-in-again";

std::string return_name(const returns::CinCensus& census) { return "Children in need census " + (census.year.empty() ? std::string("of an unknown year") : census.year); }

/// A value with where it stands: "episode 2, section 47 enquiry 1".
struct Placed {
    std::string place;
    const ReturnedValue* value;
};
void gather(const ReturnedGroup& group, const std::string& place, std::vector<Placed>& all) {
    for (const auto& value : group.values) all.push_back({place, &value});
    std::map<std::string, int> numbers;
    for (const auto& inner : group.groups) {
        const auto words = std::string(returns::words_for_group(inner.item));
        gather(inner, returns::group_repeats(group.item, inner.item) ? place + ", " + words + " " + std::to_string(++numbers[inner.item]) : place, all);
    }
}
std::vector<Placed> values_of_episode(const ReturnedGroup& episode, int number) {
    std::vector<Placed> all;
    gather(episode, "episode " + std::to_string(number), all);
    return all;
}
std::vector<Placed> values_of_child(const ReturnedChild& child) {
    std::vector<Placed> all;
    gather(child.identifiers, "child", all);
    gather(child.characteristics, "child", all);
    for (const auto& other : child.others) all.push_back({"child", &other});
    return all;
}

/// Of everything that was written, to see whether a later return says something else. Only compared with itself.
std::string digest_of(const std::vector<Placed>& values) {
    std::uint64_t hash = 1469598103934665603u;  // FNV-1a
    const auto add = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
        hash = (hash ^ 0xffu) * 1099511628211u;
    };
    for (const auto& one : values) add(one.place), add(one.value->item), add(one.value->written);
    return std::to_string(hash);
}

std::string meant(const ReturnedGroup& group, const char* item) {
    const auto* value = group.value(item);
    if (!value) return {};
    return value->meaning.empty() ? value->written : value->meaning;
}

people::Sex sex_of(const ReturnedGroup& identifiers) {
    const auto sex = identifiers.text("Sex"), gender = identifiers.text("GenderCurrent");
    if (sex == "M" || (sex.empty() && gender == "1")) return people::Sex::Male;
    if (sex == "F" || (sex.empty() && gender == "2")) return people::Sex::Female;
    return people::Sex::NotKnown;
}

}  // namespace

CinCensusWriter::CinCensusWriter(World& world, store::Transaction& transaction, const access::Actor& actor, const OrganisationId& organisation,
                                 const returns::CinCensus& census, CinCensusDone& done)
    : world_(world), transaction_(transaction), actor_(actor), organisation_(organisation), census_(census), done_(done), now_(world.clock.now()),
      today_(calendar::local_date_of(now_)), changed_by_{actor.user, organisation, now_, return_name(census)} {}

engine::ActedBy CinCensusWriter::by() const { return {.user = actor_.user, .organisation = organisation_, .role = "system-administrator", .on_behalf_of = {}}; }

void CinCensusWriter::doubt(const ReturnedChild& child, const std::string& item, std::string written, std::string why) {
    done_.doubts.push_back({Doubt::Severity::Query, {}, child.la_child_id, {}, item, std::move(written), std::move(why), child.line});
}

Result<std::optional<PersonId>> CinCensusWriter::write(const ReturnedChild& child) {
    if (child.la_child_id.empty()) {
        ++done_.children_left_out;
        return std::optional<PersonId>{};
    }
    PersonId person;
    if (auto known = find(child)) {
        person = *known;
        ++done_.children_found;
        compare(child, person);
    } else {
        auto added = add(child);
        if (!added) return refuse(added.error());
        person = *added;
        ++done_.children_added;
    }
    store::keep_returned_item(transaction_, {organisation_, child.la_child_id, {}, {}, digest_of(values_of_child(child)), person, {}, {}, now_});
    std::map<std::string, int> same_day;
    int number = 0;
    for (const auto& episode : child.episodes) {
        const auto referred = episode.text("CINreferralDate");
        const std::string key = referred + "#" + std::to_string(++same_day[referred]);
        if (auto written = write_episode(child, person, episode, key, ++number); !written) return refuse(written.error());
    }
    return std::optional<PersonId>{person};
}

std::optional<PersonId> CinCensusWriter::find(const ReturnedChild& child) {
    if (const auto before = store::find_returned_item(transaction_, organisation_, child.la_child_id)) return before->person;
    const auto held = store::persons_with_identifier(transaction_, people::IdentifierKind::LaChildId, child.la_child_id, organisation_.str());
    if (held.size() == 1) return held.front();
    // A UPN joins a record only together with the date of birth: systems carry wrong ones.
    const auto upn = people::Identifier::make(people::IdentifierKind::Upn, child.identifiers.text("UPN"));
    if (!upn || !child.born()) return std::nullopt;
    for (const auto& id : store::persons_with_identifier(transaction_, upn->kind(), upn->value()))
        if (const auto stored = store::find_person(transaction_, id); stored && stored->person.details().birth.born() == child.born()) return id;
    return std::nullopt;
}

Result<PersonId> CinCensusWriter::add(const ReturnedChild& child) {
    people::PersonDetails details;
    const bool unborn = !child.born() && child.expected();
    details.kind = unborn ? people::PersonKind::Unborn : people::PersonKind::Child;
    // A return names nobody: the authority's number stands in until somebody who knows the child writes the name.
    people::Name name;
    name.given = "Child";
    name.surname = child.la_child_id;
    details.names.push_back(name);
    details.birth = unborn ? people::Birth::expected(child.expected()) : child.born() ? people::Birth::exact(*child.born()) : people::Birth::unknown();
    details.sex = sex_of(child.identifiers);
    if (const auto ethnicity = people::code_from_text(people::ethnicities(), child.characteristics.text("Ethnicity"))) details.ethnicity = *ethnicity;
    for (const auto* group : child.characteristics.all("Disabilities"))
        for (const auto* one : group->values_of("Disability"))
            if (const auto code = people::code_from_text(people::disabilities(), one->written); code && std::find(details.disabilities.begin(), details.disabilities.end(), *code) == details.disabilities.end())
                details.disabilities.push_back(*code);
    // "No disability" cannot stand beside one; the return's own words stay in the episode.
    if (details.disabilities.size() > 1) std::erase(details.disabilities, "NONE");
    details.died = child.died();

    const PersonId id = world_.ids.next<PersonId>();
    auto person = people::Person::make(id, details, today_);
    if (!person) {  // what cannot be true of a person is left to the episode's record, and said
        for (const auto& reason : person.error().reasons) doubt(child, "child", {}, "Not taken over as the child's own details: " + reason.text);
        details.birth = people::Birth::unknown();
        details.kind = people::PersonKind::Child;
        details.died.reset();
        details.disabilities.clear();
        person = people::Person::make(id, details, today_);
        if (!person) return refuse(person.error());
    }
    std::vector<people::Identifier> identifiers;
    if (auto number = people::Identifier::make(people::IdentifierKind::LaChildId, child.la_child_id, organisation_.str())) identifiers.push_back(*number);
    const bool shared_upn = std::any_of(census_.doubts.begin(), census_.doubts.end(), [&](const Doubt& one) { return one.rule == "1520" && one.written == child.identifiers.text("UPN"); });
    if (auto upn = people::Identifier::make(people::IdentifierKind::Upn, child.identifiers.text("UPN")); upn && !shared_upn) {
        if (store::persons_with_identifier(transaction_, upn->kind(), upn->value()).empty()) identifiers.push_back(*upn);
        else doubt(child, "UPN", child.identifiers.text("UPN"), "Somebody else here, with another date of birth, has this UPN. Find out which of the two it is.");
    }
    if (auto former = people::Identifier::make(people::IdentifierKind::FormerUpn, child.identifiers.text("FormerUPN"))) identifiers.push_back(*former);
    store::add_person(transaction_, *person, identifiers, changed_by_);
    people::Registration known;
    known.person = id;
    known.organisation = organisation_;
    known.kind = people::RegistrationKind::KnownTo;
    known.period.from = today_;
    store::keep_registration(transaction_, known, changed_by_);
    return id;
}

/// Somebody already held keeps the details that people here have written; where the return says otherwise, that is said.
void CinCensusWriter::compare(const ReturnedChild& child, const PersonId& person) {
    const auto stored = store::find_person(transaction_, person);
    if (!stored) return;
    const auto& details = stored->person.details();
    if (child.born() && details.birth.born() && *child.born() != *details.birth.born())
        doubt(child, "PersonBirthDate", child.identifiers.text("PersonBirthDate"), "The record here has another date of birth, " + calendar::iso_date(*details.birth.born()) + ". It was left as it is.");
    const auto sex = sex_of(child.identifiers);
    if (sex != people::Sex::NotKnown && details.sex != people::Sex::NotKnown && sex != details.sex)
        doubt(child, "Sex", meant(child.identifiers, child.identifiers.value("Sex") ? "Sex" : "GenderCurrent"), "The record here says otherwise. It was left as it is.");
    if (child.died() && details.died != child.died())
        doubt(child, "PersonDeathDate", child.identifiers.text("PersonDeathDate"), details.died ? "The record here has another date of death. It was left as it is." : "The record here has no date of death. It was left as it is: check, and enter it.");
}

engine::Answers CinCensusWriter::answers_of(const ReturnedChild& child, const ReturnedGroup& episode, int number) const {
    engine::Answers answers;
    const auto put = [&](const char* field, const std::string& value) {
        if (!value.empty()) answers[field] = engine::Answer::of(value);
    };
    put("return-name", return_name(census_));
    put("authority-number", census_.authority);
    put("child-number", child.la_child_id);
    if (const auto date = episode.date("CINreferralDate")) put("referred-on", calendar::iso_date(*date));
    if (const auto date = episode.date("CINclosureDate")) put("closed-on", calendar::iso_date(*date));
    put("referred-by", meant(episode, "ReferralSource"));
    put("main-need", meant(episode, "PrimaryNeedCode"));
    put("closed-because", meant(episode, "ReasonForClosure"));
    if (const auto* nfa = episode.value("ReferralNFA"); nfa && !nfa->meaning.empty()) put("no-further-action", nfa->meaning == "Yes" ? "yes" : "no");

    engine::Answer values;
    auto all = values_of_child(child);
    for (auto& one : values_of_episode(episode, number)) all.push_back(std::move(one));
    for (const auto& [place, value] : all) {
        engine::Answers row;
        row["place"] = engine::Answer::of(place);
        row["item"] = engine::Answer::of(value->item);
        if (!value->written.empty()) row["written"] = engine::Answer::of(value->written);
        if (!value->meaning.empty()) row["meaning"] = engine::Answer::of(value->meaning);
        std::string why;
        for (const auto& one : census_.doubts)
            if (one.child == child.la_child_id && one.item == value->item && one.line == value->line) why += (why.empty() ? "" : " ") + one.why;
        if (!why.empty()) row["doubt"] = engine::Answer::of(why);
        values.rows.push_back(std::move(row));
    }
    answers["values"] = std::move(values);
    return answers;
}

Result<void> CinCensusWriter::write_episode(const ReturnedChild& child, const PersonId& person, const ReturnedGroup& episode, const std::string& key, int number) {
    ++done_.episodes;
    auto all = values_of_child(child);
    for (auto& one : values_of_episode(episode, number)) all.push_back(std::move(one));
    const auto digest = digest_of(all);
    const auto before = store::find_returned_item(transaction_, organisation_, child.la_child_id, key);
    if (before && before->digest == digest) {
        ++done_.episodes_unchanged;
        return {};
    }
    CaseId in_case;
    if (before) {
        in_case = before->in_case;
        if (auto again = bring_in_again(in_case, answers_of(child, episode, number)); !again) return again;
        ++done_.episodes_changed;
    } else {
        auto opened = open(person, episode, answers_of(child, episode, number));
        if (!opened) return refuse(opened.error());
        in_case = *opened;
        ++done_.episodes_added;
    }
    store::keep_returned_item(transaction_, {organisation_, child.la_child_id, key, {}, digest, person, in_case, {}, now_});
    write_chronology(child, person, in_case, episode, key, number);
    return {};
}

Result<CaseId> CinCensusWriter::open(const PersonId& person, const ReturnedGroup& episode, engine::Answers answers) {
    const auto definition = world_.library.find(kProcedure);
    if (!definition) return refuse(RefusalCode::Conflict, "no-such-procedure", std::string("The procedure ") + kProcedure + " is not set up here.");
    engine::OpenCase open;
    open.by = by();
    if (const auto referred = episode.date("CINreferralDate"); referred && *referred <= today_) open.occurred_at = open.received_at = calendar::start_of_local_day(*referred);
    open.owner = organisation_;
    open.subjects.push_back({person, "child", {}});
    open.answers = std::move(answers);
    open.details["channel"] = "import";
    auto change = start_case(world_, transaction_, definition, open);
    if (!change) return refuse(change.error());
    return change->in_case;
}

Result<void> CinCensusWriter::bring_in_again(const CaseId& in_case, engine::Answers answers) {
    auto record = load_case(world_, transaction_, in_case);
    if (!record) return refuse(RefusalCode::NotFound, "no-such-case", "An episode brought in before is no longer here.");
    if (record->state.closed) {
        engine::ReopenCase reopen;
        reopen.by = by();
        reopen.reason = return_name(census_) + " says something else.";
        if (auto opened = change_case(world_, transaction_, *record, reopen); !opened) return refuse(opened.error());
    }
    engine::DoTask command;
    command.by = by();
    command.task = kAgain;
    command.answers = std::move(answers);
    if (auto changed = change_case(world_, transaction_, *record, command); !changed) return refuse(changed.error());
    return {};
}

/// Each dated item is an event of the child's life. A later return that says another day replaces the entry, which stays
/// readable; one that no longer says it leaves it.
void CinCensusWriter::write_chronology(const ReturnedChild& child, const PersonId& person, const CaseId& in_case, const ReturnedGroup& episode, const std::string& key, int number) {
    auto before = store::returned_items_of(transaction_, organisation_, child.la_child_id, key);
    std::map<std::string, int> occurrences;
    for (const auto& [place, value] : values_of_episode(episode, number)) {
        if (!value->date) continue;
        const std::string item_key = place + "/" + value->item;
        const std::string item = item_key + "#" + std::to_string(++occurrences[item_key]);
        const auto held = before.find(item);
        const bool known = held != before.end();
        const auto held_digest = known ? held->second.digest : std::string{};
        const auto held_event = known ? held->second.life_event : EventId{};
        if (known) before.erase(held);
        if (held_digest == value->written) continue;
        store::LifeEvent event;
        event.id = world_.ids.next<EventId>();
        event.person = person;
        event.organisation = organisation_;
        event.entered_by = actor_.user;
        event.happened_on = *value->date;
        event.occurred_at = calendar::start_of_local_day(*value->date);
        event.category = "social-care";
        event.what = std::string(returns::words_for_item(value->item)) + ".";
        if (value->item == "CINreferralDate") event.what = "Referred to children's social care by: " + meant(episode, "ReferralSource") + ". Main need: " + meant(episode, "PrimaryNeedCode") + ".";
        if (value->item == "CINclosureDate") event.what = "Closed to children's social care: " + meant(episode, "ReasonForClosure") + ".";
        for (const auto& one : census_.doubts)
            if (one.child == child.la_child_id && one.line == value->line && one.item == value->item) event.what += " Doubtful: " + one.why;
        event.source = return_name(census_) + ", " + place;
        event.origin = "imported";
        event.recorded_at = now_;
        if (!held_event.empty()) store::replace_life_event(transaction_, held_event, event, return_name(census_) + " says another day.");
        else store::add_life_event(transaction_, event);
        ++done_.chronology_entries;
        store::keep_returned_item(transaction_, {organisation_, child.la_child_id, key, item, value->written, person, in_case, event.id, now_});
    }
    for (const auto& [item, gone] : before)
        done_.doubts.push_back({Doubt::Severity::Query, {}, child.la_child_id, item.substr(0, item.find('/')), item.substr(item.find('/') + 1, item.rfind('#') - item.find('/') - 1), gone.digest,
                                "An earlier return said this and this one does not. The entry in the chronology was left.", episode.line});
}

}  // namespace hearken::casework
