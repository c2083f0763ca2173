#include "demonstration/demonstration.hpp"

#include "calendar/local_time.hpp"
#include "demonstration/county.hpp"
#include "demonstration/stories.hpp"
#include "demonstration/team_stories.hpp"

namespace hearken::demonstration {

void make_demonstration(casework::World& world, TestClock& clock, Instant today, const Told& told, int people_of_a_county) {
    const auto tell = [&](const char* what) {
        if (told) told(what);
    };
    // Everybody was there before the first story begins.
    clock.set(calendar::start_of_local_day(calendar::plus_days(calendar::local_date_of(today), -30)) + std::chrono::hours{8});
    tell("Organisations, 400 schools with their terms, and the people who work there");
    auto [partnership, cast] = world.database.write([&](store::Transaction& transaction) {
        auto made = make_organisations(world, transaction);
        make_schools(world, transaction, made);
        make_directory(world, transaction, made, today);
        auto people = Cast::make(world, transaction, made);
        return std::pair{std::move(made), std::move(people)};
    });
    tell("Children and families");
    const auto children = world.database.write([&](store::Transaction& transaction) { return make_families(world, transaction, partnership, cast); });
    tell("Concerns and referrals");
    std::vector<std::unique_ptr<Story>> stories;
    Script script(world, clock, cast, today);
    school_stories(script, stories, children);
    cover_stories(world, script, cast, stories, children, today);
    front_door_stories(script, stories, children);
    public_stories(script, children);
    agency_stories(script, stories);
    early_help_stories(script, stories, children);
    request_stories(script, stories, children);
    sharing_stories(script, stories, children);
    protection_stories(script, stories);
    team_stories(world, script, cast, stories);
    script.play();
    if (people_of_a_county > 0) make_county(world, clock, partnership, cast, people_of_a_county, today, told);
}

}  // namespace hearken::demonstration
