// A guide: a curated, versioned library of the manual (recognition guidance, levels of need, documents to consult) in
// topics, groups and entries. Every group is a code list too, so that what it describes can be ticked onto a record.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// What an entry calls for. Said at once where it is ticked; `task` is the task that it opens in the same case.
struct GuideStep {
    std::string text;
    bool urgent = false;
    std::string opens;  ///< a procedure
    std::string task;
};

struct GuideEntry {
    std::string id, label;
    std::string more;  ///< what it means, or how to look
    std::string ages;  ///< the ages or the stage of development it is about, in words
    std::string link, published, review_by;  ///< of a document: where, when, and when to look at it again
    std::vector<std::string> shown_with;     ///< topics and groups beside which it is shown
    GuideStep step;
    std::vector<Carries> carries;
    int line = 0;
};

struct GuideGroup {
    std::string id, title, hint;
    bool asks_text = false;  ///< whoever ticks an entry says what was seen
    std::vector<GuideEntry> entries;
    std::vector<Carries> carries;
    int line = 0;
};

/// What a word means, by whom and since when.
struct GuideDefinition {
    std::string id, title, source, edition, effective_from;
    std::vector<std::string> lines;
    std::vector<Carries> carries;
    int line = 0;
};

struct GuideTopic {
    std::string id, title, summary;
    std::vector<Option::More> says;
    std::vector<std::string> notes;
    std::vector<GuideDefinition> definitions;
    std::vector<GuideGroup> groups;
    std::vector<Carries> carries;
    int line = 0;
};

/// One edition. A later one is a file of its own; what an earlier one offered stays readable in records.
struct Guide {
    std::string id, title, summary, source, edition, effective_from;
    bool is_public = false;        ///< readable without signing in
    std::vector<std::string> notes;
    std::string code_list;         ///< its topics, as options
    std::vector<GuideTopic> topics;
    std::vector<Carries> carries;
    std::string file;

    const GuideTopic* topic(const std::string& topic_id) const;
    const GuideGroup* group(const std::string& group_id) const;
};

/// Everything that carries duties, with its path and line.
void each_carries(const Guide& guide, const std::function<void(const Carries&, const std::string& path, int line)>& seen);

}  // namespace hearken::procedure
