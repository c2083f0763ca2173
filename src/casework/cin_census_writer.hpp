// Writes one child of a children in need census: the person, the episodes as cases, and the dated items as entries of
// the chronology. Internal to casework.
#pragma once
#include "casework/case_record.hpp"
#include "casework/import_cin_census.hpp"
#include "store/persons.hpp"
#include "store/returned_items.hpp"

namespace hearken::casework {

/// Lives as long as one transaction.
class CinCensusWriter {
public:
    CinCensusWriter(World& world, store::Transaction& transaction, const access::Actor& actor, const OrganisationId& organisation,
                    const returns::CinCensus& census, CinCensusDone& done);

    /// The person whom the child is now recorded as; nothing where the child cannot be known again (no number).
    Result<std::optional<PersonId>> write(const returns::ReturnedChild& child);

private:
    std::optional<PersonId> find(const returns::ReturnedChild& child);
    Result<PersonId> add(const returns::ReturnedChild& child);
    void compare(const returns::ReturnedChild& child, const PersonId& person);
    Result<void> write_episode(const returns::ReturnedChild& child, const PersonId& person, const returns::ReturnedGroup& episode, const std::string& key, int number);
    engine::Answers answers_of(const returns::ReturnedChild& child, const returns::ReturnedGroup& episode, int number) const;
    Result<CaseId> open(const PersonId& person, const returns::ReturnedGroup& episode, engine::Answers answers);
    Result<void> bring_in_again(const CaseId& in_case, engine::Answers answers);
    void write_chronology(const returns::ReturnedChild& child, const PersonId& person, const CaseId& in_case, const returns::ReturnedGroup& episode, const std::string& key, int number);
    void doubt(const returns::ReturnedChild& child, const std::string& item, std::string written, std::string why);
    engine::ActedBy by() const;

    World& world_;
    store::Transaction& transaction_;
    const access::Actor& actor_;
    const OrganisationId organisation_;
    const returns::CinCensus& census_;
    CinCensusDone& done_;
    const Instant now_;
    const people::Date today_;
    const store::ChangedBy changed_by_;
};

}  // namespace hearken::casework
