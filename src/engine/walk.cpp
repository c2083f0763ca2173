#include "engine/walk.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>

#include "calendar/moment_text.hpp"
#include "engine/carry_out.hpp"
#include "engine/following.hpp"
#include "engine/permits.hpp"
#include "engine/possible.hpp"
#include "engine/signing.hpp"
#include "engine/waiting.hpp"
#include "engine/walk_answers.hpp"
#include "engine/walk_forward.hpp"
#include "engine/walk_rules.hpp"
#include "procedure/walk.hpp"

namespace hearken::engine {

namespace {

constexpr std::array kCommandNames = {"open-case",       "add-subject",     "save-form",     "do-task",
                                      "not-needed",      "reopen-task",     "decide",        "sign",
                                      "assign",          "extend",          "send-exchange", "chase-exchange",
                                      "answer-exchange", "arrange-meeting", "hold-meeting",  "note",
                                      "correct",         "set-prohibition", "involve",       "move-responsibility",
                                      "share",           "close-case",      "reopen-case",   "tick",
                                      "pass-gate"};
static_assert(kCommandNames.size() == std::variant_size_v<Command>);

class Walker {
  public:
    Walker(const Definition& definition, const Vocabulary& vocabulary, const calendar::Calendars& calendar,
           uint64_t seed, const WalkLimits& limits)
        : definition_(definition), limits_(limits), chance_(seed) {
        world_.now = limits.start + std::chrono::hours{8 + chance_.below(60)};
        world_.vocabulary = &vocabulary;
        world_.calendar = &calendar;
        for (const auto& relation : definition.relations) relations_.push_back(relation);
        if (relations_.empty()) relations_.push_back("owner");
        collect_roles();
        for (size_t child = 0, count = 1 + chance_.below(static_cast<size_t>(limits.most_children)); child < count;
             ++child)
            if (definition.subjects.at_most == 0 || child < static_cast<size_t>(definition.subjects.at_most))
                children_.push_back(PersonId{"child-" + std::to_string(child + 1)});
        tell_facts();
        link_what_opens_elsewhere();
    }

    WalkOutcome walk() {
        try {
            open();
            go_on();
        } catch (const std::logic_error& fault) {  // a rule that the engine holds itself to: scene.hpp, broken
            outcome_.broken.push_back(fault.what());
        }
        if (fold(outcome_.events) != state_) outcome_.broken.push_back("The state is not the sum of its events.");
        if (state_.opened && !state_.closed) say_where_it_stood();
        outcome_.closed = state_.closed;
        outcome_.outcome = state_.outcome;
        return std::move(outcome_);
    }

  private:
    static constexpr std::array<std::chrono::seconds, 4> kLeaps = {std::chrono::minutes{10}, std::chrono::hours{3},
                                                                   std::chrono::hours{24}, std::chrono::hours{96}};

    void go_on() {
        for (int idle = 0;
             outcome_.steps < limits_.most_steps && state_.opened && !state_.closed && outcome_.broken.empty();
             ++outcome_.steps) {
            if (chance_.one_in(12)) pass_time(kLeaps[chance_.below(kLeaps.size())]);
            if (state_.closed) break;
            if (!tired() && limits_.misbehave_one_in > 0 && chance_.one_in(limits_.misbehave_one_in)) misbehave();
            if (state_.closed) break;
            if (tired() ? bring_to_an_end() : act()) {
                idle = 0;
                continue;
            }
            if (++idle > limits_.days_to_wait) {
                say_stuck("Nobody could do anything for " + std::to_string(limits_.days_to_wait) + " days.");
                break;
            }
            pass_time(std::chrono::hours{24});
        }
        if (state_.opened && !state_.closed && outcome_.stuck.empty() && outcome_.broken.empty())
            say_stuck("The case had not ended after " + std::to_string(outcome_.steps) + " steps.");
    }

    /// Nobody goes round for ever: in the end people do what the course waits for, and choose what they have not tried.
    bool tired() const { return outcome_.steps >= limits_.patience; }

    void collect_roles() {
        const auto want = [&](const std::vector<std::string>& roles) {
            for (const auto& role : roles)
                if (role != "anyone" && role != "public" && !contains(roles_, role)) roles_.push_back(role);
        };
        const auto want_of = [&](const Task& task) {
            want(task.roles);
            if (task.decision) want(task.decision->approved_by);
            for (const auto& gate : task.needs) want(gate.bypass_by);
        };
        want(definition_.start.roles);
        for (const auto& strand : definition_.strands)
            for (const auto& stage : strand.stages) {
                for (const auto& task : stage.tasks) want_of(task);
                for (const auto& gate : stage.leave_when) want(gate.bypass_by);
            }
        for (const auto& task : definition_.anytime) want_of(task);
        if (roles_.empty()) roles_.push_back("worker");
    }

    /// What the world says about the children and the case; it changes now and then.
    void tell_facts() {
        for (const auto& [id, fact] : world_.vocabulary->facts) {
            const std::vector<std::string> yes_no = {"yes", "no"};
            const auto& values = fact.values.empty() ? yes_no : fact.values;
            world_.facts[{id, {}}] = chance_.of(values);
            for (const auto& child : children_) world_.facts[{id, child}] = chance_.of(values);
        }
        for (const auto& child : children_) world_.facts[{"age-in-years", child}] = std::to_string(chance_.below(18));
        for (const auto& child : children_) be_born(child);
    }

    /// Once, and never back: a child who is not unborn has a day of birth.
    void be_born(const PersonId& child) {
        if (world_.facts[{"unborn", child}] == "yes" || world_.facts.contains({"born-on", child})) return;
        const int days = static_cast<int>(chance_.one_in(3) ? chance_.below(30) : chance_.below(6000));
        world_.facts[{"born-on", child}] = calendar::iso_date(calendar::plus_days(calendar::local_date_of(world_.now), -days));
    }

    /// Other cases about the children begin and end, whatever is done here.
    void go_on_elsewhere() {
        for (const auto& name : asked_elsewhere_)
            for (const auto& child : children_) {
                const auto other = world_.elsewhere.find({name, child});
                if (other == world_.elsewhere.end() && chance_.one_in(6))
                    world_.elsewhere.emplace(std::pair{name, child}, "open");
                else if (other != world_.elsewhere.end() && chance_.one_in(4))
                    other->second = other->second == "open" ? "closed" : "open";
            }
    }

    /// Cases that conditions ask for and that nothing here opens were opened from the other side: this one came of them.
    void link_what_opens_elsewhere() {
        std::set<std::string> opened, asked;
        const std::function<void(const Condition&)> look = [&](const Condition& condition) {
            if (condition.kind == Condition::Kind::Linked) asked.insert(condition.name);
            if (condition.kind == Condition::Kind::Elsewhere) asked_elsewhere_.insert(condition.name);
            std::for_each(condition.of.begin(), condition.of.end(), look);
        };
        procedure::Visitor visitor;
        visitor.condition = [&](Condition& condition, const std::string&) { look(condition); };
        visitor.effect = [&](procedure::Effect& effect, const Task*, const std::string&) {
            if (effect.kind == procedure::Effect::Kind::OpenCase) opened.insert(effect.name);
        };
        procedure::walk(definition_, visitor);
        for (const auto& name : asked)
            if (!opened.contains(name)) world_.linked.emplace(name, "open");
    }

    /// Others work in the cases that this one opened, and end them in their own time.
    void take_up_linked(const std::vector<Event>& events) {
        for (const auto& event : events) {
            const auto how = event.details.find("how");
            const bool at_once = how == event.details.end() || how->second != "offer";
            if (event.kind != EventKind::CaseToOpen || !(at_once || chance_.one_in(2))) continue;
            world_.linked.emplace(event.element, "open");
            for (const auto& child : children_)
                if (event.subject.empty() || event.subject == child) world_.elsewhere.emplace(std::pair{event.element, child}, "open");
        }
    }

    ActedBy somebody(const std::string& role, const std::string& relation) {
        const auto organisation = state_.organisations.find(relation);
        return {UserId{role + "-" + std::to_string(1 + chance_.below(2))},
                organisation == state_.organisations.end() ? OrganisationId{"organisation-" + relation}
                                                           : organisation->second,
                role,
                {}};
    }

    /// Carries it out and holds the engine to its rules. False when it was refused.
    bool carry(const Command& command) {
        auto result = carry_out_with_state(definition_, state_, command, world_);
        outcome_.commands.insert(kCommandNames[command.index()]);
        if (!result) {
            ++outcome_.refused;
            if (result.error().reasons.empty()) outcome_.broken.push_back("A refusal without a reason.");
            return false;
        }
        const std::vector<Event>& events = result->events;
        const std::vector<TaskState> before = std::exchange(state_, std::move(result->state)).tasks;
        for (const auto& event : events) {
            outcome_.events.push_back(event);
            if (event.kind == EventKind::StageEntered) outcome_.stages.insert(event.element);
        }
        for (const auto& task : state_.tasks)
            if (task.status == TaskState::Status::Done) outcome_.tasks.insert(task.task);
        const Common& common = std::visit([](const auto& one) -> const Common& { return one; }, command);
        if (!events.empty()) {
            const Event& first = events.front();
            outcome_.transcript.push_back(calendar::moment_text(world_.now) + " " + (common.by.user.empty() ? "the system" : common.by.user.str()) + ": " +
                                          kCommandNames[command.index()] + " " + first.element + (first.subject.empty() ? "" : " (" + first.subject.str() + ")") +
                                          (first.value.empty() ? "" : " " + first.value) + " → " + std::to_string(events.size()) + " events");
        }
        take_up_linked(events);
        for (auto& rule : broken_rules(definition_, before, events, state_, world_))
            outcome_.broken.push_back(std::move(rule));
        return true;
    }

    void open() {
        OpenCase command;
        command.by = somebody(definition_.start.roles.empty() || definition_.start.roles.front() == "public"
                                  ? roles_.front()
                                  : chance_.of(definition_.start.roles),
                              definition_.start.relation);
        command.owner = OrganisationId{"organisation-owner"};
        for (const auto& relation : relations_)
            if (relation != "owner") command.organisations[relation] = OrganisationId{"organisation-" + relation};
        for (const auto& child : children_)
            command.subjects.push_back(
                {child, definition_.subjects.kind,
                 definition_.subjects.parts.empty() ? "" : chance_.of(definition_.subjects.parts).id});
        if (definition_.subjects.at_least == 0 && chance_.one_in(3)) command.subjects.clear();
        CaseState opening;
        opening.opened = true;
        for (const auto& subject : command.subjects)
            opening.subjects.push_back({subject.person, subject.kind, subject.part, world_.now, 0, ""});
        if (const Form* form = definition_.form(definition_.start.form)) {
            const Scene scene{definition_, opening, world_};
            command.answers = random_answers(*form, {}, scene, {}, chance_);
            if (form->per_child)
                for (const auto& child : children_)
                    command.per_child[child] = random_answers(*form, {}, scene, child, chance_);
        }
        const auto tried = carry_out(definition_, state_, command, world_);
        if (!tried) {
            for (const auto& reason : tried.error().reasons)
                outcome_.stuck.push_back("It could not be opened: " + reason.text);
            return;
        }
        carry(command);
    }

    void pass_time(std::chrono::seconds by) {
        world_.now += by;
        if (chance_.one_in(6)) tell_facts();
        for (auto& [linked, state] : world_.linked)
            if (chance_.one_in(3)) state = "closed";
        go_on_elsewhere();
        carry(Tick{});
    }

    Scene scene() const { return {definition_, state_, world_}; }

    /// One act of somebody who may do something now; false when nobody may do anything.
    bool act() {
        world_.now += std::chrono::minutes{1 + chance_.below(60)};
        if (chance_.one_in(9) && act_beside()) return true;
        // First what moves the case on; what may be done at any time now and then, or when nothing else is left.
        const auto anything = [](const Possible&) { return true; };
        if (chance_.one_in(6)) return act_on(anything);
        return act_on([&](const Possible& possible) { return is_owed(possible); }) || act_on(anything);
    }

    /// The same in a case that has gone round for long: what the course waits for, and where that is not possible now,
    /// the time for which it waits; beside that, now and then, whatever there is.
    bool bring_to_an_end() {
        world_.now += std::chrono::minutes{1 + chance_.below(60)};
        if (chance_.one_in(4) && (pass_a_gate(somebody(chance_.of(roles_), "owner")) || lift_a_prohibition())) return true;
        const auto waited_for = tasks_waited_for(scene());
        // What is begun is ended before it is begun again: a decision that awaits its signature is signed.
        const auto begun = [&](const std::string& task) {
            return std::any_of(state_.tasks.begin(), state_.tasks.end(), [&](const TaskState& one) { return one.task == task && one.open(); });
        };
        const auto owed = [&](const Possible& possible) { return waited_for.contains(possible.task) && is_owed(possible); };
        const auto to_sign = [&](const Possible& possible) { return waited_for.contains(possible.task) && possible.act == Possible::Act::Sign; };
        const auto leads_on = [&](const Possible& possible) { return waited_for.contains(possible.task) && (is_owed(possible) || !begun(possible.task)); };
        // What may be begun again and again comes last: it would keep from everything else.
        if (!chance_.one_in(6)) {
            if (!chance_.one_in(4) && (act_on(to_sign) || act_on(owed))) return true;
            if (leave_out(waited_for) || take_up_again(waited_for) || act_on(leads_on)) return true;
        }
        if (chance_.one_in(2)) {
            const auto look = next_look(definition_, state_, world_);
            pass_time(look && *look > world_.now ? *look - world_.now : std::chrono::seconds{std::chrono::days{7}});
            if (state_.closed) return true;
        }
        // What may be begun at any time begins courses anew: hardly ever now.
        if (act_on([&](const Possible& possible) { return is_owed(possible); })) return true;
        return chance_.one_in(10) && (act_on([](const Possible&) { return true; }) || take_up_again(everything_so_far()));
    }

    /// What nobody can do any more, and something waits for, is marked as not needed by whoever may.
    bool leave_out(const std::set<std::string>& waited_for) {
        std::vector<TaskState> open;
        for (const auto& task : state_.tasks)
            if (waited_for.contains(task.task) && task.status == TaskState::Status::Open) open.push_back(task);
        if (open.empty() || !chance_.one_in(4)) return false;
        const TaskState& task = chance_.of(open);
        for (const auto& role : roles_)
            for (const auto& relation : relations_)
                if (carry(NotNeeded{{somebody(role, relation), {}}, task.task, task.subject, "It cannot be done any more."})) return true;
        return false;
    }

    std::set<std::string> everything_so_far() const {
        std::set<std::string> tasks;
        for (const auto& task : state_.tasks) tasks.insert(task.task);
        return tasks;
    }

    /// What was left out, or answered so that nothing goes on, is taken up again by whoever may.
    bool take_up_again(const std::set<std::string>& waited_for) {
        std::vector<TaskState> closed;
        for (const auto& task : state_.tasks)
            if (waited_for.contains(task.task) && !task.open() && state_.task(task.task, task.subject)->occurrence == task.occurrence &&
                (task.status == TaskState::Status::NotNeeded || (task.status == TaskState::Status::Done && chance_.one_in(30))))
                closed.push_back(task);
        if (closed.empty()) return false;
        const TaskState& task = chance_.of(closed);
        for (const auto& role : roles_)
            for (const auto& relation : relations_)
                if (carry(ReopenTask{{somebody(role, relation), {}}, task.task, task.subject, "It is needed after all."})) return true;
        return false;
    }

    /// Somebody does one of the possible acts that are wanted; false when nobody may.
    template <class Wanted>
    bool act_on(Wanted wanted) {
        std::vector<std::pair<std::string, std::string>> actors;
        for (const auto& role : roles_)
            for (const auto& relation : relations_) actors.emplace_back(role, relation);
        for (size_t i = actors.size(); i > 1; --i) std::swap(actors[i - 1], actors[chance_.below(i)]);
        const auto places = places_of(wanted);
        for (const auto& [role, relation] : actors) {
            if (places.empty()) break;
            const ActedBy by = somebody(role, relation);
            std::vector<Possible> may;
            for (const auto& place : places)
                for (auto& possible : possible_acts_of(place, by, scene()))
                    if (possible.may && wanted(possible)) may.push_back(std::move(possible));
            for (int tries = 0; tries < 4 && !may.empty(); ++tries)
                if (carry(command_for(may[chance_.below(may.size())], by))) return true;
        }
        return false;
    }

    /// The tasks with an act that is wanted. What there is to do is the same for everybody; only who may do it differs.
    template <class Wanted>
    std::vector<Place> places_of(Wanted wanted) const {
        std::vector<Place> places;
        const auto look = [&](const Place& place) {
            const auto acts = possible_acts_of(place, {}, scene());
            if (std::any_of(acts.begin(), acts.end(), wanted)) places.push_back(place);
        };
        for (const auto& strand : definition_.strands)
            for (const auto& stage : strand.stages)
                for (const auto& task : stage.tasks) look({&task, &stage, &strand});
        for (const auto& task : definition_.anytime) look({&task, nullptr, nullptr});
        return places;
    }

    bool is_owed(const Possible& possible) const {
        if (possible.act == Possible::Act::Sign) return true;
        const TaskState* state = occurrence(state_, possible.task, possible.subject, possible.occurrence);
        return state != nullptr && state->open();
    }

    Command command_for(const Possible& possible, const ActedBy& by) {
        const Place place = place_of(definition_, possible.task);
        const Task& task = *place.task;
        switch (possible.act) {
            case Possible::Act::Decide:
                return decide(task, possible, by);
            case Possible::Act::Sign: {
                const bool approve = tired() || !chance_.one_in(5);
                return Sign{{by, {}}, possible.task, possible.subject, approve, "Agreed."};
            }
            case Possible::Act::Send:
                return SendExchange{
                    {by, {}}, possible.task, possible.subject, "Please tell us what you hold.", "ref-1", "It could not wait."};
            case Possible::Act::Answer:
                if (!tired() && chance_.one_in(3)) return ChaseExchange{{by, {}}, possible.task, possible.subject, "Rang again."};
                return AnswerExchange{{by, {}},
                                      possible.task,
                                      possible.subject,
                                      "Known since 2024.",
                                      !tired() && task.exchange->partial_answers && chance_.one_in(4),
                                      chance_.one_in(5)};
            case Possible::Act::Arrange:
                return ArrangeMeeting{{by, {}},
                                      possible.task,
                                      world_.now + std::chrono::hours{24 + chance_.below(200)},
                                      "Room 2",
                                      {"social-worker"},
                                      "It could not wait."};
            case Possible::Act::Hold: {
                HoldMeeting hold{{by, {}}, possible.task, {}, tired() || !chance_.one_in(4), "Only two could come.", "It could not wait."};
                for (const auto& item : task.meeting->agenda) hold.record[item.id] = Answer::of("None.");
                if (task.meeting->counts()) {
                    auto& came = hold.record["attended"].values;
                    for (const auto& invitee : task.meeting->invite) came.push_back(invitee.who);
                    for (const auto& word : task.meeting->quorum_of)
                        if (tired() || !chance_.one_in(4)) came.push_back(word);
                    if (came.empty()) came.push_back("somebody-else");
                }
                if (chance_.one_in(2)) hold.record["minutes"] = Answer::of("As discussed.");
                return hold;
            }
            case Possible::Act::Do:
                break;
        }
        if (!tired() && !task.form.empty() && chance_.one_in(6)) {
            if (const Form* form = definition_.form(task.form))
                return SaveForm{{by, {}},
                                possible.task,
                                possible.subject,
                                random_answers(*form, task.form_fields, scene(), possible.subject, chance_),
                                {}};
        }
        if (chance_.one_in(15)) return NotNeeded{{by, {}}, possible.task, possible.subject, "It was done elsewhere."};
        return do_task(task, possible, by);
    }

    Command do_task(const Task& task, const Possible& possible, const ActedBy& by) {
        DoTask command;
        command.by = by;
        command.task = possible.task;
        command.subject = possible.subject;
        command.note = "Done.";
        command.why = "It could not wait.";
        for (const auto& prompt : task.prompts) command.attested.push_back(prompt.id);
        if (const Form* form = definition_.form(task.form))
            command.answers = random_answers(*form, task.form_fields, scene(), possible.subject, chance_);
        if (task.meeting)
            for (const auto& item : task.meeting->agenda) command.answers[item.id] = Answer::of("None.");
        if (chance_.one_in(5)) command.occurred_at = world_.now - std::chrono::minutes{chance_.below(600)};
        return command;
    }

    Command decide(const Task& task, const Possible& possible, const ActedBy& by) {
        Decide command;
        command.by = by;
        command.task = possible.task;
        command.subject = possible.subject;
        std::vector<const procedure::DecisionOption*> offered;
        for (const auto& option : task.decision->options)
            if (holds(option.when, definition_, state_, world_, possible.subject)) offered.push_back(&option);
        if (!offered.empty()) command.option = choose(task, std::move(offered)).id;
        command.reasons = "Weighed with what is known.";
        if (!task.decision->coded_reasons.empty()) command.reason_codes = {chance_.of(task.decision->coded_reasons).id};
        command.why = "The circumstances differ.";
        for (const auto& prompt : task.prompts) command.attested.push_back(prompt.id);
        return command;
    }

    /// Any option; of one who has gone round for long, as often one that ends something, or one that does not go back and
    /// was chosen least so far.
    const procedure::DecisionOption& choose(const Task& task, std::vector<const procedure::DecisionOption*> offered) {
        if (tired() && !chance_.one_in(3)) {
            std::vector<const procedure::DecisionOption*> better;
            if (chance_.one_in(2))
                std::copy_if(offered.begin(), offered.end(), std::back_inserter(better),
                             [&](const auto* option) { return comes_to_an_end(*option, definition_); });
            if (better.empty()) {
                if (std::any_of(offered.begin(), offered.end(), [](const auto* option) { return !goes_back(*option); }))
                    std::erase_if(offered, [](const auto* option) { return goes_back(*option); });
                const auto times = [&](const auto* option) { return times_chosen_[{task.id, option->id}]; };
                int least = times(offered.front());
                for (const auto* option : offered) least = std::min(least, times(option));
                std::copy_if(offered.begin(), offered.end(), std::back_inserter(better),
                             [&](const auto* option) { return times(option) == least; });
            }
            offered = std::move(better);
        }
        const procedure::DecisionOption& option = *chance_.of(offered);
        ++times_chosen_[{task.id, option.id}];
        return option;
    }

    bool pass_a_gate(const ActedBy& by) {
        for (const auto& [strand, stage_id] : state_.stage_of) {
            const Stage* stage = definition_.stage(stage_id);
            if (stage == nullptr) continue;
            for (const auto& gate : stage->leave_when)
                if (gate.strength != procedure::GateStrength::Block && chance_.one_in(3) &&
                    carry(PassGate{{by, {}}, stage_id, gate.id, "It could not be had."}))
                    return true;
        }
        return false;
    }

    bool lift_a_prohibition() {
        if (state_.prohibitions.empty()) return false;
        const auto [prohibition, about] = *state_.prohibitions.begin();
        return carry(SetProhibition{{somebody(chance_.of(roles_), "owner"), {}}, prohibition, about, "Nobody is at risk now if told.", true});
    }

    /// What is done beside the procedure's tasks: a note, a restriction, a gate passed with a reason, a late joiner.
    bool act_beside() {
        const ActedBy by = somebody(chance_.of(roles_), "owner");
        if (pass_a_gate(by)) return true;
        if (chance_.one_in(4) && state_.subjects.size() < static_cast<size_t>(limits_.most_children)) {
            const PersonId late{"late-" + std::to_string(state_.subjects.size())};
            children_.push_back(late);
            const Form* form = definition_.form(definition_.start.form);
            return carry(AddSubject{{by, {}},
                                    {late, definition_.subjects.kind,
                                     definition_.subjects.parts.empty() ? "" : definition_.subjects.parts.front().id},
                                    form != nullptr && form->per_child ? random_answers(*form, {}, scene(), late, chance_) : Answers{}});
        }
        if (!definition_.prohibitions.empty() && chance_.one_in(4)) {
            const auto& prohibition = chance_.of(definition_.prohibitions);
            return carry(SetProhibition{{by, {}},
                                        prohibition.id,
                                        {},
                                        "Said to be at risk if told.",
                                        state_.prohibitions.contains({prohibition.id, PersonId{}})});
        }
        if (chance_.one_in(4) && !state_.tasks.empty()) {
            const auto& task = chance_.of(state_.tasks);
            if (chance_.one_in(2))
                return carry(Assign{{by, {}},
                                    task.task,
                                    task.subject,
                                    UserId{"worker-" + std::to_string(chance_.below(3))},
                                    "On leave."});
            if (!task.dues.empty())
                return carry(Extend{{by, {}},
                                    task.task,
                                    task.subject,
                                    task.dues.front().clock,
                                    task.dues.front().due_at + std::chrono::hours{48},
                                    "More is to be seen.",
                                    UserId{"team-manager-1"}});
        }
        return carry(Note{{by, {}}, "A note for the record.", !chance_.one_in(3), "A telephone call", {}});
    }

    /// Somebody tries what should not be: never an event, and always a reason.
    void misbehave() {
        const ActedBy by = somebody(chance_.of(roles_), chance_.of(relations_));
        const std::string task = state_.tasks.empty() ? "none" : chance_.of(state_.tasks).task;
        DoTask future{{by, world_.now + std::chrono::hours{48}}, task, {}, {}, {}, {}, {}, {}};
        Decide wordless{{by, {}}, task, {}, "no-such-option", {}, {}, {}, {}, {}};
        const std::vector<Command> wrong = {DoTask{{by, {}}, "no-such-task", {}, {}, {}, {}, {}, {}},
                                            wordless,
                                            Note{{by, {}}, " \n", false, {}, {}},
                                            SaveForm{{by, {}}, task, {}, {{"no-such-field", Answer::of("x")}}, {}},
                                            CloseCase{{by, {}}, "no-such-outcome", ""},
                                            ReopenCase{{by, {}}, "Again."}};
        const Command& one = chance_.of(wrong);
        if (carry_out(definition_, state_, one, world_)) {
            outcome_.broken.push_back(std::string("A wrong command was accepted: ") + kCommandNames[one.index()]);
        } else {
            ++outcome_.refused;
        }
        // These may be right by chance: a task that is urgent is never refused for its time.
        (void)carry_out(definition_, state_, future, world_);
    }

    void say_stuck(const std::string& what) {
        outcome_.stuck.push_back(what);
        for (const auto& [strand, stage] : state_.stage_of) {
            const auto reasons = waiting_for(definition_, state_, strand, world_);
            if (reasons.empty()) outcome_.stuck.push_back(strand + " is in " + stage + ".");
            for (const auto& reason : reasons)
                outcome_.stuck.push_back(strand + " is in " + stage + ": " + reason.text);
        }
        if (state_.stage_of.empty()) outcome_.stuck.push_back("No stage is entered, and the case is not closed.");
    }

    void say_where_it_stood() {
        for (const auto& [strand, stage] : state_.stage_of) outcome_.stages_at_end.push_back(strand + ": " + stage);
        for (const auto& task : state_.tasks) {
            if (!task.open()) continue;
            std::string says = task.task;
            if (!task.subject.empty()) says += " (" + task.subject.str() + ")";
            if (task.status == TaskState::Status::AwaitingSignature) says += ", to be signed";
            outcome_.open_tasks.push_back(std::move(says));
        }
    }

    const Definition& definition_;
    const WalkLimits& limits_;
    Chance chance_;
    Surroundings world_;
    std::vector<std::string> relations_, roles_;
    std::vector<PersonId> children_;
    std::set<std::string> asked_elsewhere_;  ///< procedures that conditions ask about, of the children
    std::map<std::pair<std::string, std::string>, int> times_chosen_;  ///< (task, option)
    CaseState state_;
    WalkOutcome outcome_;
};

}  // namespace

WalkOutcome walk(const Definition& definition, const Vocabulary& vocabulary, const calendar::Calendars& calendar,
                 uint64_t seed, const WalkLimits& limits) {
    return Walker(definition, vocabulary, calendar, seed, limits).walk();
}

}  // namespace hearken::engine
