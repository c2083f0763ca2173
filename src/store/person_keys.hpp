// The three kinds of key in person_key, told apart by their first letters.
#pragma once
#include <string>

namespace hearken::store {

inline std::string word_key(const std::string& word) { return "w:" + word; }    ///< of a name, as people::name_index
inline std::string sound_key(const std::string& sound) { return "s:" + sound; }
inline std::string match_key(const std::string& key) { return "m:" + key; }     ///< as people::match_keys

}  // namespace hearken::store
