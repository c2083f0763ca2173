// Cutting a page out of the rows a query gave. Only .cpp files of this module include it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "store/paging.hpp"
#include "store/sql.hpp"

namespace hearken::store {

/// `rows` are those of a query asked for one more than the page holds. `make(row)` makes an item; `cursor(item)` is
/// where the next page begins.
template <class Make, class Cursor>
auto page_of(const std::vector<Row>& rows, const Page& page, Make make, Cursor cursor) {
    Paged<decltype(make(rows[0]))> cut;
    for (const Row& row : rows) {
        if (cut.items.size() == static_cast<size_t>(page.size)) {
            cut.next = cursor(cut.items.back());
            break;
        }
        cut.items.push_back(make(row));
    }
    return cut;
}

/// Parts of a cursor, "~" between. Those of a cursor that somebody made up are empty, never an error.
std::vector<std::string> cursor_parts(const std::string& cursor, size_t count);

/// The number a cursor holds, or `otherwise`.
long cursor_number(const std::string& cursor, long otherwise);

}  // namespace hearken::store
