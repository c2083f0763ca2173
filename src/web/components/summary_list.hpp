// GOV.UK summary list and summary card: what was answered, with a link to change it.
#pragma once
#include <optional>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

struct SummaryAction {
    Content content{};
    std::string href{};
    std::string visually_hidden_text{};  ///< what "Change" changes
    std::string classes{};
    Attributes attributes{};
};

struct SummaryCell {
    Content content{};
    std::string classes{};
};

struct SummaryActions {
    std::vector<SummaryAction> items{};
    std::string classes{};
};

struct SummaryRow {
    SummaryCell key{};
    SummaryCell value{};
    SummaryActions actions{};
    bool no_actions_class = true;  ///< when other rows have actions and this one has none
    std::string classes{};
};

struct SummaryCardTitle {
    Content content{};
    int heading_level = 2;
    std::string classes{};
};

struct SummaryCard {
    SummaryCardTitle title{};
    SummaryActions actions{};
    std::string classes{};
    Attributes attributes{};
};

struct SummaryList {
    std::vector<SummaryRow> rows{};
    std::optional<SummaryCard> card{};
    std::string classes{};
    Attributes attributes{};
};

Html summary_list(const SummaryList& options);

/// A card around any content: the same box for a child, a person, a decision.
Html summary_card(const SummaryCard& options, const Html& content);

}  // namespace hearken::web
