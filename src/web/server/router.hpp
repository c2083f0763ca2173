// Which handler answers which address. Routes are data: the access matrix and the OpenAPI test read the same list.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "web/server/request.hpp"
#include "web/server/response.hpp"

namespace hearken::web {

/// The named parts of a path, decoded.
class Params {
  public:
    Params() = default;
    Params(std::initializer_list<NamedValue> values) : values_(values) {}
    void add(std::string name, std::string value) { values_.add(std::move(name), std::move(value)); }
    /// Asking for a name that the pattern does not have is our own mistake: throws std::logic_error.
    const std::string& operator[](std::string_view name) const;
    const Fields& values() const { return values_; }

  private:
    Fields values_;
};

using RouteHandler = std::function<Response(const Request&, const Params&)>;

struct Route {
    std::string method;   ///< GET POST PUT PATCH DELETE; HEAD follows from GET
    std::string pattern;  ///< "/cases/:case/tasks/:task"
    std::string name;     ///< unique: the action, as in the access matrix and the log ("case.task.show")
    RouteHandler handler;
    std::map<std::string, std::string> metadata;  ///< what else is declared of it ("audience", "scope", "summary" ...)
};

/// Built once at start, then only read: safe from many threads.
class Router {
  public:
    struct Found {
        const Route* route;
        Params params;
    };
    struct OtherMethods {
        std::vector<std::string> allowed;  ///< in the order of the Allow header
    };
    struct WithoutSlash {
        std::string raw_path;  ///< the same address without its trailing slash is one of ours
    };
    struct Nothing {};
    using Match = std::variant<Found, OtherMethods, WithoutSlash, Nothing>;
    using NotFoundHandler = std::function<Response(const Request&)>;
    using NotAllowedHandler = std::function<Response(const Request&, const std::vector<std::string>& allowed)>;

    /// Throws std::logic_error for a malformed pattern, a name already used, or a pattern that could match the same
    /// address as another of its method without one of the two being plainly the more particular
    /// ("/a/new" beside "/a/:id" is fine and the literal wins; "/a/:x/c" beside "/a/b/:y" is refused).
    Router& add(Route route);
    const std::vector<Route>& routes() const { return routes_; }
    const Route* named(std::string_view name) const;

    /// Methods are never overridden by a header or a field.
    Match match(const Request& request) const;
    /// Runs the handler found, or answers 404, 405 with Allow, or 308 to the address without its slash (reads only).
    Response dispatch(const Request& request) const;

    Router& on_not_found(NotFoundHandler handler);
    Router& on_not_allowed(NotAllowedHandler handler);

  private:
    std::vector<Route> routes_;
    /// By number of segments; the more literal segments, the earlier, so that the first match is the right one.
    std::map<size_t, std::vector<std::pair<std::vector<std::string>, size_t>>> by_length_;
    NotFoundHandler not_found_;
    NotAllowedHandler not_allowed_;
};

/// "/cases/:case" with {"case", "a b"} is "/cases/a%20b". Throws std::logic_error where a parameter is missing.
std::string path_for(const Route& route, const Params& params);

}  // namespace hearken::web
