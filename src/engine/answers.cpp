#include "engine/answers.hpp"

#include <algorithm>

namespace hearken::engine {

namespace {

bool has_visible_character(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

}  // namespace

bool Answer::blank() const {
    if (kind != Kind::Given) return false;
    return rows.empty() && std::none_of(values.begin(), values.end(), has_visible_character);
}

const std::string& Answer::first() const {
    static const std::string kNone;
    return values.empty() ? kNone : values.front();
}

}  // namespace hearken::engine
