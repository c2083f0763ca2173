// What joins a definition to others: the procedure that opens in its place, the linked cases that a task shows, people
// known from other cases, and the lawful basis of what is sent on.
#include <algorithm>

#include "procedure/check.hpp"
#include "procedure/keywords.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

using Instead = Definition::Start::Instead;

constexpr char kLawfulBases[] = "lawful-bases";

const Field* field_of(const Form* form, const std::string& id) {
    if (!form) return nullptr;
    const auto found = std::find_if(form->fields.begin(), form->fields.end(), [&](const Field& field) { return field.id == id; });
    return found == form->fields.end() ? nullptr : &*found;
}

bool always_asked(const Field& field) { return field.required == Field::Required::ToSubmit && field.when.always(); }

/// What it is opened with must be enough to open it: nobody is asked again who has just said it.
void check_carried(Check& check, const Instead& instead, const Definition& other, const std::string& path) {
    const Form* form = other.form(other.start.form);
    for (const auto& [from, to] : instead.carry) {
        const auto dot = to.find('.');
        if (!form || to.substr(0, dot) != form->id || dot == std::string::npos || !field_of(form, to.substr(dot + 1)))
            check.error(instead.line, path + "/carry", "the start form of `" + other.id + "` has no field `" + to + "`");
    }
    if (!form) return;
    for (const Field& field : form->fields) {
        if (field.required != Field::Required::ToSubmit && field.required_when.always()) continue;
        const auto carried = std::find_if(instead.carry.begin(), instead.carry.end(), [&](const auto& pair) { return pair.second == form->id + "." + field.id; });
        const Field* from = carried == instead.carry.end() ? nullptr : check.field(carried->first);
        if (!from || !always_asked(*from))
            check.error(instead.line, path + "/carry",
                        "`" + other.id + "` cannot be opened without `" + form->id + "." + field.id +
                            "`; carry a question into it that is always asked and required here, or make it `to-close` there");
    }
}

void check_instead(Check& check) {
    const auto& all = check.definition.start.instead;
    for (size_t i = 0; i < all.size(); ++i) {
        const Instead& instead = all[i];
        const std::string path = "start/instead/" + std::to_string(i + 1);
        if (i > 0 && all[i - 1].when.always())
            check.error(instead.line, path, "this can never come about: the one before it has no condition");
        const auto found = check.known.procedures.find(instead.open);
        if (found == check.known.procedures.end()) continue;
        const Definition& other = *found->second;
        if (&other == &check.definition || other.id == check.definition.id)
            check.error(instead.line, path + "/open", "`" + other.id + "` would open in its own place");
        else if (other.status == "stub")
            check.error(instead.line, path + "/open", "`" + other.id + "` is a stub, so nothing would be opened; write it first");
        else if (!other.start.instead.empty())
            check.error(instead.line, path + "/open", "`" + other.id + "` has an `instead` of its own; name the procedure that is opened in the end");
        else
            check_carried(check, instead, other, path);
    }
}

void check_shows(Check& check, const Task& task, const std::string& path) {
    for (const Task::Shows& shown : task.shows) {
        const auto found = check.known.procedures.find(shown.linked);
        if (found == check.known.procedures.end() || found->second->status == "stub") continue;
        std::vector<std::string> versions;
        for (const Version& version : found->second->versions) versions.push_back(version.id);
        if (std::find(versions.begin(), versions.end(), shown.version) == versions.end())
            check.error(shown.line, path + "/shows", "`" + shown.linked + "` has no version `" + shown.version + "`" + did_you_mean(shown.version, versions));
    }
}

void check_known(Check& check, const std::string& from, int line, const std::string& path) {
    const std::string involvement = known_involvement(from);
    const auto declares = [&](const auto& procedure) {
        const auto& all = procedure.second->involvements;
        return std::find(all.begin(), all.end(), involvement) != all.end();
    };
    if (involvement.empty())
        check.error(line, path, "`" + from + "` is nobody known from elsewhere; write `known-INVOLVEMENT`, e.g. `known-allocated-worker`");
    else if (std::none_of(check.known.procedures.begin(), check.known.procedures.end(), declares))
        check.error(line, path, "no procedure has the involvement `" + involvement + "`, so nobody is known by it");
}

void check_basis(Check& check, const Effect& effect, const std::string& path) {
    if (effect.basis.empty()) return;
    const auto list = check.known.vocabulary.code_lists.find(kLawfulBases);
    std::vector<std::string> bases;
    if (list != check.known.vocabulary.code_lists.end())
        for (const Option& option : list->second) bases.push_back(option.id);
    if (std::find(bases.begin(), bases.end(), effect.basis) == bases.end())
        check.error(effect.line, path + "/basis", "no lawful basis `" + effect.basis + "` in the code list `lawful-bases`" + did_you_mean(effect.basis, bases));
}

}  // namespace

void Check::linked() {
    check_instead(*this);
    if (!definition.start.owner_from.empty()) check_known(*this, definition.start.owner_from, definition.start.line, "start/owner-from");
    Visitor visitor;
    visitor.task = [&](Task& task, const Stage*, const std::string& path) { check_shows(*this, task, path); };
    visitor.effect = [&](Effect& effect, const Task*, const std::string& path) {
        check_basis(*this, effect, path);
        if (effect.kind == Effect::Kind::Involve && !known_involvement(effect.value).empty()) check_known(*this, effect.value, effect.line, path + "/from");
    };
    walk(definition, visitor);
}

}  // namespace hearken::procedure
