#include "procedure/map_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "calendar/period.hpp"

namespace hearken::procedure {

namespace {

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string in_words(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

}  // namespace

void Loading::error(int line, const std::string& path, std::string text) {
    faults->push_back(
        {Fault::Severity::Error, file, line, path.substr(0, 1) == "/" ? path.substr(1) : path, std::move(text)});
}

void Loading::use(std::string_view noun_name, std::string_view word) {
    if (!used) return;
    const Noun& row = noun(noun_name);
    const auto found = std::find(row.words.begin(), row.words.end(), word);
    if (found != row.words.end()) used->insert({row.name, *found});
}

MapReader::MapReader(Loading& loading, const YamlNode& node, std::vector<std::string_view> nouns, std::string path)
    : loading_(loading), node_(node), nouns_(std::move(nouns)), path_(std::move(path)) {
    if (!must_be_map(node_, path_)) return;
    std::vector<std::string> known;
    for (const std::string_view name : nouns_)
        for (const std::string_view word : noun(name).words) known.emplace_back(word);
    for (const YamlNode::Key& key : node_.keys) {
        if (!noun_of(key.text).empty()) continue;
        loading_.error(
            key.line, child_path(key.text),
            "unknown keyword `" + key.text + "` in a " + std::string(nouns_.front()) + did_you_mean(key.text, known));
    }
}

MapReader::~MapReader() {
    // The table allows a keyword that the loader never reads: our bug, and a silent loss of what the author wrote.
    for (const YamlNode::Key& key : node_.keys)
        if (!noun_of(key.text).empty() && !taken_.count(key.text)) std::abort();
}

std::string_view MapReader::noun_of(std::string_view key) const {
    for (const std::string_view name : nouns_)
        if (contains(noun(name).words, key)) return name;
    return {};
}

bool MapReader::must_be_map(const YamlNode& node, const std::string& path) {
    if (node.is_map()) return true;
    loading_.error(node.line, path, "this must be a map of keywords, `keyword: value`");
    return false;
}

bool MapReader::has(std::string_view key) const { return node_.find(std::string(key)) != nullptr; }

const YamlNode* MapReader::take(std::string_view key) {
    const std::string_view name = noun_of(key);
    if (name.empty()) std::abort();  // the loader reads a keyword that the table does not have: our bug
    taken_.emplace(key);
    const YamlNode* node = node_.find(std::string(key));
    if (node) loading_.use(name, key);
    return node;
}

void MapReader::fault_at(std::string_view key, std::string text) {
    const YamlNode* node = node_.find(std::string(key));
    loading_.error(node ? node->line : node_.line, child_path(key), std::move(text));
}

std::string MapReader::text(std::string_view key) {
    const YamlNode* node = take(key);
    if (!node) return {};
    if (node->is_scalar()) return node->text;
    fault_at(key, node->kind == YamlNode::Kind::Null
                      ? "`" + std::string(key) + "` is empty; write its value or remove it"
                      : "`" + std::string(key) + "` must be one piece of text");
    return {};
}

std::string MapReader::required_text(std::string_view key) {
    std::string value = text(key);
    if (value.empty() && (!has(key) || node_.find(std::string(key))->is_scalar()) && node_.is_map())
        fault("`" + std::string(key) + "` is missing");
    return value;
}

std::string MapReader::id(std::string_view key) {
    std::string value = text(key);
    if (!value.empty() && !is_id(value)) {
        fault_at(key, "`" + value + "` is not an id: lower-case words joined by hyphens, e.g. `" +
                          id_from_label(value) + "`");
    }
    return value;
}

std::string MapReader::required_id(std::string_view key) {
    std::string value = id(key);
    if (value.empty() && node_.is_map()) fault("`" + std::string(key) + "` is missing");
    return value;
}

std::string MapReader::period(std::string_view key) {
    std::string value = text(key);
    if (value.empty()) return value;
    if (const auto period = calendar::parse_period(value, std::string(key)); !period)
        fault_at(key, period.error().reasons.empty() ? "not a period" : period.error().reasons.front().text);
    return value;
}

int MapReader::number(std::string_view key, int otherwise) {
    const std::string value = text(key);
    if (value.empty()) return otherwise;
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc{} && end == value.data() + value.size() && number >= 0) return number;
    fault_at(key, "`" + value + "` must be a whole number");
    return otherwise;
}

std::optional<bool> yes_or_no(const std::string& text) {
    if (text == "yes" || text == "true") return true;
    if (text == "no" || text == "false") return false;
    return std::nullopt;
}

bool MapReader::yes_no(std::string_view key, bool otherwise) {
    const std::string value = text(key);
    if (value.empty()) return otherwise;
    if (const auto answer = yes_or_no(value)) return *answer;
    fault_at(key, "`" + value + "` must be yes or no");
    return otherwise;
}

std::vector<std::string> MapReader::list(std::string_view key) {
    const YamlNode* node = take(key);
    std::vector<std::string> words;
    if (!node) return words;
    if (node->is_scalar()) {
        words.push_back(node->text);
    } else if (node->is_list()) {
        for (const YamlNode& item : node->items) {
            if (item.is_scalar()) {
                words.push_back(item.text);
            } else {
                loading_.error(item.line, child_path(key),
                               "every item of `" + std::string(key) + "` must be a word or text");
            }
        }
    } else {
        fault_at(key, "`" + std::string(key) + "` must be a word or a list of words");
    }
    return words;
}

std::vector<std::string> MapReader::ids(std::string_view key) {
    std::vector<std::string> values = list(key);
    for (const std::string& value : values)
        if (!is_id(value)) fault_at(key, "`" + value + "` is not an id: lower-case words joined by hyphens");
    return values;
}

std::optional<size_t> position_of_word(Loading& loading, const YamlNode& node, const std::string& path,
                                       std::string_view words) {
    const Noun& row = noun(words);
    std::string written = node.is_scalar() ? node.text : "";
    const auto find = [&](std::string_view word) { return std::find(row.words.begin(), row.words.end(), word); };
    if (find(written) == row.words.end())
        if (const auto answer = yes_or_no(written)) written = *answer ? "yes" : "no";
    const auto found = find(written);
    if (found == row.words.end()) {
        loading.error(node.line, path,
                      "`" + written + "` is not one of: " + in_words(row.words) +
                          did_you_mean(written, {row.words.begin(), row.words.end()}));
        return std::nullopt;
    }
    loading.use(words, *found);
    return static_cast<size_t>(found - row.words.begin());
}

std::optional<size_t> MapReader::word_position(std::string_view key, std::string_view words) {
    const YamlNode* node = take(key);
    return node ? position_of_word(loading_, *node, child_path(key), words) : std::nullopt;
}

std::string MapReader::word_text(std::string_view key, std::string_view words) {
    const auto position = word_position(key, words);
    return position ? std::string(noun(words).words[*position]) : "";
}

std::string MapReader::item_path(std::string_view key, const YamlNode& item, size_t index) const {
    const YamlNode* id = item.is_map() ? item.find("id") : nullptr;
    return child_path(key) + "/" + (id && id->is_scalar() ? id->text : std::to_string(index + 1));
}

}  // namespace hearken::procedure
