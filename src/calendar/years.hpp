// The two years that everything is reported by: the partnership's (April to March) and the school's.
#pragma once
#include <string>

#include "calendar/local_time.hpp"

namespace hearken::calendar {

struct NamedYear {
    std::string label;
    DateRange dates;
    bool operator==(const NamedYear&) const = default;
};

/// 1 April to 31 March: "2026-27".
NamedYear partnership_year_of(LocalDate date);
/// 1 September to 31 August: "2026/27".
NamedYear school_year_of(LocalDate date);

}  // namespace hearken::calendar
