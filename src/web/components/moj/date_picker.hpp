// MOJ date picker: one box for a date, with a calendar where there is a script.
#pragma once
#include <optional>

#include "web/components/form_group.hpp"

namespace hearken::web {

struct DatePicker {
    std::string id{};
    std::string name{};
    std::string value{};  ///< 27/3/2026
    Label label{};
    Hint hint{};
    ErrorMessage error{};
    std::string min_date{};
    std::string max_date{};
    std::string excluded_dates{};
    std::string excluded_days{};  ///< "saturday sunday"
    std::optional<bool> leading_zeros{};
    std::string week_start_day{};
    std::string classes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html date_picker(const DatePicker& options);

}  // namespace hearken::web
