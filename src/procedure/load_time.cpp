#include <algorithm>

#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

using Construct = TimeRule::Construct;

std::vector<std::string> anchor_words() {
    const auto& words = noun("anchor").words;
    return {words.begin(), words.end()};
}

bool needs_name(Anchor::Kind kind) {
    using Kind = Anchor::Kind;
    switch (kind) {
        case Kind::Entered:
        case Kind::Done:
        case Kind::Decided:
        case Kind::Approved:
        case Kind::Answer:
        case Kind::Held:
        case Kind::Sent:
        case Kind::Answered:
        case Kind::Flag:
        case Kind::Fact:
            return true;
        default:
            return false;
    }
}

// In the order of the words of the noun "anchor".
constexpr Anchor::Kind kAnchorKinds[] = {
    Anchor::Kind::Opened, Anchor::Kind::Received,   Anchor::Kind::Joined,   Anchor::Kind::Entered,
    Anchor::Kind::Done,   Anchor::Kind::Decided,    Anchor::Kind::Approved, Anchor::Kind::Answer,
    Anchor::Kind::Held,   Anchor::Kind::Sent,       Anchor::Kind::Answered, Anchor::Kind::TaskOpened,
    Anchor::Kind::Flag,   Anchor::Kind::SetOutside, Anchor::Kind::Closed,   Anchor::Kind::Birth,
    Anchor::Kind::Fact,
};

void read_common(MapReader& reader, TimeRule& rule, bool with_strength) {
    rule.id = reader.id("id");
    rule.line = reader.line();
    rule.source = reader.list("source");
    if (with_strength) rule.strength = reader.word("strength", "strength", Strength::Must);
}

void read_watchers(MapReader& reader, TimeRule& rule, bool with_outside) {
    rule.alerts = reader.list("alerts");
    if (with_outside) rule.outside = reader.yes_no("outside", false);
}

std::vector<TimeRule::Limb> read_limbs(Loading& loading, MapReader& reader, std::string_view key, bool keep) {
    std::vector<TimeRule::Limb> limbs;
    reader.each(key, [&](const YamlNode& node, const std::string& path) {
        MapReader limb(loading, node, {keep ? "keep limb" : "limb"}, path);
        TimeRule::Limb read;
        read.period = limb.period(keep ? "for" : "within");
        if (const auto of = load_anchor_at(loading, limb, keep ? "from" : "of")) read.of = *of;
        if (read.period.empty()) limb.fault(keep ? "`for` is missing" : "`within` is missing");
        limbs.push_back(std::move(read));
    });
    return limbs;
}

void need_one(MapReader& reader, const std::vector<std::string_view>& keys) {
    int present = 0;
    std::string names;
    for (const std::string_view key : keys) {
        present += reader.has(key) ? 1 : 0;
        names += (names.empty() ? "`" : ", `") + std::string(key) + "`";
    }
    if (present != 1)
        reader.fault((present ? "only one of these may be written: " : "one of these is needed: ") + names);
}

TimeRule read_due(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"due"}, path);
    TimeRule rule;
    rule.construct = Construct::Due;
    read_common(reader, rule, true);
    read_watchers(reader, rule, true);
    rule.period = reader.period("within");
    rule.setting = reader.id("setting");
    rule.status = reader.word_text("status", "due status");
    rule.when = load_condition_at(loading, reader, "when");
    if (const auto of = load_anchor_at(loading, reader, "of")) rule.of = *of;
    rule.earlier_of = read_limbs(loading, reader, "earlier-of", false);
    rule.later_of = read_limbs(loading, reader, "later-of", false);
    if (const YamlNode* extension = reader.take("extension")) {
        MapReader inner(loading, *extension, {"extension"}, reader.child_path("extension"));
        rule.extension_approved_by = inner.required_id("approved-by");
        inner.word_text("reasons", "reasons");
    }
    need_one(reader, {"within", "setting", "earlier-of", "later-of"});
    return rule;
}

TimeRule read_urgency(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"urgency"}, path);
    TimeRule rule;
    rule.construct = Construct::Urgency;
    read_common(reader, rule, false);
    read_watchers(reader, rule, true);
    rule.urgency_class = reader.word_text("class", "urgency class");
    rule.when = load_condition_at(loading, reader, "when");
    if (rule.urgency_class.empty() && !reader.has("class")) reader.fault("`class` is missing: now, today or soon");
    if (const auto of = load_anchor_at(loading, reader, "of")) rule.of = *of;
    return rule;
}

TimeRule read_before(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"before"}, path);
    TimeRule rule;
    rule.construct = Construct::Before;
    read_common(reader, rule, true);
    read_watchers(reader, rule, true);
    rule.period = reader.period("lead");
    rule.setting = reader.id("setting");
    if (const auto event = load_anchor_at(loading, reader, "event"))
        rule.of = *event;
    else
        reader.fault("`event` is missing: before what?");
    return rule;
}

TimeRule read_upon(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"upon-news"}, path);
    TimeRule rule;
    rule.construct = Construct::Upon;
    read_common(reader, rule, false);
    read_watchers(reader, rule, true);
    rule.asks = reader.required_id("asks");
    if (const auto event = load_anchor_at(loading, reader, "event"))
        rule.of = *event;
    else
        reader.fault("`event` is missing: upon what?");
    return rule;
}

TimeRule read_every(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"every"}, path);
    TimeRule rule;
    rule.construct = Construct::Every;
    read_common(reader, rule, true);
    read_watchers(reader, rule, true);
    rule.period = reader.period("period");
    rule.setting = reader.id("setting");
    enum From { Completion, Schedule };
    rule.from_schedule = reader.word("from", "every from", Completion) == Schedule;
    if (const auto of = load_anchor_at(loading, reader, "of")) rule.of = *of;
    reader.each("phases", [&](const YamlNode& item, const std::string& item_path) {
        MapReader phase(loading, item, {"phase"}, item_path);
        TimeRule::Phase read{phase.period("period"), load_anchor_at(loading, phase, "until")};
        if (read.period.empty()) phase.fault("`period` is missing");
        rule.phases.push_back(std::move(read));
    });
    rule.sets_next = reader.yes_no("sets-next", false);
    if (rule.period.empty() && rule.setting.empty() && rule.phases.empty() && !rule.sets_next)
        reader.fault(
            "how often? `period`, `setting`, `phases`, or `sets-next: yes` where each review sets the next date");
    return rule;
}

TimeRule read_while(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"while"}, path);
    TimeRule rule;
    rule.construct = Construct::While;
    read_common(reader, rule, false);
    read_watchers(reader, rule, false);
    if (!reader.has("state")) reader.fault("`state` is missing: what must hold?");
    rule.state = load_condition_at(loading, reader, "state");
    rule.otherwise = reader.required_text("otherwise");
    return rule;
}

TimeRule read_cover(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"cover"}, path);
    TimeRule rule;
    rule.construct = Construct::Cover;
    read_common(reader, rule, false);
    read_watchers(reader, rule, false);
    rule.service = reader.required_id("service");
    rule.otherwise = reader.required_text("otherwise");
    return rule;
}

TimeRule read_keep(Loading& loading, const YamlNode& node, const std::string& path) {
    MapReader reader(loading, node, {"keep"}, path);
    TimeRule rule;
    rule.construct = Construct::Keep;
    read_common(reader, rule, false);
    rule.period = reader.period("for");
    rule.setting = reader.id("setting");
    rule.of.kind = Anchor::Kind::Closed;
    if (const auto from = load_anchor_at(loading, reader, "from")) rule.of = *from;
    rule.earlier_of = read_limbs(loading, reader, "earlier-of", true);
    rule.later_of = read_limbs(loading, reader, "later-of", true);
    rule.then = reader.word_text("then", "keep then");
    if (rule.then.empty()) rule.then = "review";
    need_one(reader, {"for", "setting", "earlier-of", "later-of"});
    return rule;
}

/// Names a rule that has no id: by its strength or keyword, numbered where that is taken.
void name_rules(std::vector<TimeRule>& rules, const std::vector<std::string>& keywords, MapReader& reader) {
    const auto taken = [&](const std::string& id, size_t until) {
        return std::any_of(rules.begin(), rules.begin() + static_cast<long>(until),
                           [&](const TimeRule& other) { return other.id == id; });
    };
    for (size_t i = 0; i < rules.size(); ++i) {
        TimeRule& rule = rules[i];
        if (!rule.id.empty()) {
            if (taken(rule.id, i)) reader.fault("two clocks are called `" + rule.id + "`; give each its own `id`");
            continue;
        }
        std::string name = keywords[i];
        if (rule.construct == Construct::Due && rule.strength == Strength::Target) name = "target";
        if (rule.construct == Construct::Due && rule.strength == Strength::Guide) name = "guide";
        rule.id = name;
        for (int number = 2; taken(rule.id, i); ++number) rule.id = name + "-" + std::to_string(number);
    }
}

using Read = TimeRule (*)(Loading&, const YamlNode&, const std::string&);

std::vector<TimeRule> read_rules(Loading& loading, MapReader& reader,
                                 const std::vector<std::pair<std::string, Read>>& constructs) {
    std::vector<TimeRule> rules;
    std::vector<std::string> keywords;
    for (const auto& [keyword, read] : constructs) {
        reader.each(keyword, [&, read = read, keyword = keyword](const YamlNode& node, const std::string& path) {
            rules.push_back(read(loading, node, path));
            keywords.push_back(keyword);
        });
    }
    name_rules(rules, keywords, reader);
    return rules;
}

}  // namespace

std::string anchor_text(const Anchor& anchor) {
    const auto found = std::find(std::begin(kAnchorKinds), std::end(kAnchorKinds), anchor.kind);
    const std::string word(noun("anchor").words[static_cast<size_t>(found - std::begin(kAnchorKinds))]);
    return anchor.name.empty() ? word : word + " " + anchor.name;
}

std::optional<Anchor> anchor_from_text(const std::string& text) {
    const auto& words = noun("anchor").words;
    const auto space = text.find(' ');
    for (size_t i = 0; i < words.size(); ++i) {
        const Anchor::Kind kind = kAnchorKinds[i];
        if (!needs_name(kind) && text == words[i]) return Anchor{kind, {}};
        if (needs_name(kind) && space != std::string::npos && text.substr(0, space) == words[i]) {
            const std::string name = text.substr(space + 1);
            if (!name.empty() && name.find(' ') == std::string::npos) return Anchor{kind, name};
        }
    }
    return std::nullopt;
}

Anchor load_anchor(Loading& loading, const std::string& text, int line, const std::string& path) {
    const auto anchor = anchor_from_text(text);
    if (anchor) {
        const std::string all = anchor_text(*anchor);
        loading.use("anchor", anchor->name.empty() ? all : all.substr(0, all.find(' ')));
        return *anchor;
    }
    const std::string first = text.substr(0, text.find(' '));
    loading.error(line, path,
                  "`" + text +
                      "` is not a moment a clock can count from; write e.g. `received`, `done TASK`, `entered STAGE`" +
                      (text == first ? did_you_mean(text, anchor_words()) : did_you_mean(first, anchor_words())));
    return {};
}

std::optional<Anchor> load_anchor_at(Loading& loading, MapReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    if (text.empty()) return std::nullopt;
    return load_anchor(loading, text, reader.line(), reader.child_path(key));
}

std::vector<TimeRule> load_time(Loading& loading, MapReader& reader) {
    return read_rules(loading, reader,
                      {{"due", read_due},
                       {"urgency", read_urgency},
                       {"before", read_before},
                       {"upon-news", read_upon},
                       {"every", read_every},
                       {"while", read_while},
                       {"cover", read_cover},
                       {"keep", read_keep}});
}

std::vector<TimeRule> load_keep(Loading& loading, MapReader& reader) {
    return read_rules(loading, reader, {{"keep", read_keep}});
}

}  // namespace hearken::procedure
