// The world in which one scenario is played: a fresh database, the real procedures, a clock that stands still until moved.
#pragma once
#include <yaml-cpp/yaml.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "casework/cases.hpp"
#include "casework/world.hpp"

namespace hearken::scenario {

/// The story itself is wrong: an unknown word, a name nobody has. Not a failure of the product.
class WrongStory : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The procedures of the repository, loaded and checked once: those of a story that brings none of its own.
const procedure::Library& procedures();

class Theatre {
public:
    /// `database` is a connection string for an empty database. `given` is the cast with the scenario's own added.
    Theatre(const std::string& database, Instant at, const YAML::Node& given);

    casework::World& world() { return *world_; }
    store::Database& database() { return *database_; }
    /// Moves on, doing on the way what falls due.
    void move_clock(Instant to);

    const access::Actor& user(const std::string& name) const;
    PersonId person(const std::string& name) const;
    OrganisationId organisation(const std::string& name) const;
    /// The id behind a name of the file, or the text itself.
    std::string id_or_text(const std::string& text) const;
    /// Given and family name, as somebody says them who has no list of people.
    std::pair<std::string, std::string> names_of(const std::string& person) const;
    std::string name_of_person(const PersonId& person) const;
    YAML::Node stored_answers(const std::string& name) const;

private:
    void add_organisation(const std::string& name, const YAML::Node& about);
    void add_person(const std::string& name, const YAML::Node& about);
    void add_hidden_address(const PersonId& person, const YAML::Node& about);
    /// A team of that name, made when it is first named.
    TeamId team(const OrganisationId& of, const std::string& name);
    void add_user(const std::string& name, const YAML::Node& about);

    std::unique_ptr<procedure::Library::Loaded> own_procedures_;  ///< the repository's with the story's own
    std::unique_ptr<store::Database> database_;
    TestClock clock_;
    IdSource ids_;
    std::unique_ptr<store::AuditWriter> audit_;
    std::unique_ptr<casework::World> world_;
    std::map<std::pair<OrganisationId, std::string>, TeamId> teams_;
    std::map<std::string, OrganisationId> organisations_;
    std::map<std::string, PersonId> people_;
    std::map<std::string, std::string> said_names_;
    std::map<std::string, access::Actor> users_;
    access::Actor public_;
    YAML::Node answers_;
    OrganisationId first_school_;
};

}  // namespace hearken::scenario
