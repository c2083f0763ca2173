// Where the form of a draft is, from the draft's key. Keys are made by the pages that have the forms; a key that is not
// known here is listed without a link.
#pragma once
#include <string>

namespace hearken::web {

struct DraftPlace {
    std::string words;    ///< what kind of form, and nothing of what it holds: drafts are about children
    std::string address;  ///< local; empty when not known
};
DraftPlace draft_place(const std::string& key);

}  // namespace hearken::web
