#include "procedure/model.hpp"

#include <algorithm>

namespace hearken::procedure {

std::string known_involvement(const std::string& from) {
    constexpr std::string_view kKnown = "known-";
    return from.starts_with(kKnown) ? from.substr(kKnown.size()) : std::string{};
}

namespace {

template <class Element>
const Element* named(const std::vector<Element>& elements, const std::string& id) {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

}  // namespace

const Form* Definition::form(const std::string& form_id) const { return named(forms, form_id); }

const Task* Definition::task(const std::string& task_id) const {
    for (const auto& strand : strands)
        for (const auto& stage : strand.stages)
            if (const Task* found = named(stage.tasks, task_id)) return found;
    return named(anytime, task_id);
}

const Stage* Definition::stage(const std::string& stage_id) const {
    for (const auto& strand : strands)
        if (const Stage* found = named(strand.stages, stage_id)) return found;
    return nullptr;
}

const Notice* Definition::notice(const std::string& notice_id) const { return named(notices, notice_id); }

const Setting* Definition::setting(const std::string& setting_id) const { return named(settings, setting_id); }

const Strand* Definition::strand_of(const std::string& stage_id) const {
    for (const auto& strand : strands)
        if (named(strand.stages, stage_id) != nullptr) return &strand;
    return nullptr;
}

bool Vocabulary::acts_as(const std::string& held, const std::string& wanted) const {
    if (held == wanted) return true;
    const auto role = roles.find(held);
    if (role == roles.end()) return false;
    const auto& others = role->second.may_act_as;
    return std::find(others.begin(), others.end(), wanted) != others.end();
}

}  // namespace hearken::procedure
