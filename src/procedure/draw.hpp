// A definition as a diagram (Graphviz DOT text, which the caller runs through `dot -Tsvg`) and the same as an outline
// in words, for readers who cannot see the diagram.
#pragma once
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// Stages as nodes with their tasks, clocks and gates; strands as clusters; what may be done at any time in a node
/// apart.
std::string draw(const Definition& definition);

/// The same in words: indented lines, two spaces a level.
std::string outline(const Definition& definition);

}  // namespace hearken::procedure
