// MOJ pagination: GOV.UK's, with a line that says which of how many results are shown.
#pragma once
#include "web/components/pagination.hpp"

namespace hearken::web {

struct ResultsPagination {
    Pagination pages{};  ///< shown when there is more than one page
    std::string results_term = "results";
    long from = 0;  ///< of the page shown
    long to = 0;
    long count = 0;  ///< 0 when it is not known or not to be told
};

Html results_pagination(const ResultsPagination& options);

}  // namespace hearken::web
