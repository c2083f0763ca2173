// How people are related, who holds parental responsibility, and who is around a child.
// Professionals are not relationships: a social worker's part in a child's life is an Involvement in a case.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "people/characteristics.hpp"
#include "people/dates.hpp"

namespace hearken::people {

/// Read as "`person` is the <kind> of `of`".
enum class RelationshipKind {
    BirthMother, BirthFather, Mother, Father, Parent, AdoptiveParent, StepParent, FosterCarer, SpecialGuardian,
    Child, AdoptedChild, StepChild, FosterChild, ChildUnderSpecialGuardianship,
    FullSibling, HalfSibling, Sibling, StepSibling, FosterSibling,
    Grandparent, Grandchild, AuntOrUncle, NieceOrNephew, Cousin, OtherRelative,
    Partner, FormerPartner, Carer, CaredFor, FriendOfFamily, OtherConnection,
};

std::string_view code_of(RelationshipKind kind);   ///< "birth-mother", "friend-of-family" …
std::string_view label_of(RelationshipKind kind);  ///< "Birth mother", "Friend of the family" …
std::optional<RelationshipKind> relationship_kind_from_code(std::string_view code);
/// Mother and Father (and the rest of the parents) give Child; Child gives Parent, which says no more than is known.
RelationshipKind inverse(RelationshipKind kind);
/// A parent by birth, adoption or not said: not a step-parent or carer.
bool is_parent(RelationshipKind kind);
bool is_sibling(RelationshipKind kind);

struct Relationship {
    PersonId person = {};
    RelationshipKind kind = RelationshipKind::OtherConnection;
    PersonId of = {};
    Period period = {};
    std::string note = {};
    bool operator==(const Relationship&) const = default;
};

/// Checks: both people named and different, dates in order. Fields "person", "of", "until", "note".
Result<Relationship> checked(Relationship relationship);

enum class ResponsibilityBasis {
    BirthMother, MarriedToMother, OnBirthCertificate, Agreement, CourtOrder, Adoption, SpecialGuardianship,
    CareOrder, EmergencyProtectionOrder, NotKnown,
};
std::string_view code_of(ResponsibilityBasis basis);
std::string_view label_of(ResponsibilityBasis basis);

/// Parental responsibility (Children Act 1989, sections 2 to 5) of one holder for one child, as recorded. Several
/// people hold it at once; under a care order the authority does, beside the parents.
struct ParentalResponsibility {
    PersonId child = {};
    PersonId holder = {};              ///< a person, or
    OrganisationId authority = {};     ///< a local authority
    YesNo held = YesNo::NotKnown;
    ResponsibilityBasis basis = ResponsibilityBasis::NotKnown;
    std::string evidence = {};         ///< what was seen: birth certificate, order of which court and date
    bool shared = true;                ///< held together with others; false where an order leaves no other holder
    Period period = {};
    bool operator==(const ParentalResponsibility&) const = default;
};

Result<ParentalResponsibility> checked(ParentalResponsibility responsibility);

struct ResponsibilityHolders {
    std::vector<ParentalResponsibility> hold = {};
    /// Recorded as not known, and parents about whom nothing is recorded: to be asked, never assumed.
    std::vector<PersonId> to_establish = {};
};

/// Who holds parental responsibility for `child` on `day`.
ResponsibilityHolders parental_responsibility_holders(const PersonId& child, Date day,
                                                      const std::vector<ParentalResponsibility>& recorded,
                                                      const std::vector<Relationship>& relationships);

/// One person around a child, and what they are to the child.
struct PersonAround {
    PersonId person = {};
    RelationshipKind kind = RelationshipKind::OtherConnection;
    Period period = {};
    std::string note = {};
    bool derived = false;  ///< not recorded: follows from a shared parent
    bool operator==(const PersonAround&) const = default;
};

/// Everyone related to `child`, whichever way round it was recorded, current before past, then in the order a genogram
/// is read: parents, carers, siblings, grandparents, wider family, others. Siblings through a shared parent included.
std::vector<PersonAround> people_around(const PersonId& child, Date day, const std::vector<Relationship>& relationships);

/// Recorded siblings, and those who follow from shared parents: full where both are known to be shared, half where the
/// other parents are known to differ, otherwise just sibling. Ended relationships still make siblings.
std::vector<PersonAround> siblings(const PersonId& child, const std::vector<Relationship>& relationships);

}  // namespace hearken::people
