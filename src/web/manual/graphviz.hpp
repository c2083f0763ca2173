// Drawing a diagram with Graphviz: its `dot` program, without a shell, for a limited time, and only drawing marks kept.
#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace hearken::web {

/// The SVG that `dot` draws of `source`, cleaned. Throws std::runtime_error when dot is not installed, refuses the
/// source or does not finish in time. `program` is found on the PATH.
std::string draw_svg(const std::string& source, std::chrono::milliseconds limit = std::chrono::seconds(10), const std::string& program = "dot");

/// Only the marks of a drawing: shapes, text and how they look. Scripts, links, pictures, styles, comments and every
/// attribute not known to be harmless are dropped, so that the page's content security policy has nothing to refuse.
std::string clean_svg(std::string_view svg);

/// Drawings that have been made, by key (a definition and its version, which never changes).
class Drawings {
  public:
    /// Drawn once; a drawing that fails is tried again the next time.
    std::shared_ptr<const std::string> find_or_draw(const std::string& key, const std::function<std::string()>& source);

  private:
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const std::string>> drawn_;
};

}  // namespace hearken::web
