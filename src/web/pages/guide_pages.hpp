// The guides of the manual as pages: recognition guidance, levels of need, documents to consult. No page knows a guide.
#pragma once
#include "procedure/guide.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

/// A list of every guide that this visitor may read.
Html guides_listed(const Visit& visit);

void add_guide_pages(Router& router, Site& site);

// --- shared by the files of the guides ----------------------------------------------------------------------------------

/// What one topic says, without its groups: notes, parts, definitions with their source and edition.
Html guide_topic_words(const procedure::GuideTopic& topic);
/// One group to be read: its entries with what each means, calls for and where a document is.
Html guide_group(const Visit& visit, const procedure::GuideGroup& group);
/// Documents of other guides that belong beside this topic.
Html documents_beside(const Visit& visit, const procedure::GuideTopic& topic);
/// "Edition 2018, in force since 1 September 2018."
Html edition_line(const procedure::Guide& guide);

/// Records onto which the entries of this topic can be ticked by this person, with the question of each group.
struct TickOnto {
    std::shared_ptr<const procedure::Definition> definition;
};
std::vector<TickOnto> records_to_tick_onto(const Visit& visit, const procedure::GuideTopic& topic);
/// Begins such a record with these entries ticked, and goes to it.
Response begin_with_ticks(Visit& visit, const procedure::GuideTopic& topic);

}  // namespace hearken::web
