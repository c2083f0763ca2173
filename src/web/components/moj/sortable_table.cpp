#include "web/components/moj/sortable_table.hpp"

namespace hearken::web {

TableCell sortable_heading(Content content, Sorted sorted, std::string format) {
    const char* direction = sorted == Sorted::Ascending    ? "ascending"
                            : sorted == Sorted::Descending ? "descending"
                                                           : "none";
    return {.content = std::move(content), .format = std::move(format), .attributes = {{"aria-sort", direction}}};
}

TableCell sorted_by(std::string sort_value, Content content, std::string format) {
    return {.content = std::move(content),
            .format = std::move(format),
            .attributes = {{"data-sort-value", std::move(sort_value)}}};
}

Html sortable_table(Table options) {
    options.attributes.with("data-module", "moj-sortable-table");
    return table(options);
}

}  // namespace hearken::web
