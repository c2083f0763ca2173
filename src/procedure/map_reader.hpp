// Reads one map of a definition by the keyword table, collecting every fault with its file, line and path.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "procedure/keywords.hpp"
#include "procedure/library.hpp"
#include "procedure/yaml_reader.hpp"

namespace hearken::procedure {

/// What the loading of one file shares.
struct Loading {
    std::string file;
    std::vector<Fault>* faults = nullptr;
    WordsUsed* used = nullptr;  ///< where the specimen's test looks; may be null
    std::string form;           ///< the form being read: `answer: field` alone means a field of it
    std::string group;          ///< the group being read, and its columns
    std::set<std::string> columns;

    void error(int line, const std::string& path, std::string text);
    void use(std::string_view noun_name, std::string_view word);
};

class MapReader {
  public:
    /// Faults unknown keywords at once. `nouns` are rows of language(). A node that is not a map reads as an empty one.
    MapReader(Loading& loading, const YamlNode& node, std::vector<std::string_view> nouns, std::string path);
    MapReader(const MapReader&) = delete;
    MapReader& operator=(const MapReader&) = delete;
    ~MapReader();

    bool has(std::string_view key) const;
    const YamlNode* take(std::string_view key);

    std::string text(std::string_view key);           ///< empty when absent
    std::string required_text(std::string_view key);  ///< a fault when absent or empty
    std::string id(std::string_view key);             ///< an id, or empty when absent
    std::string required_id(std::string_view key);
    std::string period(std::string_view key);
    int number(std::string_view key, int otherwise);
    bool yes_no(std::string_view key, bool otherwise);
    std::vector<std::string> list(std::string_view key);  ///< one or several words
    std::vector<std::string> ids(std::string_view key);   ///< one or several ids

    /// A word of a closed list; its position is the enumerator.
    template <class Enum>
    Enum word(std::string_view key, std::string_view words, Enum otherwise) {
        const auto position = word_position(key, words);
        return position ? static_cast<Enum>(*position) : otherwise;
    }
    std::string word_text(std::string_view key, std::string_view words);  ///< the word itself

    /// Calls read(node, path) for each item of a list (or for a single map written alone).
    template <class Read>
    void each(std::string_view key, Read read) {
        if (const YamlNode* node = take(key)) {
            if (node->is_list()) {
                for (size_t i = 0; i < node->items.size(); ++i) read(node->items[i], item_path(key, node->items[i], i));
            } else if (!node->is_scalar() || node->text != "") {
                read(*node, path_ + "/" + std::string(key));
            }
        }
    }
    /// Calls read(name, node, path) for each entry of a map whose keys are the author's own.
    template <class Read>
    void each_named(std::string_view key, Read read) {
        const YamlNode* node = take(key);
        if (!node || !must_be_map(*node, child_path(key))) return;
        for (size_t i = 0; i < node->keys.size(); ++i)
            read(node->keys[i].text, node->items[i], child_path(key) + "/" + node->keys[i].text);
    }

    void fault(std::string text) { loading_.error(node_.line, path_, std::move(text)); }
    void fault_at(std::string_view key, std::string text);
    const std::string& path() const { return path_; }
    std::string child_path(std::string_view key) const { return path_ + "/" + std::string(key); }
    int line() const { return node_.line; }

  private:
    std::optional<size_t> word_position(std::string_view key, std::string_view words);
    std::string item_path(std::string_view key, const YamlNode& item, size_t index) const;
    bool must_be_map(const YamlNode& node, const std::string& path);
    std::string_view noun_of(std::string_view key) const;

    Loading& loading_;
    const YamlNode& node_;
    std::vector<std::string_view> nouns_;
    std::string path_;
    std::set<std::string> taken_;
};

/// "yes", "no", "true", "false"; nothing for anything else.
std::optional<bool> yes_or_no(const std::string& text);
/// Whether the text of this noun's closed list, its position; a fault names what is allowed.
std::optional<size_t> position_of_word(Loading& loading, const YamlNode& node, const std::string& path,
                                       std::string_view words);

}  // namespace hearken::procedure
