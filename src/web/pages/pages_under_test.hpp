// For tests of pages: a small partnership in a temporary database, the whole pipeline, and a browser without a socket.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "web/pages/site.hpp"

namespace hearken::web {

/// procedures/ of this source tree, loaded once for a test program.
const procedure::Library& library_of_this_tree();

/// A temporary SQLite database, removed again, with a clock that stands still at 10am on Monday 2 March 2026.
class PartnershipUnderTest {
public:
    explicit PartnershipUnderTest(bool demonstration = false);
    ~PartnershipUnderTest();

    OrganisationId add_organisation(const std::string& kind, const std::string& name);
    /// Signs in as `sign_in_name` with kPassword; without a second factor.
    UserId add_user(const std::string& sign_in_name, const std::string& name);
    RoleHeldId give_role(const UserId& user, const std::string& role, const OrganisationId& organisation);

    static constexpr char kPassword[] = "correct horse battery";
    TestClock clock;
    std::filesystem::path folder;
    std::unique_ptr<store::Database> database;
    IdSource ids;
    std::unique_ptr<store::AuditWriter> audit;
    std::unique_ptr<casework::World> world;
    AssetStore assets;
    std::unique_ptr<Site> site;
    Router router;
};

/// Keeps cookies, and sends a form with the hidden fields of the page it was on.
class BrowserUnderTest {
public:
    explicit BrowserUnderTest(Router& router, std::string address = "192.0.2.1") : router_(router), address_(std::move(address)) {}

    Response get(const std::string& target);
    /// Fields by the name and value given; the request token and the form's mark as the last page had them.
    Response post(const std::string& target, Fields fields);
    Response send(Request request);
    /// Follows redirects to the page at their end.
    Response follow(Response response);
    Response sign_in(const std::string& name, const std::string& password = PartnershipUnderTest::kPassword);

    std::string page;     ///< the last page's markup
    Fields cookies;

private:
    Router& router_;
    std::string address_;
};

/// The value of the first hidden field of this name; empty when there is none.
std::string hidden_value(const std::string& page, const std::string& name);

}  // namespace hearken::web
