#include "demonstration/script.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "calendar/local_time.hpp"
#include "calendar/moment_text.hpp"
#include "casework/background.hpp"
#include "store/cases.hpp"
#include "store/persons.hpp"

namespace hearken::demonstration {

namespace {

constexpr int kMostRounds = 200;

std::string words_of(const Refusal& refusal) {
    std::string words;
    for (const auto& reason : refusal.reasons) words += (words.empty() ? "" : "; ") + reason.code + (reason.field.empty() ? "" : " (" + reason.field + ")") + ": " + reason.text;
    return words;
}

template <class T>
T must(Result<T> result, const std::string& what) {
    if (!result) throw std::runtime_error("the demonstration could not be made: " + what + " was refused: " + words_of(result.error()));
    return std::move(*result);
}

}  // namespace

engine::Answers answers(const Said& said, const Said& more) {
    engine::Answers all;
    for (const auto* list : {&said, &more})
        for (const auto& [field, words] : *list) {
            if (words == kNotKnown) {
                all[field] = engine::Answer::not_known();
                continue;
            }
            engine::Answer answer;
            std::istringstream parts(words);
            for (std::string part; std::getline(parts, part, kAnd);) answer.values.push_back(part);
            all[field] = answer;
        }
    return all;
}

Instant Script::working_day(int before, int hour, int minute) const {
    const auto holidays = world_.bank_holidays();
    auto date = calendar::local_date_of(today_);
    const auto working = [&](calendar::LocalDate day) { return holidays->is_working_day_as_far_as_known(day); };
    const auto earlier = [&] {
        do date = calendar::plus_days(date, -1);
        while (!working(date));
    };
    if (!working(date) || calendar::instant_of(date, std::chrono::hours{hour} + std::chrono::minutes{minute}) > today_) earlier();
    for (int i = 0; i < before; ++i) earlier();
    return calendar::instant_of(date, std::chrono::hours{hour} + std::chrono::minutes{minute});
}

void Script::run_due() {
    casework::NoMailer nobody_is_written_to;
    for (int round = 0; round < kMostRounds && casework::run_due_jobs(world_, nobody_is_written_to, "demonstration", "") > 0; ++round) {}
}

void Script::play() {
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.when < b.when; });
    for (const auto& step : steps_) {
        clock_.set(std::min(step.when, today_));
        run_due();
        step.what();
    }
    clock_.set(today_);
    run_due();
}

CaseId Script::opens(const std::string& who, casework::OpenCaseRequest request) {
    const std::string what = who + " opening " + request.procedure;
    return must(casework::open_case(world_, cast_.actor(world_, who), request), what).in_case;
}

casework::Acted Script::act(const std::string& who, const CaseId& in_case, const std::string& what, engine::Command command) {
    return must(casework::act(world_, cast_.actor(world_, who), in_case, std::move(command)), who + " " + what);
}

CaseId Script::does(const std::string& who, const CaseId& in_case, const std::string& task, const engine::Answers& answers, const PersonId& child,
                    const std::vector<std::string>& attested) {
    engine::DoTask done;
    done.task = task;
    done.subject = child;
    // As on the page: what the form holds already stands unless it is answered anew.
    const auto page = must(casework::read_task(world_, cast_.actor(world_, who), in_case, task, child), who + " opening " + task);
    done.answers = page.answers;
    for (const auto& [field, answer] : answers) done.answers[field] = answer;
    if (page.form) done.based_on_revision = page.revision;
    done.attested = attested;
    const auto acted = act(who, in_case, "doing " + task, done);
    return acted.opened.empty() ? CaseId{} : acted.opened.front();
}

void Script::decides(const std::string& who, const CaseId& in_case, const std::string& task, const std::string& option, const std::string& reasons, const PersonId& child) {
    engine::Decide decide;
    decide.task = task;
    decide.subject = child;
    decide.option = option;
    decide.reasons = reasons;
    act(who, in_case, "deciding " + task, decide);
}

void Script::signs(const std::string& who, const CaseId& in_case, const std::string& task, const PersonId& child) {
    engine::Sign sign;
    sign.task = task;
    sign.subject = child;
    act(who, in_case, "signing " + task, sign);
}

void Script::holds(const std::string& who, const CaseId& in_case, const std::string& task, const engine::Answers& record) {
    engine::HoldMeeting command;
    command.task = task;
    command.record = record;
    act(who, in_case, task, command);
}

std::vector<PersonId> Script::subjects_of(const CaseId& in_case) const {
    return world_.database.read([&](store::Reading& reading) {
        std::vector<std::pair<std::string, PersonId>> by_birth;
        for (const auto& subject : store::subjects_of(reading, in_case)) {
            const auto stored = store::find_person(reading, subject.person);
            const auto born = stored ? stored->person.details().birth.born() : std::nullopt;
            by_birth.emplace_back(born ? calendar::iso_date(*born) : "", subject.person);
        }
        std::sort(by_birth.begin(), by_birth.end());
        std::vector<PersonId> people;
        for (auto& [born, person] : by_birth) people.push_back(person);
        return people;
    });
}

void Script::notes(const std::string& who, const CaseId& in_case, const std::string& text) {
    engine::Note note;
    note.text = text;
    act(who, in_case, "noting", note);
}

void Script::restricts(const std::string& who, const CaseId& in_case, const std::vector<std::string>& named, const std::string& reason) {
    std::vector<UserId> users;
    for (const auto& name : named) users.push_back(cast_.user(name));
    must(casework::restrict_case(world_, cast_.actor(world_, who), in_case, true, users, reason), who + " restricting");
}

}  // namespace hearken::demonstration
