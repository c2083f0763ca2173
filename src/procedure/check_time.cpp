// Clocks count from moments that can happen, in time to be of use.
#include <algorithm>

#include "procedure/check.hpp"
#include "procedure/load.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

using Kind = Anchor::Kind;
using Construct = TimeRule::Construct;

/// The task whose act the moment is; empty for moments that are not acts.
std::string task_of(const Anchor& anchor) {
    switch (anchor.kind) {
        case Kind::Done:
        case Kind::Decided:
        case Kind::Approved:
        case Kind::Held:
        case Kind::Sent:
        case Kind::Answered:
            return anchor.name;
        default:
            return {};
    }
}

/// Why the moment never comes; empty when it may, or when what it names does not exist (the reference check says so).
std::string why_never(const Check& check, const Anchor& anchor) {
    const std::string words = "`" + anchor_text(anchor) + "` can never happen: ";
    if (const Task* task = check.definition.task(task_of(anchor))) {
        if (!check.graph.task_reachable(task->id)) return words + "the task is in a stage that cannot be reached";
        if (!can_hold(task->when, check.facts())) return words + "the task never applies";
        const bool signs = task->decision && (!task->decision->approved_by.empty() || !task->decision->agree.empty());
        if (anchor.kind == Kind::Approved && !signs)
            return words + "the decision needs no signature; write `decided " + anchor.name + "`";
    }
    if (anchor.kind == Kind::Entered && check.graph.strand_of.count(anchor.name) &&
        !check.graph.reachable.count(anchor.name))
        return words + "the stage cannot be reached";
    if (anchor.kind == Kind::Flag || anchor.kind == Kind::Fact) {
        const auto sets = anchor.kind == Kind::Flag ? Effect::Kind::SetFlag : Effect::Kind::SetFact;
        bool set = false;
        Visitor visitor;
        visitor.effect = [&](Effect& effect, const Task*, const std::string&) { set = set || (effect.kind == sets && effect.name == anchor.name); };
        walk(check.definition, visitor);
        if (!set) return words + "nothing sets it";
    }
    if (anchor.kind == Kind::Answer) {
        const Field* field = check.field(anchor.name);
        if (!field) return {};
        if (field->type != FieldType::Date && field->type != FieldType::DateTime &&
            field->type != FieldType::ApproximateDate)
            return "`" + anchor.name + "` is not a date, so nothing can be counted from it";
        if (!check.form_is_asked(anchor.name.substr(0, anchor.name.find('.'))))
            return words + "the form is asked nowhere";
        if (!can_hold(field->when, check.facts())) return words + "the question is never asked";
    }
    return {};
}

/// A required task that waits for a moment which comes only after its stage is left.
bool comes_too_late(const Check& check, const Anchor& anchor, const Task& task) {
    const auto own = check.graph.stage_of_task.find(task.id);
    if (own == check.graph.stage_of_task.end() || own->second.empty() || !task.required) return false;
    std::string stage = anchor.kind == Kind::Entered ? anchor.name : "";
    if (const auto at = check.graph.stage_of_task.find(task_of(anchor)); at != check.graph.stage_of_task.end())
        stage = at->second;
    return !stage.empty() && check.graph.reachable.count(stage) && check.graph.reachable.count(own->second) &&
           !check.graph.may_precede(stage, own->second);
}

void check_anchor(Check& check, const Anchor& anchor, const Task* task, bool must_precede, int line,
                  const std::string& path) {
    if (const std::string why = why_never(check, anchor); !why.empty()) return check.error(line, path, why);
    if (!task) return;
    if (task_of(anchor) == task->id) {
        check.error(line, path, "`" + anchor_text(anchor) + "` is this task itself; count from what comes before it");
    } else if (must_precede && comes_too_late(check, anchor, *task)) {
        check.error(line, path, "`" + anchor_text(anchor) + "` can happen only after this task's stage has been left");
    }
}

}  // namespace

void Check::time() {
    Visitor visitor;
    visitor.time = [&](TimeRule& rule, const Task* task, const std::string& path) {
        if (rule.construct == Construct::Keep) task = nullptr;  // kept from its own completion is sense
        const bool counts_forward = rule.construct == Construct::Due || rule.construct == Construct::Urgency;
        const bool limbs = !rule.earlier_of.empty() || !rule.later_of.empty();
        if (rule.construct == Construct::While || rule.construct == Construct::Cover) return;
        if (!limbs && rule.construct != Construct::Every)
            check_anchor(*this, rule.of, task, counts_forward, rule.line, path);
        if (rule.construct == Construct::Every && !why_never(*this, rule.of).empty())
            error(rule.line, path, why_never(*this, rule.of));
        for (const auto* all : {&rule.earlier_of, &rule.later_of})
            for (const TimeRule::Limb& limb : *all) check_anchor(*this, limb.of, task, counts_forward, rule.line, path);
        for (const TimeRule::Phase& phase : rule.phases)
            if (phase.until)
                if (const std::string why = why_never(*this, *phase.until); !why.empty())
                    error(rule.line, path + "/phases", why);
        if (!rule.phases.empty() && rule.phases.back().until && rule.period.empty() && rule.setting.empty())
            error(rule.line, path + "/phases", "nothing says how often after the last phase; leave out its `until`");
        if (rule.construct != Construct::Keep && rule.of.kind == Kind::Closed)
            error(rule.line, path, "nothing is due after the case has closed; only `keep` counts from `closed`");
        if (!task && rule.construct == Construct::Before && rule.period.empty() && rule.setting.empty())
            error(rule.line, path, "`before` without `lead` becomes a gate, which only a task can be; add a `lead`");
        const bool compiles = task_of(rule.of) != "" || rule.of.kind == Kind::Entered;
        if (rule.construct == Construct::Before && rule.period.empty() && rule.setting.empty() && !compiles)
            error(rule.line, path,
                  "`before` without `lead` needs an act of this procedure: done, decided, approved, held, sent, "
                  "answered, entered");
        if (const Setting* setting = definition.setting(rule.setting);
            setting && !calendar::parse_period(setting->value))
            error(rule.line, path + "/setting",
                  "the setting `" + setting->id + "` is `" + setting->value + "`, which is no period");
    };
    visitor.task = [&](Task& task, const Stage*, const std::string& path) {
        if (task.upon) check_anchor(*this, *task.upon, &task, true, task.line, path + "/upon");
        if (!task.meeting || task.meeting->quorum_setting.empty()) return;
        const Setting* setting = definition.setting(task.meeting->quorum_setting);
        if (setting && (setting->value.empty() || setting->value.find_first_not_of("0123456789") != std::string::npos))
            error(task.line, path + "/meeting/quorum-setting", "the setting `" + setting->id + "` is not a number");
    };
    walk(definition, visitor);
    for (const Notice& notice : definition.notices) {
        const std::string path = "notices/" + notice.id;
        if (notice.upon) check_anchor(*this, *notice.upon, nullptr, false, notice.line, path + "/upon");
        if (const Setting* setting = definition.setting(notice.escalate_after_setting);
            setting && !calendar::parse_period(setting->value))
            error(notice.line, path + "/escalate-after-setting",
                  "the setting `" + setting->id + "` is `" + setting->value + "`, which is no period");
    }
}

}  // namespace hearken::procedure
