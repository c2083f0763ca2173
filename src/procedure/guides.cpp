#include "procedure/guides.hpp"

#include <algorithm>

#include "procedure/keywords.hpp"
#include "procedure/walk.hpp"

namespace hearken::procedure {

namespace {

Option option_of(const GuideEntry& entry, const GuideGroup& group) {
    Option option;
    option.id = entry.id;
    option.label = entry.label;
    option.hint = entry.more;
    if (!entry.ages.empty()) option.hint += (option.hint.empty() ? "" : " ") + ("(" + entry.ages + ")");
    option.needs_text = group.asks_text;
    option.words_label = "What was seen?";
    option.step = entry.step.text;
    option.step_is_urgent = entry.step.urgent;
    return option;
}

Option option_of(const GuideTopic& topic) {
    Option option;
    option.id = topic.id;
    option.label = topic.title;
    option.hint = topic.summary;
    option.more = topic.says;
    return option;
}

/// The lists that one edition gives, by id.
std::map<std::string, std::vector<Option>> lists_of(const Guide& guide, std::vector<Fault>& faults) {
    std::map<std::string, std::vector<Option>> lists;
    const auto taken = [&](const std::string& id, int line) {
        if (lists.count(id))
            faults.push_back({Fault::Severity::Error, guide.file, line, id, "two code lists are called `" + id + "`"});
    };
    for (const GuideTopic& topic : guide.topics) {
        if (!guide.code_list.empty()) lists[guide.code_list].push_back(option_of(topic));
        for (const GuideGroup& group : topic.groups) {
            taken(group.id, group.line);
            for (const GuideEntry& entry : group.entries) lists[group.id].push_back(option_of(entry, group));
        }
    }
    return lists;
}

void add_retired(std::vector<Option>& list, const std::vector<Option>& earlier) {
    for (Option option : earlier) {
        if (std::any_of(list.begin(), list.end(), [&](const Option& one) { return one.id == option.id; })) continue;
        option.retired = true;
        list.push_back(std::move(option));
    }
}

/// What a definition says, with whose it is and since when.
Option::More words_of(const GuideDefinition& definition) {
    Option::More words{definition.title, definition.lines};
    std::string whose = "From: " + definition.source;
    if (!definition.edition.empty()) whose += ", " + definition.edition;
    words.lines.push_back(whose + ".");
    return words;
}

void give_definitions(Vocabulary& vocabulary, const std::map<std::string, const GuideDefinition*>& definitions,
                      std::vector<Fault>& faults) {
    std::vector<std::string> ids;
    for (const auto& [id, definition] : definitions) ids.push_back(id);
    for (auto& [list, options] : vocabulary.code_lists)
        for (Option& option : options) {
            if (option.definition.empty()) continue;
            const auto found = definitions.find(option.definition);
            if (found != definitions.end())
                option.more.push_back(words_of(*found->second));
            else if (!definitions.empty())  // a library without any guide (a part of one, under test) has the choices alone
                faults.push_back({Fault::Severity::Error, "vocabulary.yaml", 1, "code-lists/" + list + "/" + option.id,
                                  "no guide has a definition `" + option.definition + "`" + did_you_mean(option.definition, ids)});
        }
}

/// Tests the question of this group, which is called after it, for this entry or for any.
bool looks_at(const Condition& condition, const GuideGroup& group, const GuideEntry& entry) {
    if (condition.kind == Condition::Kind::Answer && condition.name.ends_with("." + group.id) &&
        (condition.test == Condition::Test::Answered ||
         std::find(condition.values.begin(), condition.values.end(), entry.id) != condition.values.end()))
        return true;
    return std::any_of(condition.of.begin(), condition.of.end(),
                       [&](const Condition& inner) { return looks_at(inner, group, entry); });
}

/// Whether some definition has such a task that opens when the entry is ticked.
bool opens(const std::vector<std::shared_ptr<const Definition>>& definitions, const std::string& task_id,
           const GuideGroup& group, const GuideEntry& entry) {
    bool found = false;
    const auto look = [&](const std::vector<Task>& tasks) {
        for (const Task& task : tasks)
            found = found || (task.id.ends_with(task_id) && (looks_at(task.when, group, entry) || task.urgent));
    };
    for (const auto& definition : definitions) {
        for (const Strand& strand : definition->strands)
            for (const Stage& stage : strand.stages) look(stage.tasks);
        look(definition->anytime);
        for (const auto& [stage, tasks] : definition->adds_tasks) look(tasks);
    }
    return found;
}

}  // namespace

const GuideTopic* Guide::topic(const std::string& topic_id) const {
    const auto found = std::find_if(topics.begin(), topics.end(), [&](const auto& each) { return each.id == topic_id; });
    return found == topics.end() ? nullptr : &*found;
}

const GuideGroup* Guide::group(const std::string& group_id) const {
    for (const GuideTopic& topic : topics)
        for (const GuideGroup& group : topic.groups)
            if (group.id == group_id) return &group;
    return nullptr;
}

void each_carries(const Guide& guide, const std::function<void(const Carries&, const std::string&, int)>& seen) {
    const auto all = [&](const std::vector<Carries>& carries, const std::string& path, int line) {
        for (const Carries& each : carries) seen(each, path, line);
    };
    all(guide.carries, "guide", 1);
    for (const GuideTopic& topic : guide.topics) {
        all(topic.carries, topic.id, topic.line);
        for (const auto& definition : topic.definitions)
            all(definition.carries, topic.id + "/definitions/" + definition.id, definition.line);
        for (const auto& group : topic.groups) {
            all(group.carries, topic.id + "/" + group.id, group.line);
            for (const auto& entry : group.entries)
                all(entry.carries, topic.id + "/" + group.id + "/" + entry.id, entry.line);
        }
    }
}

void join_guides(std::map<std::string, std::vector<Guide>>& guides, Vocabulary& vocabulary, std::vector<Fault>& faults) {
    std::map<std::string, const GuideDefinition*> definitions;
    for (auto& [id, editions] : guides) {
        std::stable_sort(editions.begin(), editions.end(),
                         [](const Guide& a, const Guide& b) { return a.effective_from > b.effective_from; });
        for (size_t i = 1; i < editions.size(); ++i)
            if (editions[i].effective_from == editions[i - 1].effective_from)
                faults.push_back({Fault::Severity::Error, editions[i].file, 1, "effective-from",
                                  "two editions of `" + id + "` hold from the same day; the other is " + editions[i - 1].file});
        std::map<std::string, std::vector<Option>> lists = lists_of(editions.front(), faults);
        for (size_t i = 1; i < editions.size(); ++i)
            for (const auto& [list, options] : lists_of(editions[i], faults)) add_retired(lists[list], options);
        for (auto& [list, options] : lists)
            if (!vocabulary.code_lists.emplace(list, std::move(options)).second)
                faults.push_back({Fault::Severity::Error, editions.front().file, 1, list,
                                  "`" + list + "` is already the name of another code list"});
        for (const GuideTopic& topic : editions.front().topics)
            for (const GuideDefinition& definition : topic.definitions)
                if (!definitions.emplace(definition.id, &definition).second)
                    faults.push_back({Fault::Severity::Error, editions.front().file, definition.line, definition.id,
                                      "two definitions are called `" + definition.id + "`"});
    }
    give_definitions(vocabulary, definitions, faults);
}

void check_guides(const Library& library, const Known& known, std::vector<Fault>& faults) {
    std::vector<std::shared_ptr<const Definition>> definitions = library.all();
    for (auto more : {library.overlays(), library.components()}) definitions.insert(definitions.end(), more.begin(), more.end());
    std::vector<std::string> procedures;
    for (const auto& [id, definition] : known.procedures) procedures.push_back(id);
    for (const auto& [id, editions] : library.guides()) {
        const Guide& guide = editions.front();
        for (const GuideTopic& topic : guide.topics)
            for (const GuideGroup& group : topic.groups)
                for (const GuideEntry& entry : group.entries) {
                    const auto fault = [&](std::string text) {
                        faults.push_back({Fault::Severity::Error, guide.file, entry.line,
                                          topic.id + "/" + group.id + "/" + entry.id + "/step", std::move(text)});
                    };
                    if (!entry.step.opens.empty() && !known.procedures.count(entry.step.opens))
                        fault("no procedure `" + entry.step.opens + "`" + did_you_mean(entry.step.opens, procedures));
                    if (!entry.step.task.empty() && !opens(definitions, entry.step.task, group, entry))
                        fault("no task `" + entry.step.task + "` opens when `" + entry.id + "` is ticked");
                }
    }
}

}  // namespace hearken::procedure
