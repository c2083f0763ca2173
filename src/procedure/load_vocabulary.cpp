// vocabulary.yaml and carried-in-code.yaml.
#include "procedure/load.hpp"

namespace hearken::procedure {

namespace {

/// Puts a row into a map by its id; a second one is a fault.
template <class Row>
void put(MapReader& reader, std::map<std::string, Row>& rows, const std::string& id, Row row) {
    if (id.empty()) return;
    if (!rows.emplace(id, std::move(row)).second) reader.fault("`" + id + "` is there twice");
}

}  // namespace

Vocabulary load_vocabulary(Loading& loading, const YamlNode& root) {
    MapReader reader(loading, root, {"vocabulary"}, "");
    Vocabulary words;
    reader.required_text("vocabulary");
    reader.each("roles", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"role"}, path);
        Vocabulary::Role role;
        role.id = item.required_id("id");
        role.title = item.required_text("title");
        role.at = item.ids("at");
        role.may_act_as = item.ids("may-act-as");
        if (const std::string reads = item.word_text("reads", "reads"); !reads.empty()) role.reads = reads;
        role.searches_index = item.yes_no("searches-index", false);
        role.areas = item.ids("areas");
        role.administers = item.ids("administers");
        role.reads_children = item.yes_no("reads-children", true);
        role.records_only = item.yes_no("records-only", false);
        put(item, words.roles, role.id, role);
    });
    reader.each("organisation-kinds", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"organisation kind"}, path);
        const std::string id = item.required_id("id");
        put(item, words.organisation_kinds, id, item.required_text("title"));
    });
    reader.each("facts", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"fact"}, path);
        Vocabulary::Fact fact;
        fact.id = item.required_id("id");
        fact.title = item.required_text("title");
        fact.values = item.list("values");
        for (std::string& value : fact.values)
            if (const auto answer = yes_or_no(value)) value = *answer ? "yes" : "no";
        if (fact.values.empty()) fact.values = {"yes", "no"};
        put(item, words.facts, fact.id, fact);
    });
    reader.each("forbidden-acts", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"forbidden act"}, path);
        const std::string id = item.required_id("id");
        put(item, words.forbidden_acts, id, item.required_text("title"));
    });
    reader.each("code-lists", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"code list"}, path);
        const std::string id = item.required_id("id");
        auto options = load_options(loading, item, "options");
        if (options.empty()) item.fault("a code list needs `options`");
        put(item, words.code_lists, id, std::move(options));
    });
    reader.each("services", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"service"}, path);
        const std::string id = item.required_id("id");
        put(item, words.services, id, item.text("hours"));
    });
    const auto check = [&](const std::string& path, const std::string& id, const auto& known, const char* what) {
        if (known.count(id)) return;
        std::vector<std::string> ids;
        for (const auto& [known_id, row] : known) ids.push_back(known_id);
        loading.error(root.line, path, std::string("no ") + what + " `" + id + "`" + did_you_mean(id, ids));
    };
    for (const auto& [id, role] : words.roles) {
        for (const std::string& kind : role.at)
            check("roles/" + id + "/at", kind, words.organisation_kinds, "organisation kind");
        for (const std::string& other : role.may_act_as)
            check("roles/" + id + "/may-act-as", other, words.roles, "role");
    }
    return words;
}

std::vector<CodeRule> load_carried_in_code(Loading& loading, const YamlNode& root) {
    MapReader reader(loading, root, {"carried in code"}, "");
    std::vector<CodeRule> rules;
    reader.each("carried-in-code", [&](const YamlNode& node, const std::string& path) {
        MapReader item(loading, node, {"code rule"}, path);
        CodeRule rule;
        rule.line = node.line;
        rule.id = item.required_id("id");
        rule.where = item.required_text("where");
        rule.carries = load_carries(loading, item);
        if (rule.carries.empty()) item.fault("`carries` is missing: which duties does it carry?");
        rules.push_back(std::move(rule));
    });
    return rules;
}

}  // namespace hearken::procedure
