// The register of disagreements between agencies in figures, for the partnership: never a child's name
// (N1.professional-disagreement-escalation.s21, s22).
#pragma once
#include "casework/cases.hpp"
#include "casework/small_counts.hpp"

namespace hearken::casework {

/// A quarter or a year of the calendar. Only whole ones are offered: between two times that differ by a day one child stands.
struct RegisterPeriod {
    std::string id;     ///< "2026", "2026-q1"
    std::string title;  ///< "January to March 2026"
    calendar::LocalDate from, until;  ///< both ends in
};
/// Newest first: the years and quarters of this year and the last that have begun.
std::vector<RegisterPeriod> register_periods(calendar::LocalDate today);

struct DisagreementRegister {
    RegisterPeriod period;
    long raised = 0, open = 0, closed = 0, urgent = 0, changed = 0;
    long days_open_on_average = 0, days_open_at_most = 0;  ///< of those closed
    long oldest_open_days = 0;
    /// Of the course they took: stages, results, whether whoever raised it is satisfied.
    std::vector<std::pair<std::string, long>> by_stage_settled, by_result, by_satisfied;
    /// What could point at one child; empty where all together are too few.
    std::vector<CountLine> by_raising, by_deciding, by_theme, by_learning;
};

/// `period`: of register_periods, or empty for this year.
Result<DisagreementRegister> read_disagreement_register(World& world, const access::Actor& actor, const std::string& period);
/// Whether this reader runs the partnership, and so reads the register (for the navigation).
bool reads_disagreement_register(const World& world, const access::Actor& actor);

}  // namespace hearken::casework
