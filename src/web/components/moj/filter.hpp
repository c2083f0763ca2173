// MOJ filter, and the layout that shows it beside what it filters.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct SelectedFilter {
    std::string text{};
    std::string href{};  ///< the list without this filter
};

struct SelectedFilterCategory {
    Content heading{};
    std::vector<SelectedFilter> items{};
};

struct SelectedFilters {
    Content heading = "Selected filters";
    std::string clear_text = "Clear filters";
    std::string clear_href{};
    std::vector<SelectedFilterCategory> categories{};
};

struct Filter {
    Content heading = "Filter";
    std::optional<SelectedFilters> selected{};
    std::string submit_text = "Apply filters";
    Attributes submit_attributes{};
    Html options{};  ///< the fields
    Attributes attributes{};
};

Html filter(const Filter& options);

/// A form with the filter at the left and the results at the right; on a narrow screen a button shows the filter.
/// The method is POST where a field may hold a name: words about people stay out of addresses.
struct FilterLayout {
    std::string action{};
    std::string method = "get";
    std::string csrf_token{};  ///< for POST
    Filter filter{};
    Html results{};
};

Html filter_layout(const FilterLayout& options);

}  // namespace hearken::web
