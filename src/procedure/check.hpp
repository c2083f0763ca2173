// The checker: what is wrong with a definition, before any case runs on it. Internal; callers use Library::load.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.hpp"
#include "procedure/library.hpp"
#include "procedure/satisfiable.hpp"
#include "procedure/stage_graph.hpp"

namespace hearken::procedure {

/// What definitions may refer to.
struct Known {
    const Vocabulary& vocabulary;
    const std::map<std::string, GuidancePage>& pages;
    const std::map<std::string, Duty>& duties;
    std::map<std::string, const Definition*> procedures;  ///< newest of each, components copied in
    /// The same as they are opened: with the overlays that join every case of them. What another carries there is asked of these.
    std::map<std::string, std::shared_ptr<const Definition>> as_opened = {};
};

/// One definition being checked: components copied in, overlays (if any) merged, orderings compiled.
class Check {
  public:
    Check(const Definition& definition, const Known& known, std::vector<Fault>& faults)
        : definition(definition), known(known), graph(definition), faults_(faults) {}

    void all();

    const Definition& definition;
    const Known& known;
    const StageGraph graph;

    void error(int line, const std::string& path, std::string text) {
        fault(Fault::Severity::Error, line, path, std::move(text));
    }
    void warning(int line, const std::string& path, std::string text) {
        fault(Fault::Severity::Warning, line, path, std::move(text));
    }

    /// "form.field" or "form.group.column"; null when it does not exist.
    const Field* field(const std::string& name) const;
    /// The option ids a choice or decision offers, yes/no for a yes-no; empty for anything without a closed list.
    std::vector<std::string> values_of(const Field& field) const;
    /// For can_hold: what is known, when the case is in `stage` (empty: at any time).
    ConditionFacts facts(const std::string& stage = {}) const;
    bool form_is_asked(const std::string& form) const;

  private:
    void references();
    void linked();
    void identities();
    void conditions();
    void stages();
    void time();
    void forms();
    void urgent();
    void settings();
    void duties();
    void figures();

    void fault(Fault::Severity severity, int line, const std::string& path, std::string text);
    std::vector<Fault>& faults_;
};

/// Over the whole library: duties with a deadline that nothing times, duties that do not exist in guidance and code.
void check_duties_of_library(const Library& library, const Known& known, std::vector<Fault>& faults);
/// An overlay's own addresses: stages, tasks, forms and meetings of the hosts it names.
void check_overlay(const Definition& overlay, const Known& known, std::vector<Fault>& faults);

/// The figure a duty's deadline states ("1 working_days from receipt"), when it states one.
std::optional<calendar::Period> figure_of(const std::string& deadline);

}  // namespace hearken::procedure
