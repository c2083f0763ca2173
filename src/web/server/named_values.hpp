// Names with values, in the order they were sent, where a name may come several times: query, form fields, headers.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearken::web {

bool same_ignoring_case(std::string_view one, std::string_view other);

struct NamedValue {
    std::string name;
    std::string value;
    bool operator==(const NamedValue&) const = default;
};

/// How names are compared is the only difference between Fields and Headers.
template <bool (*SameName)(std::string_view, std::string_view)>
class NamedValues {
  public:
    NamedValues() = default;
    NamedValues(std::initializer_list<NamedValue> entries) : entries_(entries) {}

    void add(std::string name, std::string value) { entries_.push_back({std::move(name), std::move(value)}); }
    /// Replaces every value of the name.
    void set(std::string name, std::string value) {
        remove(name);
        add(std::move(name), std::move(value));
    }
    void remove(std::string_view name) {
        std::erase_if(entries_, [&](const NamedValue& entry) { return SameName(entry.name, name); });
    }

    /// The first value, or null.
    const std::string* find(std::string_view name) const {
        for (const auto& entry : entries_)
            if (SameName(entry.name, name)) return &entry.value;
        return nullptr;
    }
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The first value, or the fallback. The view lives as long as this object (or the fallback).
    std::string_view get(std::string_view name, std::string_view fallback = {}) const {
        const auto* value = find(name);
        return value ? std::string_view(*value) : fallback;
    }
    std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> values;
        for (const auto& entry : entries_)
            if (SameName(entry.name, name)) values.push_back(entry.value);
        return values;
    }

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    size_t size() const { return entries_.size(); }
    bool empty() const { return entries_.empty(); }
    bool operator==(const NamedValues&) const = default;

  private:
    std::vector<NamedValue> entries_;
};

inline bool same_name(std::string_view one, std::string_view other) { return one == other; }

using Fields = NamedValues<same_name>;
using Headers = NamedValues<same_ignoring_case>;

}  // namespace hearken::web
