#include "casework/disagreement_register.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "casework/actors.hpp"
#include "casework/answer_words.hpp"
#include "casework/audit_trail.hpp"
#include "procedure/model.hpp"
#include "store/case_figures.hpp"

namespace hearken::casework {

using namespace std::chrono_literals;

namespace {

constexpr auto kAction = access::Action::ReadOwnWork;
constexpr char kProcedure[] = "professional-disagreement";
constexpr const char* kWhoReads[] = {"partnership-manager", "business-unit-officer", "independent-scrutineer"};
constexpr char kSettled[] = "concluding";  ///< the stage after those in which it may be settled
constexpr const char* kQuarters[] = {"January to March", "April to June", "July to September", "October to December"};

RegisterPeriod a_year(std::chrono::year year) { return {std::to_string(int(year)), "The year " + std::to_string(int(year)), year / 1 / 1, year / 12 / 31}; }

RegisterPeriod a_quarter(std::chrono::year year, unsigned number) {
    const auto first = year / std::chrono::month{number * 3 + 1} / 1;
    const std::string in_year = std::to_string(int(year));
    return {in_year + "-q" + std::to_string(number + 1), std::string(kQuarters[number]) + " " + in_year, first, calendar::plus_days(calendar::plus_months(first, 3), -1)};
}

class Counting {
public:
    Counting(const World& world, Instant now) : world_(world), today_(calendar::local_date_of(now)) {}

    void add(const store::CountedCase& one) {
        const auto definition = world_.library.find(kProcedure, one.version);
        if (!definition) throw std::runtime_error("a case runs by a version of " + std::string(kProcedure) + " that is not here");
        ++out_.raised;
        const auto urgent = one.facts.find("urgent-disagreement");
        if (urgent != one.facts.end() && urgent->second == "yes") ++out_.urgent;
        count_side(one, "raising", raising_);
        count_side(one, "challenged", deciding_);
        count_answers(*definition, one, "raised", "against-decision", theme_);
        count_answers(*definition, one, "closure", "learning-theme", learning_);
        const int days = calendar::days_between(calendar::local_date_of(one.opened_at), one.closed_at ? calendar::local_date_of(*one.closed_at) : today_);
        if (!one.closed_at) {
            ++out_.open;
            out_.oldest_open_days = std::max<long>(out_.oldest_open_days, days);
            return;
        }
        ++out_.closed;
        days_ += days;
        out_.days_open_at_most = std::max<long>(out_.days_open_at_most, days);
        if (one.outcome == "decision-changed") ++out_.changed;
        for (const auto& outcome : definition->outcomes)
            if (outcome.id == one.outcome) ++result_[outcome.label];
        ++stage_[stage_of(*definition, one)];
        if (!count_answers(*definition, one, "satisfied", "raiser-satisfied", satisfied_)) ++satisfied_["Not said"];
    }

    DisagreementRegister counted(RegisterPeriod period) {
        out_.period = std::move(period);
        if (out_.closed) out_.days_open_on_average = (days_ + out_.closed / 2) / out_.closed;
        out_.by_stage_settled = {stage_.begin(), stage_.end()};
        out_.by_result = {result_.begin(), result_.end()};
        out_.by_satisfied = {satisfied_.begin(), satisfied_.end()};
        out_.by_raising = without_small_counts(raising_);
        out_.by_deciding = without_small_counts(deciding_);
        out_.by_theme = without_small_counts(theme_);
        // Several may be ticked for one, so that few disagreements could make a large sum.
        if (out_.raised >= kLeastShown) out_.by_learning = without_small_counts(learning_);
        return std::move(out_);
    }

private:
    using Counts = std::map<std::string, long>;

    void count_side(const store::CountedCase& one, const char* relation, Counts& into) const {
        const auto kind = one.kind_of_side.find(relation);
        if (kind == one.kind_of_side.end()) return;
        const auto& titles = world_.library.vocabulary().organisation_kinds;
        const auto title = titles.find(kind->second);
        ++into[title == titles.end() ? kind->second : title->second];
    }

    bool count_answers(const procedure::Definition& definition, const store::CountedCase& one, const char* form_id, const char* field_id, Counts& into) const {
        const auto saved = one.forms.find(form_id);
        const auto* form = definition.form(form_id);
        if (saved == one.forms.end() || !form) return false;
        const auto answer = saved->second.find(field_id);
        if (answer == saved->second.end() || answer->second.blank()) return false;
        for (const auto& field : form->fields)
            if (field.id == field_id)
                for (const auto& value : answer->second.values) ++into[option_label(field, value, world_.library.vocabulary())];
        return true;
    }

    /// The last stage it came to before it was settled.
    static std::string stage_of(const procedure::Definition& definition, const store::CountedCase& one) {
        std::string last;
        for (const auto& stage : definition.strands.front().stages) {
            if (stage.id == kSettled) break;
            if (one.stages.contains(stage.id)) last = stage.title;
        }
        return last;
    }

    const World& world_;
    calendar::LocalDate today_;
    DisagreementRegister out_;
    Counts raising_, deciding_, theme_, learning_, result_, stage_, satisfied_;
    long days_ = 0;
};

}  // namespace

std::vector<RegisterPeriod> register_periods(calendar::LocalDate today) {
    std::vector<RegisterPeriod> periods;
    for (const auto year : {today.year(), today.year() - std::chrono::years{1}}) {
        periods.push_back(a_year(year));
        for (unsigned number = 4; number-- > 0;)
            if (const auto quarter = a_quarter(year, number); quarter.from <= today) periods.push_back(quarter);
    }
    return periods;
}

bool reads_disagreement_register(const World& world, const access::Actor& actor) {
    const auto roles = roles_worked_as(world, actor);
    return std::any_of(std::begin(kWhoReads), std::end(kWhoReads), [&](const char* role) { return roles.contains(role); });
}

Result<DisagreementRegister> read_disagreement_register(World& world, const access::Actor& actor, const std::string& period) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (!reads_disagreement_register(world, actor))
        return note_refusal(world, actor, kAction, {}, Refusal::of(RefusalCode::NotPermitted, "role", "The register of disagreements is for those who run the partnership: its manager, its business unit and the independent scrutineer."));
    const auto now = world.clock.now();
    const auto periods = register_periods(calendar::local_date_of(now));
    const auto chosen = period.empty() ? periods.begin() : std::find_if(periods.begin(), periods.end(), [&](const auto& one) { return one.id == period; });
    if (chosen == periods.end()) return refuse(RefusalCode::Invalid, "no-such-period", "Choose the time from the list.", "period");
    auto counted = world.database.read([&](store::Reading& reading) {
        Counting counting(world, now);
        const auto from = calendar::start_of_local_day(chosen->from), until = calendar::start_of_local_day(calendar::plus_days(chosen->until, 1));
        for (const auto& one : store::cases_to_count(reading, actor.organisation, kProcedure, from, until)) counting.add(one);
        return counting.counted(*chosen);
    });
    note_read(world, actor, kAction, {}, {}, "register of disagreements, " + chosen->id);
    return counted;
}

}  // namespace hearken::casework
