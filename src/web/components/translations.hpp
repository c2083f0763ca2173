// Words that the components' scripts show, passed to them in data-i18n attributes.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "web/html/html.hpp"

namespace hearken::web {

/// Plural rule ("one", "other") to message, in order.
using Plurals = std::vector<std::pair<std::string, std::string>>;

inline void add_translation(Attributes& attributes, const std::string& key, const std::string& message) {
    if (!message.empty()) attributes.with("data-i18n." + key, message);
}

inline void add_translation(Attributes& attributes, const std::string& key, const Plurals& messages) {
    for (const auto& [rule, message] : messages) attributes.with("data-i18n." + key + "." + rule, message);
}

}  // namespace hearken::web
