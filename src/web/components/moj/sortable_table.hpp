// MOJ sortable table: a GOV.UK table whose columns a script can sort.
#pragma once
#include "web/components/table.hpp"

namespace hearken::web {

enum class Sorted { No, Ascending, Descending };

/// A heading that can be pressed; headings of columns that cannot be sorted are plain cells.
TableCell sortable_heading(Content content, Sorted sorted = Sorted::No, std::string format = {});

/// A cell that is sorted by something else than what it shows: a date by its ISO text, a deadline by its moment.
TableCell sorted_by(std::string sort_value, Content content, std::string format = {});

Html sortable_table(Table options);

}  // namespace hearken::web
