// Where every duty lives: by which element, and how it is carried (design, idea 3).
#pragma once
#include <map>
#include <string>
#include <vector>

#include "procedure/library.hpp"

namespace hearken::procedure {

/// One place that carries a duty. `definition` is "guidance" or "code" where it is not a procedure.
struct CarriedBy {
    Carried how = Carried::Shown;
    std::string definition, path, file;
    int line = 0;
    bool timed = false;  ///< there is a clock there
};

struct DutyCoverage {
    const Duty* duty = nullptr;      ///< of the library, which must outlive this
    std::vector<CarriedBy> carried;  ///< empty: uncovered
};

struct CoverageTotals {
    int duties = 0, uncovered = 0;
    std::map<Carried, int> by_how;  ///< a duty carried in two ways counts in both
};

struct Coverage {
    std::vector<DutyCoverage> duties;  ///< in the order of their ids
    std::map<std::string, CoverageTotals> by_procedure;
    CoverageTotals totals;
};

Coverage coverage(const Library& library);

/// For a reader. `only`: just this procedure of duties.csv; `details`: every duty and where it lives.
std::string coverage_text(const Coverage& coverage, const std::string& only = {}, bool details = true);
/// {"totals": {..}, "procedures": [{"id", totals, "duties": [{"id", "text", "deadline", "carried": [{"how", …}]}]}]}
std::string coverage_json(const Coverage& coverage, const std::string& only = {});

/// "enforced", "timed", …
std::string_view carried_word(Carried how);

}  // namespace hearken::procedure
