// A person's details as they are recorded, for somebody about to change them.
#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/audit_trail.hpp"
#include "casework/children.hpp"
#include "store/persons.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

Result<people::Person> read_details(World& world, const access::Actor& actor, const PersonId& person) {
    constexpr auto action = access::Action::ChangePerson;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<people::Person> {
        const auto stored = store::find_person(reading, person);
        const auto today = calendar::iso_date(calendar::local_date_of(world.clock.now()));
        const auto seen = stored ? store::visible_persons(reading, actor, {person}, today) : std::vector<store::SeenPerson>{};
        if (seen.empty() || seen.front().view != access::PersonView::Full)
            return refuse(RefusalCode::NotFound, "no-such-person", "There is no such record, or it is not one that you may open.");
        return stored->person;
    });
    if (!outcome) return note_refusal(world, actor, action, {}, outcome.error(), {person});
    note_read(world, actor, action, {}, {person}, "to change it");
    return outcome;
}

}  // namespace hearken::casework
