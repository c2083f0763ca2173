// A guide's file: see guide.hpp.
#include "calendar/moment_text.hpp"
#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

std::string date_at(MapReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    if (!text.empty() && !calendar::parse_date(text)) reader.fault_at(key, "write the date as 2026-03-27");
    return text;
}

GuideStep load_step(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"guide step"}, path);
    GuideStep step;
    step.text = reader.required_text("text");
    step.urgent = reader.yes_no("urgent", false);
    step.opens = reader.id("opens");
    step.task = reader.id("task");
    return step;
}

GuideEntry load_entry(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"guide entry"}, path);
    GuideEntry entry;
    entry.line = node.line;
    entry.label = reader.required_text("label");
    entry.id = reader.id("id");
    if (entry.id.empty()) entry.id = id_from_label(entry.label);
    entry.more = reader.text("more");
    entry.ages = reader.text("ages");
    entry.link = reader.text("link");
    entry.published = reader.text("published");
    entry.review_by = date_at(reader, "review-by");
    entry.shown_with = reader.ids("shown-with");
    if (const YamlNode* step = reader.take("step")) entry.step = load_step(loading, *step, reader.child_path("step"));
    entry.carries = load_carries(loading, reader);
    return entry;
}

GuideGroup load_group(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"guide group"}, path);
    GuideGroup group;
    group.line = node.line;
    group.id = reader.required_id("id");
    group.title = reader.required_text("title");
    group.hint = reader.text("hint");
    group.asks_text = !reader.word_text("asks", "asks").empty();
    reader.each("entries", [&](const YamlNode& item, const std::string& at) {
        group.entries.push_back(load_entry(loading, item, at));
        for (size_t i = 0; i + 1 < group.entries.size(); ++i)
            if (group.entries[i].id == group.entries.back().id)
                loading.error(item.line, at, "two entries have the id `" + group.entries[i].id + "`");
    });
    if (group.entries.empty() && node.is_map()) reader.fault("a group needs `entries`");
    group.carries = load_carries(loading, reader);
    return group;
}

GuideDefinition load_word(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"guide definition"}, path);
    GuideDefinition definition;
    definition.line = node.line;
    definition.id = reader.required_id("id");
    definition.title = reader.required_text("title");
    definition.lines = reader.list("lines");
    if (definition.lines.empty() && node.is_map()) reader.fault("`lines` is missing: what does it mean?");
    definition.source = reader.required_text("source");
    definition.edition = reader.text("edition");
    definition.effective_from = date_at(reader, "effective-from");
    definition.carries = load_carries(loading, reader);
    return definition;
}

GuideTopic load_topic(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"guide topic"}, path);
    GuideTopic topic;
    topic.line = node.line;
    topic.id = reader.required_id("id");
    topic.title = reader.required_text("title");
    topic.summary = reader.text("summary");
    reader.each("says", [&](const YamlNode& item, const std::string& at) {
        MapReader part(loading, item, {"guide part"}, at);
        topic.says.push_back({part.text("heading"), part.list("lines")});
    });
    topic.notes = reader.list("notes");
    reader.each("definitions", [&](const YamlNode& item, const std::string& at) {
        topic.definitions.push_back(load_word(loading, item, at));
    });
    reader.each("groups", [&](const YamlNode& item, const std::string& at) {
        topic.groups.push_back(load_group(loading, item, at));
    });
    topic.carries = load_carries(loading, reader);
    return topic;
}

}  // namespace

Guide load_guide(Loading& loading, const YamlNode& root) {
    MapReader reader(loading, root, {"guide"}, "");
    Guide guide;
    guide.file = loading.file;
    guide.id = reader.required_id("guide");
    guide.edition = reader.required_text("edition");
    guide.effective_from = date_at(reader, "effective-from");
    if (guide.effective_from.empty()) reader.fault("`effective-from` is missing: since when does this edition hold?");
    guide.title = reader.required_text("title");
    guide.summary = reader.text("summary");
    guide.source = reader.text("source");
    guide.is_public = reader.yes_no("public", false);
    guide.notes = reader.list("notes");
    guide.code_list = reader.id("code-list");
    reader.each("topics", [&](const YamlNode& item, const std::string& path) {
        guide.topics.push_back(load_topic(loading, item, path));
    });
    if (guide.topics.empty()) reader.fault("a guide needs `topics`");
    guide.carries = load_carries(loading, reader);
    return guide;
}

}  // namespace hearken::procedure
