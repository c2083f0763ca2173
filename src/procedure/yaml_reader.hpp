// YAML text into a plain tree with line numbers. Refuses what yaml-cpp would accept in silence: duplicate keys,
// anchors, aliases, tags, several documents, and input built to exhaust memory.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "procedure/library.hpp"

namespace hearken::procedure {

struct YamlNode {
    enum class Kind { Null, Scalar, List, Map } kind = Kind::Null;
    std::string text;             ///< of a scalar
    std::vector<YamlNode> items;  ///< of a list; of a map: the values, beside `keys`
    struct Key {
        std::string text;
        int line = 0;
    };
    std::vector<Key> keys;
    int line = 0;

    const YamlNode* find(const std::string& key) const;
    bool is_scalar() const { return kind == Kind::Scalar; }
    bool is_list() const { return kind == Kind::List; }
    bool is_map() const { return kind == Kind::Map; }
};

/// Nothing when the text is not YAML we accept; the faults say why. Duplicate keys are faults, and the first is kept,
/// so that the rest of the file can still be checked.
std::optional<YamlNode> read_yaml(const std::string& file, const std::string& text, std::vector<Fault>& faults);

}  // namespace hearken::procedure
