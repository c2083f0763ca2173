// How much there is, each number a link to what is counted.
#pragma once
#include <string>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct CountItem {
    long number = 0;
    std::string words, address;
    bool alarming = false;  ///< where it is not nothing
};
Html count_list(const std::vector<CountItem>& items);

}  // namespace hearken::web
