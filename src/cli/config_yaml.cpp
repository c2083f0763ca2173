// The settings file. Flat: one name and one plain value a line, or a list of plain values.
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "cli/config.hpp"

namespace hearken::cli {

namespace {

/// How many letters must change to make one word of the other; a misspelling is at most two away.
size_t distance(const std::string& a, const std::string& b) {
    std::vector<size_t> row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
            corner = above;
        }
    }
    return row[b.size()];
}

std::string did_you_mean(const std::string& name) {
    for (const auto& setting : settings())
        if (distance(name, setting.name) <= 2) return std::string(" Did you mean ") + setting.name + "?";
    return " docs/operating.md lists them.";
}

bool is_setting(const std::string& name) {
    return std::any_of(settings().begin(), settings().end(), [&](const Setting& setting) { return name == setting.name; });
}

/// A list becomes "a, b": what the environment can say too.
std::optional<std::string> plain(const YAML::Node& value) {
    if (value.IsNull()) return std::string{};
    if (value.IsScalar()) return value.Scalar();
    if (!value.IsSequence()) return std::nullopt;
    std::string list;
    for (const auto& one : value) {
        if (!one.IsScalar()) return std::nullopt;
        list += (list.empty() ? "" : ", ") + one.Scalar();
    }
    return list;
}

}  // namespace

SettingTexts settings_from_yaml(const std::string& text, const std::string& file, std::vector<Reason>& faults) {
    SettingTexts texts;
    const auto wrong = [&](int line, const std::string& what, const std::string& field) {
        faults.push_back({"config", file + " line " + std::to_string(line) + ": " + what, field});
    };
    YAML::Node root;
    try {
        root = YAML::Load(text);
    } catch (const YAML::ParserException& fault) {
        wrong(fault.mark.line + 1, "this is not YAML (" + fault.msg + "). Write one `name: value` a line.", "");
        return texts;
    }
    if (root.IsNull()) return texts;
    if (!root.IsMap()) {
        wrong(1, "settings are written as `name: value`, one a line.", "");
        return texts;
    }
    for (const auto& entry : root) {
        const int line = entry.first.Mark().line + 1;
        const std::string name = entry.first.IsScalar() ? entry.first.Scalar() : std::string{};
        const auto value = plain(entry.second);
        if (!is_setting(name)) wrong(line, "there is no setting \"" + name + "\"." + did_you_mean(name), name);
        else if (texts.contains(name)) wrong(line, name + " is set twice. Keep one.", name);
        else if (!value) wrong(line, name + " has a value with parts of its own. Write one word, number or list.", name);
        else texts[name] = {*value, file + " line " + std::to_string(line)};
    }
    return texts;
}

}  // namespace hearken::cli
