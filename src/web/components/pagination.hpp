// GOV.UK pagination.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct PaginationLink {
    std::string href{};  ///< no link when empty
    Content content{};   ///< "Previous page" or "Next page" when empty
    std::string label{};
    Attributes attributes{};
};

struct PaginationItem {
    std::string number{};
    std::string href{};
    bool current = false;
    bool ellipsis = false;
    std::optional<std::string> visually_hidden_text{};  ///< "Page 3" when there is none
    Attributes attributes{};
};

struct Pagination {
    std::vector<PaginationItem> items{};
    PaginationLink previous{};
    PaginationLink next{};
    std::string landmark_label = "Pagination";
    std::string classes{};
    Attributes attributes{};
};

Html pagination(const Pagination& options);

/// "1 … 4 5 6 … 12": the first, the last and the neighbours of the current page, as the pattern asks, with links made
/// by adding the page's number to `href_prefix`.
Pagination pages_of(int current, int count, const std::string& href_prefix);

}  // namespace hearken::web
