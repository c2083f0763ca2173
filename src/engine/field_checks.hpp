// Whether what was given is of the kind that the field asks for.
#pragma once
#include "engine/scene.hpp"

namespace hearken::engine {

/// Text the record cannot hold: control characters, bytes that are not UTF-8, more than the house limit.
/// Code "unreadable" or "too-long".
std::vector<Reason> check_text(const std::string& text, int max_length, const std::string& name, const std::string& field);

/// Every fault of the values of one given answer (not of rows). `path` names the field in reasons.
std::vector<Reason> check_values(const Field& field, const Answer& answer, const std::string& path, const Surroundings& world);

/// The options of a field: its own, or those of its code list.
const std::vector<procedure::Option>& options_of(const Field& field, const Surroundings& world);

/// "Enter the child's own words, or choose “Not obtained” and say why.": what to do about a required field.
std::string ask_for(const Field& field);

int longest(const Field& field);
/// What a person knows the field by, inside a sentence.
std::string name_in_sentence(const Field& field);

inline constexpr int kLongText = 20'000, kShortText = 500, kMostValues = 200;

}  // namespace hearken::engine
