#include "demonstration/county.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "calendar/local_time.hpp"
#include "casework/actors.hpp"
#include "casework/background.hpp"
#include "casework/cases.hpp"
#include "demonstration/family_maker.hpp"
#include "demonstration/script.hpp"
#include "store/organisations.hpp"
#include "store/roles_held.hpp"
#include "store/teams.hpp"
#include "store/users.hpp"

namespace hearken::demonstration {

using namespace std::chrono_literals;
using people::PersonKind;
using people::Sex;

namespace {

constexpr int kTeams = 20, kWorkersOfATeam = 6, kPeopleOfACase = 20, kFamiliesAtOnce = 500, kDays = 40, kYear = 365;
constexpr const char* kGiven[] = {"Amaya", "Bryony", "Cian", "Delphi", "Ellis", "Fern", "Gil", "Hazel", "Ivo", "Juno", "Kit", "Lumi", "Milo", "Nadia", "Otto", "Petal", "Quinn", "Rosa", "Sorin", "Thea", "Uri", "Veda", "Wilf", "Xanthe", "Yara"};
constexpr const char* kBefore[] = {"Test", "Sample", "Invent", "Fict", "Pretend", "Madeup", "Imagin", "Example", "Specimen", "Mock", "Dummy", "Story", "Trial", "Proto", "Nowhere", "Anon", "Unreal", "Makeshift", "What", "Blank"};
constexpr const char* kAfter[] = {"well", "ley", "ham", "ton", "by", "son", "wood", "ford", "worth", "stead", "mere", "wick", "combe", "field", "den", "shaw", "gate", "holt", "marsh", "brook"};

std::string surname(int number) { return std::string(kBefore[number % 20]) + kAfter[number / 20 % 20] + (number < 400 ? "" : std::string("-") + kAfter[number / 400 % 20]); }

template <class T>
T must(Result<T> result, const char* what) {
    if (!result) throw std::runtime_error(std::string("the county could not be made: ") + what + " was refused: " + result.error().reasons.front().text);
    return std::move(*result);
}

class County {
public:
    County(casework::World& world, TestClock& clock, const Partnership& partnership, const Cast& cast, Instant today)
        : world_(world), clock_(clock), partnership_(partnership), cast_(cast), today_(today), council_(partnership.organisations.at("fenmere-csc")) {}

    void make_teams() {
        world_.database.write([&](store::Transaction& transaction) {
            const auto now = world_.clock.now();
            for (int t = 0; t < kTeams; ++t) {
                const auto team = world_.ids.next<TeamId>();
                store::add_team(transaction, {team, council_, fmt::format("County team {:02}", t + 1), "", 1});
                for (int w = 0; w <= kWorkersOfATeam; ++w) {
                    const bool manages = w == kWorkersOfATeam;
                    store::UserAccount user;
                    user.id = world_.ids.next<UserId>();
                    user.sign_in_name = fmt::format("demo.county-{}-{:02}-{}", manages ? "manager" : "worker", t + 1, w + 1);
                    user.display_name = std::string(kGiven[(t * 7 + w) % 25]) + " " + surname(t * kTeams + w) + (manages ? " (manager)" : "");
                    user.job_title = manages ? "Team manager" : "Social worker";
                    user.email = "county@example.org";
                    user.created_at = now;
                    if (!store::add_user(transaction, user)) throw std::logic_error("a user of the county was refused");
                    store::RoleHeld role;
                    role.id = world_.ids.next<RoleHeldId>();
                    role.user = user.id;
                    role.role = manages ? "team-manager" : "social-worker";
                    role.organisation = council_;
                    role.team = team;
                    role.held_from = calendar::plus_months(calendar::local_date_of(now), -3);
                    store::add_role_held(transaction, role);
                    (manages ? managers_ : workers_).push_back({user.id, role});
                }
            }
            for (const auto& school : store::list_organisations(transaction, {"school", {}, false}, {500, {}}).items) schools_.push_back(school.id);
        });
    }

    void make_people(int people, const Told& told) {
        for (int family = 0; made_ < people;) {
            world_.database.write([&](store::Transaction& transaction) {
                FamilyMaker make(world_, transaction, {cast_.user("school-administrator"), partnership_.organisations.at("millbrook"), world_.clock.now(), "Demonstration"}, 1000 + made_);
                for (int i = 0; i < kFamiliesAtOnce && made_ < people; ++i) a_family(make, family++);
            });
            if (told) told(fmt::format("{} people", made_));
        }
    }

    void open_cases(int cases, const Told& told) {
        const Instant began = today_ - std::chrono::hours{24 * kDays};
        for (int n = 0; n < cases; ++n) {
            const Instant at = began + std::chrono::seconds{static_cast<long>(kDays) * 86400 * n / cases};
            clock_.set(at);
            a_case(n, at);
            if (told && n % 500 == 499) told(fmt::format("{} cases", n + 1));
        }
        clock_.set(today_);
        casework::NoMailer nobody_is_written_to;
        while (casework::run_due_jobs(world_, nobody_is_written_to, "demonstration", "") > 0) {}
    }

private:
    struct Worker {
        UserId user;
        store::RoleHeld role;
    };

    access::Actor actor(const Worker& worker) {
        return world_.database.read([&](store::Reading& reading) { return casework::actor_in(world_, reading, worker.role); });
    }

    void a_family(FamilyMaker& make, int number) {
        const std::string name = surname(number % 8000);
        const auto home = make.home(fmt::format("{} {} Lane", 1 + number % 90, kAfter[number % 20]), "Larkstow", fmt::format("FN{} {}AB", 1 + number % 9, number % 10));
        std::vector<PersonId> all{make.person(PersonKind::Adult, kGiven[number % 25], name, Sex::Female, (22 + number % 20) * kYear + number % 300)};
        for (int i = 0; i < 2; ++i) {
            const int days_old = 4 * kYear + (number * 131 + i * 977) % (11 * kYear);
            const auto child = make.person(PersonKind::Child, kGiven[(number / 25 + i * 11) % 25], name, i ? Sex::Male : Sex::Female, days_old);
            make.on_roll(child, schools_[static_cast<size_t>(number) % schools_.size()], days_old, 'C');
            make.related(all[0], people::RelationshipKind::BirthMother, child);
            all.push_back(child);
            children_.push_back(child);
        }
        for (const auto& one : all) make.lives_at(one, home);
        make.household(home, all);
        made_ += static_cast<int>(all.size());
    }

    /// Of ten enquiries, eight are allocated, and of those six children were seen, some of them long ago.
    void a_case(int n, Instant at) {
        const auto& manager = managers_[static_cast<size_t>(n) % managers_.size()];
        const auto& worker = workers_[static_cast<size_t>(n) % managers_.size() * kWorkersOfATeam + static_cast<size_t>(n / kTeams) % kWorkersOfATeam];
        const auto by_manager = actor(manager), by_worker = actor(worker);
        const auto& child = children_[static_cast<size_t>(n) * 7919 % children_.size()];
        casework::OpenCaseRequest request;
        request.procedure = "section-47";
        casework::NewSubject subject;
        subject.person = child;
        request.subjects.push_back(subject);
        const std::string moment = to_iso(at);
        request.answers = answers({{"reason", "A worry that was made up to be counted."}, {"started-at", moment}, {"first-strategy-at", moment}, {"last-strategy-at", moment}, {"enquiry-type", "joint"},
                                   {"harm-categories", "physical"}, {"harm-setting", "inside-the-home"}, {"safety-plan", "Nothing is at stake."}, {"local-authority", "fenmere"}});
        const auto in_case = must(casework::open_case(world_, by_manager, request), "a case").in_case;
        if (n % 10 >= 8) return;
        does(by_manager, in_case, "allocate", answers({{"lead-social-worker", worker.user.str()}, {"lead-worker-qualified", "yes"}}), {});
        if (n % 10 >= 6) return;
        does(by_worker, in_case, "see-child", answers({{"child-seen", "yes"}, {"child-seen-first-at", moment}, {"place", "At home"}, {"child-seen-alone", n % 3 ? "yes" : "no"}, {"appearance", "Well."},
                                                       {"child-words", "Hello."}, {"child-wishes", "None."}, {"needs", "None known."}, {"home-seen-at", kNotKnown}, {"home", kNotKnown}},
                                                      n % 3 ? Said{} : Said{{"why-not-alone", "A baby was held."}}), child);
    }

    void does(const access::Actor& by, const CaseId& in_case, const char* task, engine::Answers said, const PersonId& child) {
        engine::DoTask command;
        command.task = task;
        command.subject = child;
        command.answers = std::move(said);
        must(casework::act(world_, by, in_case, command), task);
    }

    casework::World& world_;
    TestClock& clock_;
    const Partnership& partnership_;
    const Cast& cast_;
    const Instant today_;
    const OrganisationId council_;
    std::vector<Worker> workers_, managers_;
    std::vector<OrganisationId> schools_;
    std::vector<PersonId> children_;
    int made_ = 0;
};

}  // namespace

void make_county(casework::World& world, TestClock& clock, const Partnership& partnership, const Cast& cast, int people, Instant today, const Told& told) {
    County county(world, clock, partnership, cast, today);
    county.make_teams();
    county.make_people(people, told);
    county.open_cases(people / kPeopleOfACase, told);
}

}  // namespace hearken::demonstration
