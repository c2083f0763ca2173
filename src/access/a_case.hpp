// Builders for the tests of this module: a role and a case with sensible defaults, so that a test says only what matters.
#pragma once
#include "access/access.hpp"

namespace hearken::access {

/// Kit, in a role at the school, unless said otherwise.
struct AnActor : Actor {
    explicit AnActor(Reach how_far) {
        user = UserId{"kit"};
        role = "a-role";
        organisation = OrganisationId{"school"};
        organisation_kind = "school";
        reach = how_far;
    }
    AnActor& at(const char* where) { organisation = OrganisationId{where}; return *this; }
    AnActor& in_team(const char* which) { team = TeamId{which}; return *this; }
    AnActor& reads_area(const char* area) { areas.insert(area); return *this; }
    AnActor& searches() { searches_index = true; return *this; }
    AnActor& only_records() { records_only = true; return *this; }
    AnActor& administering(const char* what) { administers.insert(what); return *this; }
    AnActor& with_token(std::set<std::string> with) { by_token = true; scopes = std::move(with); return *this; }
};

/// A case of the school's, opened by Robin.
struct ACase : CaseFacts {
    ACase() {
        id = CaseId{"case"};
        owner = OrganisationId{"school"};
        opened_by = UserId{"robin"};
    }
    ACase& owned_by(const char* who) { owner = OrganisationId{who}; return *this; }
    ACase& in_team(const char* which) { team = TeamId{which}; return *this; }
    ACase& with_party(const char* who) { parties.insert(OrganisationId{who}); return *this; }
    ACase& shared_to(const char* who) { shared_with.insert(OrganisationId{who}); return *this; }
    ACase& walled(const char* where) { area = where; return *this; }
    ACase& is_restricted() { restricted = true; return *this; }
    ACase& opened(const char* who) { opened_by = UserId{who}; return *this; }
    ACase& involving(const char* who) { involved.insert(UserId{who}); return *this; }
    ACase& naming(const char* who) { named.insert(UserId{who}); return *this; }
    ACase& excluding(const char* who) { excluded.insert(UserId{who}); return *this; }
};

/// A person on roll at the school.
struct APerson : PersonFacts {
    APerson() {
        id = PersonId{"child"};
        registered_at = {OrganisationId{"school"}};
    }
    APerson& on_roll_nowhere() { registered_at.clear(); return *this; }
    APerson& in_full_case() { in_case_seen_fully = true; return *this; }
    APerson& in_party_case() { in_case_seen_as_party = true; return *this; }
    APerson& created_by(const char* who) { created_at = OrganisationId{who}; return *this; }
};

inline bool allows(const Actor& actor, Action action) { return may(actor, action).has_value(); }

}  // namespace hearken::access
