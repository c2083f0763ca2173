// What is thrown when the database fails us. Expected outcomes (not found, changed by somebody else) are values instead.
#pragma once
#include <stdexcept>
#include <string>

namespace hearken::store {

/// The world failed. Caught once at the edge: request, job, command. The message never holds personal data: it is
/// the database's own words without bound values.
class DatabaseFailure : public std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The database cannot be reached, is full, read-only or closed the connection. A system administrator must act.
class DatabaseUnavailable : public DatabaseFailure {
    using DatabaseFailure::DatabaseFailure;
};
/// The file or a page of it is not what it should be: restore from a copy.
class DatabaseDamaged : public DatabaseFailure {
    using DatabaseFailure::DatabaseFailure;
};
/// Two transactions stood in each other's way; Database::write tries again by itself.
class Contention : public DatabaseFailure {
    using DatabaseFailure::DatabaseFailure;
};
/// A row with that key is there already. Repositories turn it into a Conflict where it can be expected.
class AlreadyThere : public DatabaseFailure {
    using DatabaseFailure::DatabaseFailure;
};
/// A row names another that does not exist.
class NothingToReferTo : public DatabaseFailure {
    using DatabaseFailure::DatabaseFailure;
};

}  // namespace hearken::store
