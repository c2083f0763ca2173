// What conditions and moments refer to.
#include "procedure/load.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

const std::string kNoForm;

void tell(const Seen& seen, Refers to, std::string& name, int line, const std::string& path, const std::string& form) {
    if (seen && !name.empty()) seen({to, name, line, path, form});
}

void walk_anchor(Anchor& anchor, int line, const std::string& path, const Seen& seen) {
    using Kind = Anchor::Kind;
    switch (anchor.kind) {
        case Kind::Entered:
            return tell(seen, Refers::Stage, anchor.name, line, path);
        case Kind::Done:
            return tell(seen, Refers::Task, anchor.name, line, path);
        case Kind::Decided:
        case Kind::Approved:
            return tell(seen, Refers::DecisionTask, anchor.name, line, path);
        case Kind::Answer:
            return tell(seen, Refers::FormField, anchor.name, line, path);
        case Kind::Held:
            return tell(seen, Refers::MeetingTask, anchor.name, line, path);
        case Kind::Sent:
        case Kind::Answered:
            return tell(seen, Refers::ExchangeTask, anchor.name, line, path);
        case Kind::Flag:
            return tell(seen, Refers::Flag, anchor.name, line, path);
        case Kind::Fact:
            return tell(seen, Refers::Fact, anchor.name, line, path);
        case Kind::Opened:
        case Kind::Received:
        case Kind::Joined:
        case Kind::TaskOpened:
        case Kind::SetOutside:
        case Kind::Closed:
        case Kind::Birth:
            return;
    }
}

void walk_anchor_text(std::string& text, int line, const std::string& path, const Seen& seen) {
    auto anchor = anchor_from_text(text);
    if (!anchor) return;
    walk_anchor(*anchor, line, path, seen);
    text = anchor_text(*anchor);
}

void walk_condition(Condition& condition, const std::string& path, const Seen& seen) {
    using Kind = Condition::Kind;
    const auto refers = [&](Refers to) { tell(seen, to, condition.name, condition.line, path); };
    for (Condition& inner : condition.of) walk_condition(inner, path, seen);
    switch (condition.kind) {
        case Kind::Always:
        case Kind::All:
        case Kind::Any:
        case Kind::Not:
        case Kind::Exists:
        case Kind::Age:
        case Kind::ChildrenEnded:
            return;
        case Kind::Answer:
            if (!condition.setting.empty()) tell(seen, Refers::Setting, condition.setting, condition.line, path);
            return refers(Refers::FormField);
        case Kind::Done:
            return refers(Refers::Task);
        case Kind::Decided:
        case Kind::Approved:
            return refers(Refers::DecisionTask);
        case Kind::Fact:
            return refers(Refers::Fact);
        case Kind::Setting:
            return refers(Refers::Setting);
        case Kind::Entered:
        case Kind::Left:
            return refers(Refers::Stage);
        case Kind::Responsible:
            refers(Refers::Aspect);
            for (std::string& value : condition.values) tell(seen, Refers::Relation, value, condition.line, path);
            return;
        case Kind::Linked:
        case Kind::Elsewhere:
            return refers(Refers::Procedure);
        case Kind::Held:
        case Kind::Quorate:
            return refers(Refers::MeetingTask);
        case Kind::ExchangeAnswered:
        case Kind::ExchangeSent:
            return refers(Refers::ExchangeTask);
        case Kind::Prohibited:
            return refers(Refers::Prohibition);
        case Kind::Flag:
            return refers(Refers::Flag);
        case Kind::Elapsed:
            tell(seen, Refers::Setting, condition.setting, condition.line, path);
            return walk_anchor_text(condition.name, condition.line, path, seen);
    }
}

}  // namespace hearken::procedure
