// The one door by which a string made at run time becomes markup: for output of a program we trust (a diagram drawn
// by Graphviz, guidance rendered from the procedures folder), never for anything a person typed. Each use is reviewed.
#pragma once
#include "web/html/html.hpp"

namespace hearken::web {

Html trust(std::string markup);

}  // namespace hearken::web
