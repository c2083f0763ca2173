// MOJ search. Sent by POST unless told otherwise: a search for a child must not stand in an address or a log.
#pragma once
#include "web/components/button.hpp"
#include "web/components/text_input.hpp"

namespace hearken::web {

struct Search {
    std::string action{};
    std::string method = "post";
    std::string csrf_token{};
    Label label{};
    Hint hint{};
    TextInput input = {.name = "search", .type = "search"};  ///< its label and hint are those above
    Button button = {.content = "Search"};
    bool stacked = false;
    bool icon_button = false;  ///< the button shows a magnifying glass, its content is read out
    std::string classes{};
    Attributes attributes{};
};

Html search(const Search& options);

}  // namespace hearken::web
