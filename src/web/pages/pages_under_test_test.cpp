#include "web/pages/pages_under_test.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "auth/password.hpp"
#include "store/credentials.hpp"
#include "store/migrate.hpp"
#include "store/organisations.hpp"
#include "store/roles_held.hpp"
#include "store/settings.hpp"
#include "store/users.hpp"

namespace hearken::web {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

fs::path new_folder() {
    std::string name = (fs::temp_directory_path() / "hearken-pages-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    return name;
}

constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{10}};

std::string unescaped(std::string text) {
    for (const auto& [from, to] : {std::pair{"&#39;", "'"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at) text.replace(at, std::string_view(from).size(), to);
    return text;
}

}  // namespace

const procedure::Library& library_of_this_tree() {
    static const procedure::Library library = [] {
        procedure::SourceFiles files;
        const fs::path folder = fs::path(HEARKEN_SOURCE_DIR) / "procedures";
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) files.emplace(fs::relative(entry.path(), folder).generic_string(), text_of(entry.path()));
        auto loaded = procedure::Library::load(files);
        for (const auto& fault : loaded.faults)
            if (fault.severity == procedure::Fault::Severity::Error) throw std::runtime_error(fault.file + ": " + fault.text);
        return std::move(loaded.library);
    }();
    return library;
}

PartnershipUnderTest::PartnershipUnderTest(bool demonstration) : clock(kStart), folder(new_folder()), ids(clock, 7) {
    database = store::Database::open("sqlite://" + (folder / "test.sqlite").string());
    store::migrate(*database, clock.now());
    if (demonstration) database->write([](store::Transaction& transaction) { store::set_installation_value(transaction, "demonstration", "yes"); });
    audit = std::make_unique<store::AuditWriter>(*database);
    world = std::make_unique<casework::World>(*database, library_of_this_tree(), clock, ids, *audit, demonstration);
    casework::SignInSettings settings;
    settings.cost = auth::HashCost::Minimum;
    site.reset(new Site{.world = *world, .assets = assets, .sign_in = settings, .version = "test"});
    add_session_pages(router, *site);
    add_admin_pages(router, *site);
    add_error_pages(router, *site);
}

PartnershipUnderTest::~PartnershipUnderTest() {
    site.reset();
    world.reset();
    audit.reset();
    database.reset();
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

OrganisationId PartnershipUnderTest::add_organisation(const std::string& kind, const std::string& name) {
    store::Organisation organisation;
    organisation.id = ids.next<OrganisationId>();
    organisation.kind = kind;
    organisation.name = name;
    database->write([&](store::Transaction& transaction) { return store::add_organisation(transaction, organisation).has_value(); });
    return organisation.id;
}

UserId PartnershipUnderTest::add_user(const std::string& sign_in_name, const std::string& name) {
    store::UserAccount user;
    user.id = ids.next<UserId>();
    user.sign_in_name = sign_in_name;
    user.display_name = name;
    user.created_at = clock.now();
    const auto hash = auth::hash_password(kPassword, auth::HashCost::Minimum);
    database->write([&](store::Transaction& transaction) {
        const bool added = store::add_user(transaction, user).has_value();
        store::set_password(transaction, user.id, hash, clock.now());
        return added;
    });
    return user.id;
}

RoleHeldId PartnershipUnderTest::give_role(const UserId& user, const std::string& role, const OrganisationId& organisation) {
    const auto id = ids.next<RoleHeldId>();
    database->write([&](store::Transaction& transaction) {
        store::add_role_held(transaction, {id, user, role, organisation, {}, std::chrono::year{2025} / 9 / 1, std::nullopt, {}, user, 1});
    });
    return id;
}

std::string hidden_value(const std::string& page, const std::string& name) {
    const auto at = page.find("name=\"" + name + "\"");
    if (at == std::string::npos) return {};
    const auto from = page.find("value=\"", at);
    if (from == std::string::npos) return {};
    const auto begin = from + 7;
    return unescaped(page.substr(begin, page.find('"', begin) - begin));
}

Response BrowserUnderTest::send(Request request) {
    request.cookies = cookies;
    request.remote_address = address_;
    request.headers.set("Host", "localhost");
    auto response = router_.dispatch(request);
    for (const auto& header : response.headers.all("Set-Cookie")) {
        const auto pair = header.substr(0, header.find(';'));
        const auto equals = pair.find('=');
        const bool forgotten = header.find("Max-Age=0") != std::string::npos;
        cookies.remove(pair.substr(0, equals));
        if (!forgotten) cookies.add(pair.substr(0, equals), pair.substr(equals + 1));
    }
    if (response.headers.get("Content-Type").starts_with("text/html")) page = response.content();
    return response;
}

Response BrowserUnderTest::get(const std::string& target) { return send(get_request(target)); }

Response BrowserUnderTest::post(const std::string& target, Fields fields) {
    for (const char* ours : {"_csrf", "_form"})
        if (const auto value = hidden_value(page, ours); !value.empty() && !fields.has(ours)) fields.add(ours, value);
    return send(post_request(target, std::move(fields)));
}

Response BrowserUnderTest::follow(Response response) {
    for (int hops = 0; response.status == 303 && hops < 5; ++hops) response = get(std::string(response.headers.get("Location")));
    return response;
}

Response BrowserUnderTest::sign_in(const std::string& name, const std::string& password) {
    get("/sign-in");
    return post("/sign-in", {{"sign-in-name", name}, {"password", password}});
}

}  // namespace hearken::web
