#include "procedure/describe.hpp"

#include <algorithm>

namespace hearken::procedure {

namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

std::string spaced(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    return id;
}

std::string task_title(const std::string& id, const Definition& definition) {
    const Task* task = definition.task(id);
    return quoted(task ? task->title : spaced(id));
}

std::string stage_title(const std::string& id, const Definition& definition) {
    const Stage* stage = definition.stage(id);
    return quoted(stage ? stage->title : spaced(id));
}

const Field* find_field(const std::string& name, const Definition& definition) {
    const auto dot = name.find('.');
    const Form* form = definition.form(name.substr(0, dot));
    if (!form || dot == std::string::npos) return nullptr;
    for (const Field& field : form->fields)
        if (field.id == name.substr(dot + 1)) return &field;
    return nullptr;
}

std::string field_label(const std::string& name, const Definition& definition) {
    const Field* field = find_field(name, definition);
    return quoted(field && !field->label.empty() ? field->label : spaced(name.substr(name.find('.') + 1)));
}

template <class Options>
std::string label_of(const std::string& id, const Options& options) {
    for (const auto& option : options)
        if (option.id == id) return option.label;
    return spaced(id);
}

std::string join(const std::vector<std::string>& parts, const std::string& by) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : by) + part;
    return text;
}

template <class Label>
std::string test_in_words(const Condition& condition, const Label& label) {
    using Test = Condition::Test;
    std::vector<std::string> values;
    for (const std::string& value : condition.values) values.push_back(label(value));
    switch (condition.test) {
        case Test::Answered:
            return " is answered";
        case Test::NotKnown:
            return " is not known";
        case Test::AtLeast:
            return " is at least " + join(values, "");
        case Test::AtMost:
            return " is at most " + join(values, "");
        case Test::Under:
            return " is under " + join(values, "");
        case Test::Is:
        case Test::In:
            return " is " + join(values, " or ");
    }
    return {};
}

std::string several(const std::vector<Condition>& of, const std::string& by, const Definition& definition) {
    std::string text;
    for (const Condition& inner : of) {
        const bool compound =
            (inner.kind == Condition::Kind::All || inner.kind == Condition::Kind::Any) && inner.of.size() > 1;
        const std::string words = in_words(inner, definition);
        text += (text.empty() ? "" : by) + (compound ? "(" + words + ")" : words);
    }
    return text;
}

std::string period_of(const TimeRule& rule, const Definition& definition) {
    const Setting* setting = definition.setting(rule.setting);
    return setting ? setting->value : rule.period;
}

std::string strength_word(Strength strength) {
    switch (strength) {
        case Strength::Must:
            return "must";
        case Strength::Statutory:
            return "statutory limit";
        case Strength::Target:
            return "target";
        case Strength::Guide:
            return "guide";
    }
    return {};
}

std::string limbs(const std::vector<TimeRule::Limb>& all, const Definition& definition) {
    std::vector<std::string> parts;
    for (const TimeRule::Limb& limb : all) parts.push_back(limb.period + " from when " + in_words(limb.of, definition));
    return join(parts, ", ");
}

std::string due_in_words(const TimeRule& rule, const Definition& definition) {
    std::string text;
    if (!rule.earlier_of.empty())
        text = "by the earlier of " + limbs(rule.earlier_of, definition);
    else if (!rule.later_of.empty())
        text = "by the later of " + limbs(rule.later_of, definition);
    else
        text = "within " + period_of(rule, definition) + " from when " + in_words(rule.of, definition);
    return text + " (" + strength_word(rule.strength) + (rule.status.empty() ? "" : ", " + rule.status) + ")";
}

}  // namespace

std::string in_words(const Condition& condition, const Definition& definition) {
    using Kind = Condition::Kind;
    switch (condition.kind) {
        case Kind::Always:
            return {};
        case Kind::All:
            return several(condition.of, " and ", definition);
        case Kind::Any:
            return condition.of.empty() ? "never" : several(condition.of, " or ", definition);
        case Kind::Not:
            return "not (" + several(condition.of, "", definition) + ")";
        case Kind::Answer: {
            const Field* field = find_field(condition.name, definition);
            if (const Setting* least = definition.setting(condition.setting)) return field_label(condition.name, definition) + " is at least " + least->value;
            return field_label(condition.name, definition) + test_in_words(condition, [&](const std::string& value) {
                       return field ? label_of(value, field->options) : spaced(value);
                   });
        }
        case Kind::Done:
            return task_title(condition.name, definition) + " is done";
        case Kind::Decided: {
            const Task* task = definition.task(condition.name);
            if (condition.values.empty()) return task_title(condition.name, definition) + " is decided";
            return "the decision in " + task_title(condition.name, definition) +
                   test_in_words(condition, [&](const std::string& value) {
                       return task && task->decision ? quoted(label_of(value, task->decision->options)) : spaced(value);
                   });
        }
        case Kind::Approved:
            return task_title(condition.name, definition) + " is signed";
        case Kind::Exists:
            return "there is a " + spaced(condition.name);
        case Kind::Fact:
            return spaced(condition.name) + test_in_words(condition, spaced);
        case Kind::Age:
            return "the child’s age" + test_in_words(condition, spaced);
        case Kind::Setting:
            return "the setting " + quoted(spaced(condition.name)) + test_in_words(condition, spaced);
        case Kind::Entered:
            return stage_title(condition.name, definition) + " has begun";
        case Kind::Left:
            return stage_title(condition.name, definition) + " is over";
        case Kind::Responsible:
            return "responsibility for the " + spaced(condition.name) + " lies with the " +
                   spaced(join(condition.values, ""));
        case Kind::Linked:
            return "a linked " + spaced(condition.name) + " is " +
                   (condition.values == std::vector<std::string>{"any"} ? "there" : join(condition.values, ""));
        case Kind::Elsewhere:
            return "the child has " + (condition.values == std::vector<std::string>{"any"} ? std::string("a") : "a case, " + join(condition.values, "") + ", of") + " " +
                   spaced(condition.name) + " elsewhere";
        case Kind::ChildrenEnded:
            return "the course of every child has ended";
        case Kind::Held:
            return task_title(condition.name, definition) + " has been held";
        case Kind::Quorate:
            return task_title(condition.name, definition) + " was quorate";
        case Kind::ExchangeAnswered:
            return task_title(condition.name, definition) + " is answered";
        case Kind::ExchangeSent:
            return task_title(condition.name, definition) + " is sent";
        case Kind::Prohibited:
            return "the restriction " + quoted(spaced(condition.name)) + " is in force";
        case Kind::Flag:
            return "the flag " + quoted(spaced(condition.name)) + " is set";
        case Kind::Elapsed:
            return (definition.setting(condition.setting) ? definition.setting(condition.setting)->value
                                                          : join(condition.values, "")) +
                   " have passed since " + spaced(condition.name);
    }
    return {};
}

std::string in_words(const Anchor& anchor, const Definition& definition) {
    using Kind = Anchor::Kind;
    switch (anchor.kind) {
        case Kind::Opened:
            return "the case was opened";
        case Kind::Received:
            return "it was received";
        case Kind::Joined:
            return "the concern about this child became known";
        case Kind::Entered:
            return stage_title(anchor.name, definition) + " began";
        case Kind::Done:
            return task_title(anchor.name, definition) + " was done";
        case Kind::Decided:
            return task_title(anchor.name, definition) + " was decided";
        case Kind::Approved:
            return task_title(anchor.name, definition) + " was signed";
        case Kind::Answer:
            return field_label(anchor.name, definition);
        case Kind::Held:
            return task_title(anchor.name, definition) + " was held";
        case Kind::Sent:
            return task_title(anchor.name, definition) + " was sent";
        case Kind::Answered:
            return task_title(anchor.name, definition) + " was answered";
        case Kind::TaskOpened:
            return "the task opened";
        case Kind::Flag:
            return "the flag " + quoted(spaced(anchor.name)) + " was set";
        case Kind::Fact:
            return quoted(spaced(anchor.name)) + " was last recorded";
        case Kind::SetOutside:
            return "the date set outside";
        case Kind::Closed:
            return "the case closed";
        case Kind::Birth:
            return "the child was born";
    }
    return {};
}

std::string in_words(const TimeRule& rule, const Definition& definition) {
    using Construct = TimeRule::Construct;
    const std::string outside = rule.outside ? ", a clock on people outside" : "";
    const std::string only_when = rule.when.always() ? "" : ", while " + in_words(rule.when, definition);
    switch (rule.construct) {
        case Construct::Due:
            return due_in_words(rule, definition) + outside + only_when;
        case Construct::Urgency:
            return (rule.urgency_class == "now"     ? "at once"
                    : rule.urgency_class == "today" ? "as soon as possible, today"
                                                    : "soon") +
                   std::string(" from when ") + in_words(rule.of, definition) + outside + only_when;
        case Construct::Before: {
            const std::string lead = period_of(rule, definition);
            return (lead.empty() ? "before " : "at least " + lead + " before ") + in_words(rule.of, definition);
        }
        case Construct::Upon:
            return "when " + in_words(rule.of, definition) + "; the " + spaced(rule.asks) + " is asked";
        case Construct::Every: {
            std::vector<std::string> parts;
            for (const TimeRule::Phase& phase : rule.phases)
                parts.push_back("every " + phase.period +
                                (phase.until ? " until " + in_words(*phase.until, definition) : ""));
            if (const std::string period = period_of(rule, definition); !period.empty())
                parts.push_back("every " + period);
            if (rule.sets_next) parts.push_back("each review sets the next date");
            return join(parts, ", then ") + (rule.from_schedule ? ", by the schedule" : "");
        }
        case Construct::While:
            return "as long as the case is open: " + in_words(rule.state, definition);
        case Construct::Cover:
            return spaced(rule.service) + " is always covered";
        case Construct::Keep: {
            std::string text = "keep ";
            if (!rule.earlier_of.empty())
                text += "to the earlier of " + limbs(rule.earlier_of, definition);
            else if (!rule.later_of.empty())
                text += "to the later of " + limbs(rule.later_of, definition);
            else
                text += period_of(rule, definition) + " from when " + in_words(rule.of, definition);
            return text + ", then " + rule.then;
        }
    }
    return {};
}

}  // namespace hearken::procedure
