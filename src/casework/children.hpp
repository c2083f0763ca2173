// Children and the people around them: finding, reading, creating and changing their records.
#pragma once
#include "casework/cases.hpp"
#include "people/person.hpp"

namespace hearken::casework {

/// Finds people this actor may know of. The words never reach a log or a URL. A failed search throws: it never says
/// "not known" (lessons, matching).
Result<Page<PersonSummary>> search_people(World& world, const access::Actor& actor, const std::string& words, const std::string& after = {});

/// Pupils on roll here, for choosing whom a concern is about.
Result<std::vector<PersonSummary>> pupils_to_choose_from(World& world, const access::Actor& actor, const std::string& words);

Result<ChildPage> read_child(World& world, const access::Actor& actor, const PersonId& person);

/// A new person. Offers likely matches first: `confirmed_new` says the person was compared and is not one of them.
struct NewPerson { people::Person person; bool confirmed_new = false; Once once; };
Result<PersonId> create_person(World& world, const access::Actor& actor, const NewPerson& request);

/// What is recorded of somebody whose record may be opened whole, to be changed.
Result<people::Person> read_details(World& world, const access::Actor& actor, const PersonId& person);
/// Conflict when somebody else changed it since `based_on_revision`; the reasons then say what they changed, field by field.
Result<void> change_person(World& world, const access::Actor& actor, const people::Person& person, int based_on_revision, const std::string& reason);

struct ReadLogLine { Instant at; std::string who, role, organisation, action, outcome, reasons; };
Result<Page<ReadLogLine>> who_read(World& world, const access::Actor& actor, const PersonId& person, const std::string& after = {});
Result<Page<ReadLogLine>> what_they_read(World& world, const access::Actor& actor, const UserId& user, const std::string& after = {});

}  // namespace hearken::casework
