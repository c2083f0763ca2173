#include "casework/sharing_decision.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "store/roles_held.hpp"

namespace hearken::casework {

namespace {

using engine::Answers;
using engine::Event;
using engine::EventKind;

constexpr char kInHearken[] = "in-hearken";

std::string first(const Answers& answers, const char* field) {
    const auto found = answers.find(field);
    return found == answers.end() ? std::string{} : found->second.first();
}

/// "Facts" and "opinion" are kept apart to the end (M6.information-sharing-request-flow.s2).
std::string what_of(const Answers& answers) {
    const std::string facts = first(answers, "facts"), opinions = first(answers, "opinions");
    if (facts.empty() && opinions.empty()) return first(answers, "information-concerned");
    return facts + (opinions.empty() ? "" : (facts.empty() ? "Opinion: " : "\nOpinion: ") + opinions);
}

void describe(const Answers& answers, Event& event) {
    const auto set = [&](const char* detail, std::string value) {
        if (!value.empty()) event.details[detail] = std::move(value);
    };
    std::string recipient = first(answers, "to-elsewhere");
    if (const std::string person = first(answers, "to-person"); !person.empty()) recipient += (recipient.empty() ? "" : ", ") + person;
    set("what", what_of(answers));
    set("purpose", first(answers, "purpose"));
    set("basis", first(answers, "lawful-basis"));
    set("consent", first(answers, "consent"));
    set("how", first(answers, "how"));
    set("recipient", std::move(recipient));
    set("recipient-organisation", first(answers, "to-organisation"));
}

bool makes(const procedure::Definition& definition, const std::string& version) {
    return std::any_of(definition.versions.begin(), definition.versions.end(), [&](const auto& one) { return one.id == version; });
}

std::vector<Event> sharing_after(const CaseRecord& record, const Event& decision, const std::string& prefix, const Answers& answers) {
    Event shared = decision;
    shared.kind = EventKind::Shared;
    shared.occurrence = 0;
    shared.element = prefix + kWhatWasShared;
    shared.value = first(answers, "to-organisation");
    shared.details.clear();
    describe(answers, shared);
    const bool reads_it_here = first(answers, "how") == kInHearken && !shared.value.empty() && makes(*record.definition, shared.element);
    if (!reads_it_here) {
        shared.details["outside"] = "yes";
        shared.element.clear();
        return {shared};
    }
    Event joined = decision;
    joined.kind = EventKind::OrganisationJoined;
    joined.occurrence = 0;
    joined.element = prefix + kRecipient;
    joined.value = shared.value;
    joined.text.clear();
    joined.details.clear();
    return {joined, shared};
}

}  // namespace

void tell_of_sharing(const CaseRecord& record, std::vector<Event>& decided) {
    for (size_t i = 0; i < decided.size(); ++i) {
        if (decided[i].kind != EventKind::DecisionMade || !decided[i].element.ends_with(kShareOrWithhold)) continue;
        const std::string prefix = decided[i].element.substr(0, decided[i].element.size() - std::string(kShareOrWithhold).size());
        const auto* form = record.state.form(prefix + kSharingRecord, decided[i].subject);
        if (!form) form = record.state.form(prefix + kSharingRecord);
        const Answers answers = form ? form->answers : Answers{};
        if (decided[i].value == "withhold") {
            describe(answers, decided[i]);
            decided[i].details["outcome"] = "withheld";
        } else if (decided[i].value.starts_with("share-")) {
            const auto further = sharing_after(record, decided[i], prefix, answers);
            decided.insert(decided.begin() + static_cast<long>(i) + 1, further.begin(), further.end());
            i += further.size();
        }
    }
}

void call_advisers(World& world, store::Reading& reading, const CaseRecord& record, std::vector<Event>& decided) {
    const auto& parts = record.definition->involvements;
    if (decided.empty() || decided.front().kind != EventKind::CaseOpened || std::find(parts.begin(), parts.end(), "adviser") == parts.end()) return;
    std::vector<std::string> roles;
    for (const auto& event : decided)
        if (event.kind == EventKind::FormSaved)
            if (const auto asked = event.answers.find("asked-of"); asked != event.answers.end()) roles = asked->second.values;
    const auto& known = world.library.vocabulary().roles;
    std::erase_if(roles, [&](const std::string& role) { return !known.contains(role); });  // "somebody outside" holds no role here
    if (roles.empty()) return;
    std::vector<Event> called;
    for (const auto& held : store::holders_of(reading, OrganisationId{decided.front().value}, roles, calendar::local_date_of(world.clock.now()))) {
        Event event = decided.front();
        event.kind = EventKind::PersonInvolved;
        event.element = "adviser";
        event.value = held.user.str();
        event.details.clear();
        called.push_back(std::move(event));
    }
    decided.insert(decided.begin() + 1, called.begin(), called.end());
}

}  // namespace hearken::casework
