#include "web/server/router.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "web/server/respond.hpp"

namespace hearken::web {
namespace {

using Pattern = std::vector<std::string>;

constexpr std::array<std::string_view, 5> kMethods = {"GET", "POST", "PUT", "PATCH", "DELETE"};

bool is_parameter(std::string_view segment) { return segment.starts_with(':'); }

Pattern split(const std::string& pattern) {
    if (!pattern.starts_with('/')) throw std::logic_error("a route pattern begins with '/': " + pattern);
    Pattern segments;
    std::set<std::string> names;
    std::string_view rest = std::string_view(pattern).substr(1);
    while (!rest.empty()) {
        const bool ends_in_slash = rest.find('/') == rest.size() - 1;
        std::string segment(next_part(rest, '/'));
        const bool is_named = !is_parameter(segment) || (segment.size() > 1 && names.insert(segment).second);
        if (segment.empty() || ends_in_slash || !is_named)
            throw std::logic_error("a route pattern has an empty or repeated part: " + pattern);
        segments.push_back(std::move(segment));
    }
    return segments;
}

/// Both could match one address, and neither is the more particular in every place where they differ.
bool is_ambiguous(const Pattern& one, const Pattern& other) {
    bool one_more_particular = false, other_more_particular = false;
    for (size_t i = 0; i < one.size(); ++i) {
        const bool p = is_parameter(one[i]), q = is_parameter(other[i]);
        if (!p && !q && one[i] != other[i]) return false;
        if (!p && q) one_more_particular = true;
        if (p && !q) other_more_particular = true;
    }
    return one_more_particular == other_more_particular;
}

bool fits(const Pattern& pattern, const std::vector<std::string>& segments, size_t length) {
    for (size_t i = 0; i < length; ++i) {
        if (is_parameter(pattern[i]) ? segments[i].empty() : pattern[i] != segments[i]) return false;
    }
    return true;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

const std::string& Params::operator[](std::string_view name) const {
    const auto* value = values_.find(name);
    if (!value) throw std::logic_error("the route has no parameter named " + std::string(name));
    return *value;
}

Router& Router::add(Route route) {
    if (std::find(kMethods.begin(), kMethods.end(), route.method) == kMethods.end())
        throw std::logic_error("a route cannot be declared for the method " + route.method);
    if (route.name.empty() || !route.handler)
        throw std::logic_error("a route needs a name and a handler: " + route.pattern);
    if (named(route.name)) throw std::logic_error("two routes are named " + route.name);
    const auto pattern = split(route.pattern);
    auto& same_length = by_length_[pattern.size()];
    for (const auto& [other, index] : same_length)
        if (routes_[index].method == route.method && is_ambiguous(pattern, other))
            throw std::logic_error("routes " + routes_[index].name + " and " + route.name +
                                   " match the same addresses");
    const auto parameters = [](const Pattern& p) { return std::count_if(p.begin(), p.end(), is_parameter); };
    const auto place = std::upper_bound(same_length.begin(), same_length.end(), parameters(pattern),
                                        [&](auto count, const auto& entry) { return count < parameters(entry.first); });
    same_length.insert(place, {pattern, routes_.size()});
    routes_.push_back(std::move(route));
    return *this;
}

const Route* Router::named(std::string_view name) const {
    const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& r) { return r.name == name; });
    return found == routes_.end() ? nullptr : &*found;
}

Router::Match Router::match(const Request& request) const {
    const auto& segments = request.segments;
    const bool trailing_slash = !segments.empty() && segments.back().empty();
    const size_t length = segments.size() - (trailing_slash ? 1 : 0);
    const auto same_length = by_length_.find(length);
    if (same_length == by_length_.end()) return Nothing{};

    const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    std::set<std::string_view> others;
    for (const auto& [pattern, index] : same_length->second) {
        if (!fits(pattern, segments, length)) continue;
        const auto& route = routes_[index];
        if (route.method != method) {
            others.insert(route.method);
            continue;
        }
        if (trailing_slash) {
            if (!request.is_read()) return Nothing{};
            return WithoutSlash{request.raw_path.substr(0, request.raw_path.size() - 1)};
        }
        Found found{&route, {}};
        for (size_t i = 0; i < length; ++i)
            if (is_parameter(pattern[i])) found.params.add(pattern[i].substr(1), segments[i]);
        return found;
    }
    if (others.empty() || trailing_slash) return Nothing{};
    OtherMethods allowed;
    for (const auto known : kMethods) {
        if (!others.contains(known)) continue;
        allowed.allowed.emplace_back(known);
        if (known == "GET") allowed.allowed.emplace_back("HEAD");
    }
    return allowed;
}

Response Router::dispatch(const Request& request) const {
    const auto match = this->match(request);
    if (const auto* found = std::get_if<Found>(&match)) {
        auto response = found->route->handler(request, found->params);
        response.route = found->route->name;
        return response;
    }
    if (const auto* other = std::get_if<OtherMethods>(&match)) {
        auto response = not_allowed_ ? not_allowed_(request, other->allowed)
                                     : plain_error(&request, {405, sentence_for(405)}, request.id);
        response.headers.set("Allow", joined(other->allowed));
        response.route = "not-allowed";
        return response;
    }
    if (const auto* without = std::get_if<WithoutSlash>(&match)) {
        Response response;
        response.status = 308;
        response.headers.add("Location",
                             without->raw_path + (request.raw_query.empty() ? "" : "?" + request.raw_query));
        response.route = "without-slash";
        return response;
    }
    auto response = not_found_ ? not_found_(request) : plain_error(&request, {404, sentence_for(404)}, request.id);
    response.route = "not-found";
    return response;
}

Router& Router::on_not_found(NotFoundHandler handler) {
    not_found_ = std::move(handler);
    return *this;
}
Router& Router::on_not_allowed(NotAllowedHandler handler) {
    not_allowed_ = std::move(handler);
    return *this;
}

std::string path_for(const Route& route, const Params& params) {
    const auto pattern = split(route.pattern);
    if (pattern.empty()) return "/";
    std::string path;
    for (const auto& segment : pattern)
        path += '/' + (is_parameter(segment) ? percent_encoded(params[segment.substr(1)]) : segment);
    return path;
}

}  // namespace hearken::web
