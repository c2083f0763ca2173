#include "casework/new_people.hpp"

#include "calendar/local_time.hpp"
#include "people/person.hpp"
#include "people/registration.hpp"
#include "store/persons.hpp"
#include "store/registrations.hpp"

namespace hearken::casework {

Result<PersonId> add_named_person(World& world, store::Transaction& transaction, const access::Actor& actor, const NewSubject& subject) {
    const auto now = world.clock.now();
    const auto today = calendar::local_date_of(now);
    people::PersonDetails details;
    details.kind = subject.kind == "adult" ? people::PersonKind::Adult : subject.kind == "unborn" ? people::PersonKind::Unborn : people::PersonKind::Child;
    people::Name name;
    name.given = subject.given;
    name.surname = subject.family;
    details.names.push_back(name);
    if (!subject.born.empty()) {
        const auto date = people::date_from_text(subject.born);
        if (!date) return refuse(RefusalCode::Invalid, "date", "Enter the date of birth as day, month and year, for example 27 3 2017.", "subjects");
        details.birth = details.kind == people::PersonKind::Unborn ? people::Birth::expected(*date) : people::Birth::exact(*date);
    } else if (details.kind == people::PersonKind::Unborn) {
        details.birth = people::Birth::expected({});
    }
    const PersonId id = world.ids.next<PersonId>();
    auto person = people::Person::make(id, std::move(details), today);
    if (!person) {
        Refusal refusal = person.error();
        for (auto& reason : refusal.reasons) reason.field = "subjects";
        return refuse(std::move(refusal));
    }
    const store::ChangedBy by{actor.user, actor.organisation, now, {}};
    store::add_person(transaction, *person, {}, by);
    people::Registration known;
    known.person = id;
    known.organisation = actor.organisation;
    known.kind = people::RegistrationKind::KnownTo;
    known.period.from = today;
    store::keep_registration(transaction, known, by);
    return id;
}

}  // namespace hearken::casework
