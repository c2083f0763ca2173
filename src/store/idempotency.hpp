// Idempotency keys: the answer first given to a request is given again when it is repeated.
#pragma once
#include <optional>
#include <string>

#include "core/id.hpp"
#include "core/instant.hpp"
#include "store/database.hpp"

namespace hearken::store {

struct IdempotentAnswer {
    std::string request_digest;  ///< another request under the same key is refused by the caller
    int status = 0;
    std::string response;
    Instant created_at;
};

std::optional<IdempotentAnswer> find_idempotent_answer(Reading& reading, const UserId& user, const std::string& key);
/// Written in the transaction of the change itself; false when the key was taken meanwhile (the caller rolls back and
/// gives the answer that is there).
bool keep_idempotent_answer(Transaction& transaction, const UserId& user, const std::string& key, const IdempotentAnswer& answer);
int remove_idempotent_answers(Transaction& transaction, Instant before);

}  // namespace hearken::store
