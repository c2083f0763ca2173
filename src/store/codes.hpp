// From a stored code back to the enumerator that people's code_of writes it for. Only .cpp files include it.
#pragma once
#include <string>

#include "store/failure.hpp"

namespace hearken::store {

/// `last` is the enumerator with the highest value: enumerators are 0, 1, 2 … up to it.
template <class Enumerator>
Enumerator enumerator_of(const std::string& code, Enumerator last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (code_of(static_cast<Enumerator>(i)) == code) return static_cast<Enumerator>(i);
    throw DatabaseDamaged("a code in the database is not one this program knows");
}

}  // namespace hearken::store
