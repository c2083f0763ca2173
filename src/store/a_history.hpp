// For tests: cases with a few events each, appended as the product does.
#pragma once
#include <string>
#include <vector>

#include "store/audit.hpp"
#include "store/case_events.hpp"
#include "store/on_both.hpp"

namespace hearken::store {

inline engine::Event a_note(const std::string& text, Instant at) {
    engine::Event event;
    event.kind = engine::EventKind::Noted;
    event.occurred_at = event.recorded_at = at;
    event.by = {UserId{"kit"}, OrganisationId{"school"}, "dsl", ""};
    event.text = text;
    return event;
}

inline engine::Event an_opening(Instant at) {
    engine::Event event = a_note("", at);
    event.kind = engine::EventKind::CaseOpened;
    event.element = "specimen";
    event.value = "school";
    event.details = {{"version", "1"}, {"title", "A worry"}};
    return event;
}

inline AuditLine an_audit_line(const std::string& action, Instant at) {
    AuditLine line;
    line.at = at;
    line.user = UserId{"kit"};
    line.role = "dsl";
    line.organisation = OrganisationId{"school"};
    line.action = action;
    line.outcome = "seen";
    line.persons = {PersonId{"child-a"}, PersonId{"child-b"}};
    return line;
}

class WithHistory : public OnBoth {
protected:
    Result<std::vector<engine::Event>> append(const CaseId& case_id, long expected, std::vector<engine::Event> events) {
        return database->write([&](Transaction& transaction) { return append_events(transaction, ids, case_id, expected, events); });
    }
    /// A case "rabbit" of four events: opened, "one", "two", "three"; and three audit lines.
    void make_history() {
        ASSERT_TRUE(append(rabbit, 0, {an_opening(clock.now()), a_note("one", clock.now())}));
        ASSERT_TRUE(append(rabbit, 2, {a_note("two", clock.now()), a_note("three", clock.now())}));
        database->write([&](Transaction& transaction) {
            for (const char* action : {"read-case", "read-person", "search-people"}) append_audit(transaction, an_audit_line(action, clock.now()));
        });
    }
    const CaseId rabbit{"rabbit"};
};

}  // namespace hearken::store
