// GOV.UK table.
#pragma once
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct TableCell {
    Content content{};
    std::string format{};  ///< "numeric"
    std::string classes{};
    int colspan = 0;
    int rowspan = 0;
    Attributes attributes{};
};

struct Table {
    Content caption{};
    std::string caption_classes{};
    std::vector<TableCell> head{};
    bool first_cell_is_header = false;
    std::vector<std::vector<TableCell>> rows{};
    std::string classes{};
    Attributes attributes{};
};

Html table(const Table& options);

}  // namespace hearken::web
