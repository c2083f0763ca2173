// One connection to a database. Only .cpp files of this module include it: SOCI is a slow header.
#pragma once
// Debian's SOCI is configured for Boost types, which nothing here uses; without this its headers would need Boost.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME
#include <soci/soci.h>

#include <string>

#include "store/database.hpp"

namespace hearken::store {

class Connection {
public:
    /// `address` as the backend takes it: a file path, or a PostgreSQL URI. `writing` false: the connection refuses changes.
    Connection(Backend backend, const std::string& address, bool writing);

    Backend backend() const { return backend_; }
    soci::session& session() { return session_; }
    /// One statement without values or results.
    void run(const std::string& sql);
    /// Could not be used again: the pool throws it away.
    bool broken() const { return broken_; }
    void mark_broken() { broken_ = true; }

private:
    Backend backend_;
    soci::session session_;
    bool broken_ = false;
};

/// Rethrows what SOCI threw as one of store/failure.hpp: the only place that knows error numbers. `connection` is
/// marked broken where it is. Called inside a catch block.
[[noreturn]] void rethrow_translated(Connection* connection);

}  // namespace hearken::store
