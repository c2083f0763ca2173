// Binding the values of a Condition. Only .cpp files of this module include it.
#pragma once
#include "store/sql.hpp"
#include "store/visible.hpp"

namespace hearken::store {

inline void bind(Sql& sql, const Condition& condition) {
    for (const auto& [name, value] : condition.values) sql.with(name, value);
}

}  // namespace hearken::store
