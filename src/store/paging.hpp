// A page of a list, found by where the one before ended: as quick at the end of five million rows as at the start.
#pragma once
#include <string>
#include <vector>

namespace hearken::store {

struct Page {
    int size = 50;
    std::string after;  ///< `next` of the page before; empty for the first
};

template <class T>
struct Paged {
    std::vector<T> items;
    std::string next;  ///< empty when there is no more; otherwise opaque, safe in a URL (holds no personal data)
};

/// A count that stops counting: exact up to `limit`, then "more than".
struct Count {
    long number = 0;
    bool more = false;
};

}  // namespace hearken::store
