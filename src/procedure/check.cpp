#include "procedure/check.hpp"

#include <algorithm>

#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

/// The longest "tasks/ID" that the path lies under decides whose file it is.
std::string file_of(const Definition& definition, const std::string& path) {
    const std::string padded = "/" + path + "/";
    std::string file = definition.file;
    size_t longest = 0;
    for (const auto& [element, origin] : definition.origins)
        if (element.size() > longest && padded.find("/" + element + "/") != std::string::npos)
            file = origin, longest = element.size();
    return file;
}

const Field* find_field(const std::vector<Field>& fields, const std::string& id) {
    for (const Field& each : fields)
        if (each.id == id) return &each;
    return nullptr;
}

}  // namespace

void Check::fault(Fault::Severity severity, int line, const std::string& path, std::string text) {
    faults_.push_back({severity, file_of(definition, path), line, path, std::move(text)});
}

void Check::all() {
    if (definition.status == "stub") return;
    identities();
    references();
    linked();
    conditions();
    stages();
    time();
    forms();
    urgent();
    settings();
    duties();
    figures();
}

const Field* Check::field(const std::string& name) const {
    const auto dot = name.find('.');
    if (dot == std::string::npos) return nullptr;
    const Form* form = definition.form(name.substr(0, dot));
    if (!form) return nullptr;
    const std::string rest = name.substr(dot + 1);
    const auto second = rest.find('.');
    const Field* found = find_field(form->fields, rest.substr(0, second));
    return found && second != std::string::npos ? find_field(found->fields, rest.substr(second + 1)) : found;
}

std::vector<std::string> Check::values_of(const Field& field) const {
    std::vector<std::string> ids;
    if (field.type == FieldType::YesNo) ids = {"yes", "no"};
    if (field.type == FieldType::YesNoNotKnown) ids = {"yes", "no", "not-known"};
    for (const Option& option : field.options) ids.push_back(option.id);
    const auto list = known.vocabulary.code_lists.find(field.code_list);
    if (list != known.vocabulary.code_lists.end())
        for (const Option& option : list->second) ids.push_back(option.id);
    return ids;
}

bool Check::form_is_asked(const std::string& form) const {
    if (definition.start.form == form) return true;
    bool asked = false;
    const auto look = [&](const Task& task) { asked = asked || (task.form == form && graph.task_reachable(task.id)); };
    for (const Strand& strand : definition.strands)
        for (const Stage& stage : strand.stages) std::for_each(stage.tasks.begin(), stage.tasks.end(), look);
    std::for_each(definition.anytime.begin(), definition.anytime.end(), look);
    return asked;
}

ConditionFacts Check::facts(const std::string& stage) const {
    using Kind = Condition::Kind;
    ConditionFacts facts;
    facts.values_of = [this](const Condition& leaf) -> std::vector<std::string> {
        if (leaf.kind == Kind::Answer) {
            const Field* asked = field(leaf.name);
            return asked ? values_of(*asked) : std::vector<std::string>{};
        }
        if (leaf.kind == Kind::Decided) {
            const Task* task = definition.task(leaf.name);
            std::vector<std::string> ids;
            if (task && task->decision)
                for (const DecisionOption& option : task->decision->options) ids.push_back(option.id);
            return ids;
        }
        return {};
    };
    facts.takes_several = [this](const Condition& leaf) {
        if (leaf.kind == Kind::Decided) {
            // Each child its own decision: one child's option does not exclude another's.
            const Task* task = definition.task(leaf.name);
            return task && (task->per_child || task->repeatable);
        }
        if (leaf.kind != Kind::Answer)
            return leaf.kind == Kind::Fact;  // a fact may hold of one child and not of another
        const Field* asked = field(leaf.name);
        if (asked && asked->type == FieldType::Choices) return true;
        const Form* form = definition.form(leaf.name.substr(0, leaf.name.find('.')));
        return form && form->per_child;
    };
    facts.implies = [this](const Condition& leaf) {
        const Field* asked = leaf.kind == Kind::Answer ? field(leaf.name) : nullptr;
        return asked ? asked->when : Condition{};
    };
    facts.possible = [this, stage](const Condition& leaf) {
        const auto stage_possible = [&](const std::string& id) {
            return stage.empty() ? graph.reachable.count(id) > 0 : graph.may_precede(id, stage);
        };
        switch (leaf.kind) {
            case Kind::Done:
            case Kind::Decided:
            case Kind::Approved:
            case Kind::Held:
            case Kind::Quorate:
            case Kind::ExchangeAnswered:
            case Kind::ExchangeSent: {
                const auto at = graph.stage_of_task.find(leaf.name);
                if (at == graph.stage_of_task.end()) return true;  // unknown: the reference check says so
                return at->second.empty() || stage_possible(at->second);
            }
            case Kind::Entered:
            case Kind::Left:
                return graph.strand_of.count(leaf.name) == 0 || stage_possible(leaf.name);
            default:
                return true;
        }
    };
    return facts;
}

}  // namespace hearken::procedure
