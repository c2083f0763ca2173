#include "casework/calendar_questions.hpp"

#include "calendar/stated_clock.hpp"
#include "store/calendars.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

Result<CalendarAnswer> when_due(World& world, const CalendarQuestion& question) {
    std::optional<calendar::SchoolCalendar> school;
    if (!question.school_urn.empty()) {
        auto found = world.database.read([&](store::Reading& reading) -> Result<store::StoredSchoolCalendar> {
            const auto organisation = store::find_organisation_by_urn(reading, question.school_urn);
            if (!organisation) return refuse(RefusalCode::NotFound, "no-such-school", "No school with that URN is held here.", "school");
            return store::school_calendar_of(reading, organisation->id);
        });
        if (!found) return refuse(found.error());
        if (!found->terms.empty()) {
            auto whole = calendar::SchoolCalendar::of(found->terms, found->closures);
            if (!whole) return refuse(whole.error());
            school = std::move(*whole);
        }
    }
    const auto holidays = world.bank_holidays();
    const calendar::Calendars calendars{*holidays, school ? &*school : nullptr, nullptr};
    auto answer = calendar::answer_clock({question.from, question.within, question.before}, calendars);
    if (!answer) return refuse(answer.error());
    return CalendarAnswer{answer->at, std::move(answer->lines)};
}

}  // namespace hearken::casework
