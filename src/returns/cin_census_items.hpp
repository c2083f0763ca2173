// What a Children in Need census return is made of: which elements hold what, and the codes of each. From the
// Department for Education's specification of the return (collections 2022-23 to 2025-26, and the draft of 2026-27).
#pragma once
#include <string_view>

namespace hearken::returns {

enum class ItemKind { Unknown, Text, Date, Code, YesNo, Number };

/// The kind of a value that may stand in a group; Unknown for one that does not belong there.
ItemKind kind_of_item(std::string_view group, std::string_view item);
/// Whether it may stand there more than once.
bool item_repeats(std::string_view group, std::string_view item);
bool group_belongs(std::string_view parent, std::string_view group);
bool group_repeats(std::string_view parent, std::string_view group);
/// What the group is called in words, "section 47 enquiry"; the element's own name where there is none.
std::string_view words_for_group(std::string_view group);
/// What the item is called in words, "Closed".
std::string_view words_for_item(std::string_view item);

/// Whether the code means something; what it means.
std::string_view code_meaning(std::string_view item, std::string_view code);

}  // namespace hearken::returns
