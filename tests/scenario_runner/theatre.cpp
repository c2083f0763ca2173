#include "scenario_runner/theatre.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/background.hpp"
#include "casework/public_actor.hpp"
#include "people/person.hpp"
#include "store/addresses.hpp"
#include "store/migrate.hpp"
#include "store/organisations.hpp"
#include "store/persons.hpp"
#include "store/registrations.hpp"
#include "store/roles_held.hpp"
#include "store/teams.hpp"
#include "store/users.hpp"

namespace hearken::scenario {

namespace {

constexpr uint64_t kSeed = 20261122;

procedure::SourceFiles files_under(const std::filesystem::path& folder) {
    procedure::SourceFiles files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        files[std::filesystem::relative(entry.path(), folder).generic_string()] = text.str();
    }
    return files;
}

procedure::Library::Loaded checked(procedure::Library::Loaded loaded) {
    for (const auto& fault : loaded.faults)
        if (fault.severity == procedure::Fault::Severity::Error) throw WrongStory(fault.file + ":" + std::to_string(fault.line) + ": " + fault.path + ": " + fault.text);
    return loaded;
}

/// The partnership's manual, with the procedures that a story brings with it.
std::unique_ptr<procedure::Library::Loaded> procedures_with(const YAML::Node& texts) {
    auto files = files_under(std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures");
    for (const auto& one : texts) files["story/" + std::to_string(files.size()) + ".yaml"] = one.as<std::string>();
    return std::make_unique<procedure::Library::Loaded>(checked(procedure::Library::load(files)));
}

people::Name name_from(const std::string& text) {
    people::Name name;
    const size_t space = text.rfind(' ');
    name.given = space == std::string::npos ? text : text.substr(0, space);
    name.surname = space == std::string::npos ? "" : text.substr(space + 1);
    return name;
}

}  // namespace

const procedure::Library& procedures() {
    static const auto loaded = checked(procedure::Library::load(files_under(std::filesystem::path(HEARKEN_SOURCE_DIR) / "procedures")));
    return loaded.library;
}

Theatre::Theatre(const std::string& database, Instant at, const YAML::Node& given)
    : database_(store::Database::open(database, {2, 2})), clock_(at), ids_(clock_, kSeed), answers_(given["answers"]) {
    store::migrate(*database_, at);
    audit_ = std::make_unique<store::AuditWriter>(*database_);
    if (given["procedures"]) own_procedures_ = procedures_with(given["procedures"]);
    world_ = std::make_unique<casework::World>(*database_, own_procedures_ ? own_procedures_->library : procedures(), clock_, ids_, *audit_, true);
    public_ = casework::public_actor(*world_);
    for (const auto& one : given["organisations"]) add_organisation(one.first.as<std::string>(), one.second);
    for (const auto& one : given["people"]) add_person(one.first.as<std::string>(), one.second);
    for (const auto& one : given["users"]) add_user(one.first.as<std::string>(), one.second);
}

void Theatre::add_organisation(const std::string& name, const YAML::Node& about) {
    store::Organisation organisation;
    organisation.id = ids_.next<OrganisationId>();
    organisation.kind = about["kind"].as<std::string>();
    organisation.name = about["name"].as<std::string>(name);
    organisation.area = about["area"].as<std::string>("fenmere");
    organisation.invented = true;
    database_->write([&](store::Transaction& transaction) { return store::add_organisation(transaction, organisation); }).value();
    organisations_[name] = organisation.id;
    if (organisation.kind == "school" && first_school_.empty()) first_school_ = organisation.id;
}

void Theatre::add_person(const std::string& name, const YAML::Node& about) {
    const auto today = calendar::local_date_of(clock_.now());
    people::PersonDetails details;
    const std::string kind = about["kind"].as<std::string>("child");
    details.kind = kind == "adult" ? people::PersonKind::Adult : kind == "unborn" ? people::PersonKind::Unborn : people::PersonKind::Child;
    details.names.push_back(name_from(about["name"].as<std::string>()));
    if (about["born"]) details.birth = people::Birth::exact(calendar::parse_date(about["born"].as<std::string>()).value());
    if (about["due"]) details.birth = people::Birth::expected(calendar::parse_date(about["due"].as<std::string>()).value());
    const auto person = people::Person::make(ids_.next<PersonId>(), details, today);
    if (!person) throw WrongStory(name + ": " + person.error().reasons.front().text);
    people::Registration registration;
    registration.person = person->id();
    registration.organisation = first_school_;
    registration.kind = details.kind == people::PersonKind::Child ? people::RegistrationKind::OnRoll : people::RegistrationKind::KnownTo;
    registration.period.from = calendar::plus_days(today, -365);
    database_->write([&](store::Transaction& transaction) {
        const store::ChangedBy by{{}, first_school_, clock_.now(), "cast"};
        store::add_person(transaction, *person, {}, by);
        store::keep_registration(transaction, registration, by);
        registration.kind = people::RegistrationKind::KnownTo;
        for (const auto& agency : about["known-at"]) {
            registration.organisation = organisation(agency.as<std::string>());
            store::keep_registration(transaction, registration, by);
        }
    });
    people_[name] = person->id();
    said_names_[name] = about["name"].as<std::string>();
    if (about["hidden-at"]) add_hidden_address(person->id(), about["hidden-at"]);
}

/// A protected address: nobody but those whom it names may be told of it, organisations by their names in the file.
void Theatre::add_hidden_address(const PersonId& person, const YAML::Node& about) {
    people::AddressText text;
    for (const auto& line : about["lines"]) text.lines.push_back(line.as<std::string>());
    text.postcode = about["postcode"].as<std::string>("");
    people::Protection protection;
    protection.kind = people::ProtectionKind::Refuge;
    protection.reason = "A refuge";
    for (const auto& one : about["told-to"]) protection.organisations_who_may_see.push_back(organisation(one.as<std::string>()));
    const auto address = people::Address::make(ids_.next<AddressId>(), text, protection);
    if (!address) throw WrongStory("hidden-at: " + address.error().reasons.front().text);
    database_->write([&](store::Transaction& transaction) {
        store::add_address(transaction, *address);
        store::add_person_address(transaction, {person, address->id(), people::AddressUse::Temporary, {}}, {{}, first_school_, clock_.now(), "cast"});
    });
}

TeamId Theatre::team(const OrganisationId& of, const std::string& name) {
    auto& id = teams_[{of, name}];
    if (!id.empty()) return id;
    id = ids_.next<TeamId>();
    database_->write([&](store::Transaction& transaction) { store::add_team(transaction, {id, of, name, "", 1}); });
    return id;
}

void Theatre::add_user(const std::string& name, const YAML::Node& about) {
    store::UserAccount account;
    account.id = ids_.next<UserId>();
    account.sign_in_name = name;
    account.display_name = name;
    account.display_name.front() = static_cast<char>(std::toupper(account.display_name.front()));
    account.created_at = clock_.now();
    store::RoleHeld held;
    held.id = ids_.next<RoleHeldId>();
    held.user = account.id;
    held.role = about["role"].as<std::string>();
    held.organisation = organisation(about["at"].as<std::string>());
    held.held_from = calendar::plus_days(calendar::local_date_of(clock_.now()), -30);
    if (about["team"]) held.team = team(held.organisation, about["team"].as<std::string>());
    users_[name] = database_->write([&](store::Transaction& transaction) {
        store::add_user(transaction, account).value();
        store::add_role_held(transaction, held);
        return casework::actor_in(*world_, transaction, held);
    });
}

void Theatre::move_clock(Instant to) {
    if (to < clock_.now()) throw WrongStory("time goes forward");
    casework::NoMailer mailer;
    const auto work = [&] {
        while (casework::run_due_jobs(*world_, mailer, "scenario", "http://localhost") > 0) {
        }
    };
    for (auto next = clock_.now() + std::chrono::minutes{30}; next < to; next += std::chrono::minutes{30}) {
        clock_.set(next);
        work();
    }
    clock_.set(to);
    work();
}

const access::Actor& Theatre::user(const std::string& name) const {
    if (name == access::kPublicRole) return public_;  // not among the users: "public" is also an answer to questions
    const auto found = users_.find(name);
    if (found == users_.end()) throw WrongStory("there is no user " + name);
    return found->second;
}

PersonId Theatre::person(const std::string& name) const {
    const auto found = people_.find(name);
    if (found == people_.end()) throw WrongStory("there is no person " + name);
    return found->second;
}

OrganisationId Theatre::organisation(const std::string& name) const {
    const auto found = organisations_.find(name);
    if (found == organisations_.end()) throw WrongStory("there is no organisation " + name);
    return found->second;
}

std::string Theatre::id_or_text(const std::string& text) const {
    if (const auto person = people_.find(text); person != people_.end()) return person->second.str();
    if (const auto user = users_.find(text); user != users_.end()) return user->second.user.str();
    if (const auto organisation = organisations_.find(text); organisation != organisations_.end()) return organisation->second.str();
    return text;
}

std::pair<std::string, std::string> Theatre::names_of(const std::string& name) const {
    const auto found = said_names_.find(name);
    if (found == said_names_.end()) throw WrongStory("there is no person " + name);
    const auto said = name_from(found->second);
    return {said.given, said.surname};
}

std::string Theatre::name_of_person(const PersonId& person) const {
    for (const auto& [name, id] : people_)
        if (id == person) return name;
    return person.str();
}

YAML::Node Theatre::stored_answers(const std::string& name) const {
    if (!answers_ || !answers_[name]) throw WrongStory("there are no answers called " + name);
    return answers_[name];
}

}  // namespace hearken::scenario
