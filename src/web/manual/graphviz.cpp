#include "web/manual/graphviz.hpp"

#include <stdexcept>

#include "documents/run_program.hpp"

namespace hearken::web {

std::string draw_svg(const std::string& source, std::chrono::milliseconds limit, const std::string& program) {
    std::string drawn;
    try {
        drawn = documents::run_program({{program, "-Tsvg"}, {}, limit}, source);
    } catch (const std::runtime_error& failure) {
        throw std::runtime_error(std::string("the diagram could not be drawn: ") + failure.what() + ". Is Debian's package graphviz installed?");
    }
    if (drawn.find("<svg") == std::string::npos) throw std::runtime_error("the diagram could not be drawn: Graphviz did not accept it");
    return clean_svg(drawn);
}

std::shared_ptr<const std::string> Drawings::find_or_draw(const std::string& key, const std::function<std::string()>& source) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = drawn_.find(key); found != drawn_.end()) return found->second;
    }
    // Drawn outside the lock: two readers may draw the same once, and nobody waits behind another's drawing.
    auto drawn = std::make_shared<const std::string>(draw_svg(source()));
    const std::lock_guard lock(mutex_);
    return drawn_.emplace(key, std::move(drawn)).first->second;
}

}  // namespace hearken::web
