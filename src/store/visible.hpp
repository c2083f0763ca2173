// The access rule as SQL: the one place where a CaseRule or an Actor becomes a WHERE. Every list, count and search
// that shows a case or a person to somebody goes through here; a test holds it to access::view_of.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "store/database.hpp"

namespace hearken::store {

/// SQL text and the values of its names. `text` is in brackets and stands after "where" or "and".
struct Condition {
    std::string text;
    std::map<std::string, std::string> values;
};

/// Holds for the rows of case_file, known as `alias` in the query, of which this reader sees at least `least`:
/// Receipt = anything at all; Party = their side or all; Full = all. Names of values begin with "rule_".
Condition visible_cases(const access::CaseRule& rule, access::CaseView least, const std::string& alias = "c");

/// What access needs to know about a case; nothing when there is no such case.
std::optional<access::CaseFacts> case_facts(Reading& reading, const CaseId& case_id);
/// How much of a case this reader sees: None also where it does not exist.
access::CaseView view_of_case(Reading& reading, const access::CaseRule& rule, const CaseId& case_id);

/// What access needs to know about people, for this reader, on that day. In the order asked; people who do not exist
/// are left out.
std::vector<access::PersonFacts> person_facts(Reading& reading, const access::Actor& actor, const std::vector<PersonId>& persons,
                                              const std::string& today);
struct SeenPerson {
    PersonId person;
    access::PersonView view;
};
/// Those of `persons` whom this reader may see at all, in the order given.
std::vector<SeenPerson> visible_persons(Reading& reading, const access::Actor& actor, const std::vector<PersonId>& persons,
                                        const std::string& today);

}  // namespace hearken::store
