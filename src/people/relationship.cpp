#include "people/relationship.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "people/checks.hpp"

namespace hearken::people {

namespace {

using enum RelationshipKind;

/// Rows in the order of the enumerators; `closeness` is the order in which people around a child are shown.
struct KindRow {
    RelationshipKind kind;
    std::string_view code;
    std::string_view label;
    RelationshipKind inverse;
    int closeness;
};

constexpr std::array kKinds = {
    KindRow{BirthMother, "birth-mother", "Birth mother", Child, 0},
    KindRow{BirthFather, "birth-father", "Birth father", Child, 0},
    KindRow{Mother, "mother", "Mother", Child, 0},
    KindRow{Father, "father", "Father", Child, 0},
    KindRow{Parent, "parent", "Parent", Child, 0},
    KindRow{AdoptiveParent, "adoptive-parent", "Adoptive parent", AdoptedChild, 0},
    KindRow{StepParent, "step-parent", "Step-parent", StepChild, 1},
    KindRow{FosterCarer, "foster-carer", "Foster carer", FosterChild, 1},
    KindRow{SpecialGuardian, "special-guardian", "Special guardian", ChildUnderSpecialGuardianship, 1},
    KindRow{Child, "child", "Child", Parent, 3},
    KindRow{AdoptedChild, "adopted-child", "Adopted child", AdoptiveParent, 3},
    KindRow{StepChild, "step-child", "Step-child", StepParent, 3},
    KindRow{FosterChild, "foster-child", "Foster child", FosterCarer, 3},
    KindRow{ChildUnderSpecialGuardianship, "child-under-special-guardianship", "Child under special guardianship",
            SpecialGuardian, 3},
    KindRow{FullSibling, "full-sibling", "Brother or sister", FullSibling, 2},
    KindRow{HalfSibling, "half-sibling", "Half-brother or half-sister", HalfSibling, 2},
    KindRow{Sibling, "sibling", "Brother or sister (full or half not known)", Sibling, 2},
    KindRow{StepSibling, "step-sibling", "Step-brother or step-sister", StepSibling, 2},
    KindRow{FosterSibling, "foster-sibling", "Fostered in the same household", FosterSibling, 2},
    KindRow{Grandparent, "grandparent", "Grandparent", Grandchild, 4},
    KindRow{Grandchild, "grandchild", "Grandchild", Grandparent, 4},
    KindRow{AuntOrUncle, "aunt-or-uncle", "Aunt or uncle", NieceOrNephew, 5},
    KindRow{NieceOrNephew, "niece-or-nephew", "Niece or nephew", AuntOrUncle, 5},
    KindRow{Cousin, "cousin", "Cousin", Cousin, 5},
    KindRow{OtherRelative, "other-relative", "Other relative", OtherRelative, 5},
    KindRow{Partner, "partner", "Partner", Partner, 3},
    KindRow{FormerPartner, "former-partner", "Former partner", FormerPartner, 6},
    KindRow{Carer, "carer", "Carer", CaredFor, 1},
    KindRow{CaredFor, "cared-for", "Cared for by this person", Carer, 3},
    KindRow{FriendOfFamily, "friend-of-family", "Friend of the family", FriendOfFamily, 6},
    KindRow{OtherConnection, "other-connection", "Other connection", OtherConnection, 7},
};

constexpr bool rows_follow_enumerators() {
    for (size_t i = 0; i < kKinds.size(); ++i)
        if (static_cast<size_t>(kKinds[i].kind) != i) return false;
    return true;
}
static_assert(rows_follow_enumerators());

const KindRow& row_of(RelationshipKind kind) { return kKinds[static_cast<size_t>(kind)]; }

struct BasisRow {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<BasisRow, 10> kBases = {{
    {"birth-mother", "Birth mother"},
    {"married-to-mother", "Married to the mother"},
    {"on-birth-certificate", "Registered on the birth certificate"},
    {"agreement", "Parental responsibility agreement"},
    {"court-order", "Court order"},
    {"adoption", "Adoption order"},
    {"special-guardianship", "Special guardianship order"},
    {"care-order", "Care order"},
    {"emergency-protection-order", "Emergency protection order"},
    {"not-known", "Not known"},
}};

bool is_child_of(RelationshipKind kind) { return is_parent(inverse(kind)); }

std::set<PersonId> parents_of(const PersonId& child, const std::vector<Relationship>& relationships) {
    std::set<PersonId> parents;
    for (const Relationship& r : relationships) {
        if (r.of == child && is_parent(r.kind)) parents.insert(r.person);
        if (r.person == child && is_child_of(r.kind)) parents.insert(r.of);
    }
    return parents;
}

std::set<PersonId> children_of(const PersonId& parent, const std::vector<Relationship>& relationships) {
    std::set<PersonId> children;
    for (const Relationship& r : relationships) {
        if (r.person == parent && is_parent(r.kind)) children.insert(r.of);
        if (r.of == parent && is_child_of(r.kind)) children.insert(r.person);
    }
    return children;
}

RelationshipKind sibling_kind(const std::set<PersonId>& ours, const std::set<PersonId>& theirs) {
    const auto shared = std::count_if(ours.begin(), ours.end(), [&](const PersonId& p) { return theirs.contains(p); });
    if (shared >= 2) return FullSibling;
    return ours.size() >= 2 && theirs.size() >= 2 ? HalfSibling : Sibling;
}

PersonAround seen_from(const PersonId& child, const Relationship& r) {
    if (r.of == child) return {r.person, r.kind, r.period, r.note, false};
    return {r.of, inverse(r.kind), r.period, r.note, false};
}

bool is_over(const Period& period, Date day) { return period.until && *period.until < day; }

}  // namespace

std::string_view code_of(RelationshipKind kind) { return row_of(kind).code; }
std::string_view label_of(RelationshipKind kind) { return row_of(kind).label; }
RelationshipKind inverse(RelationshipKind kind) { return row_of(kind).inverse; }
bool is_parent(RelationshipKind kind) { return row_of(kind).closeness == 0; }
bool is_sibling(RelationshipKind kind) { return row_of(kind).closeness == 2; }

std::optional<RelationshipKind> relationship_kind_from_code(std::string_view code) {
    for (const KindRow& row : kKinds)
        if (row.code == code) return row.kind;
    return std::nullopt;
}

std::string_view code_of(ResponsibilityBasis basis) { return kBases[static_cast<size_t>(basis)].code; }
std::string_view label_of(ResponsibilityBasis basis) { return kBases[static_cast<size_t>(basis)].label; }

Result<Relationship> checked(Relationship relationship) {
    Checks checks;
    if (relationship.person.empty()) checks.wrong("required", "Choose the person who is related.", "person");
    if (relationship.of.empty()) checks.wrong("required", "Choose the person they are related to.", "of");
    if (!relationship.person.empty() && relationship.person == relationship.of)
        checks.wrong("self", "A person cannot be related to themselves. Choose another person.", "of");
    if (!relationship.period.ok())
        checks.wrong("period", "The relationship must not end before it starts. Check both dates.", "until");
    checks.lines_of_text(relationship.note, "The note", 2000, "note");
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return relationship;
}

Result<ParentalResponsibility> checked(ParentalResponsibility responsibility) {
    Checks checks;
    if (responsibility.child.empty()) checks.wrong("required", "Choose the child.", "child");
    if (responsibility.holder.empty() == responsibility.authority.empty())
        checks.wrong("one-holder", "Choose either the person or the local authority who holds responsibility.", "holder");
    if (!responsibility.child.empty() && responsibility.child == responsibility.holder)
        checks.wrong("self", "A child cannot hold parental responsibility for themselves.", "holder");
    if (!responsibility.period.ok())
        checks.wrong("period", "Parental responsibility must not end before it starts. Check both dates.", "until");
    checks.lines_of_text(responsibility.evidence, "The evidence", 2000, "evidence");
    if (!checks.passed()) return refuse(std::move(checks).refusal());
    return responsibility;
}

ResponsibilityHolders parental_responsibility_holders(const PersonId& child, Date day,
                                                      const std::vector<ParentalResponsibility>& recorded,
                                                      const std::vector<Relationship>& relationships) {
    ResponsibilityHolders holders;
    std::set<PersonId> settled;
    std::set<PersonId> to_establish;
    for (const ParentalResponsibility& record : recorded) {
        if (record.child != child) continue;
        // Responsibility that is over is an answer too: the holder is not to be asked about again.
        if (record.held != YesNo::NotKnown) settled.insert(record.holder);
        else if (record.period.covers(day)) to_establish.insert(record.holder);
        if (record.held == YesNo::Yes && record.period.covers(day)) holders.hold.push_back(record);
    }
    to_establish.merge(parents_of(child, relationships));
    for (const PersonId& person : to_establish)
        if (!person.empty() && !settled.contains(person)) holders.to_establish.push_back(person);
    std::stable_sort(holders.hold.begin(), holders.hold.end(),
                     [](const auto& a, const auto& b) { return a.basis < b.basis; });
    return holders;
}

std::vector<PersonAround> siblings(const PersonId& child, const std::vector<Relationship>& relationships) {
    std::vector<PersonAround> out;
    std::set<PersonId> seen = {child};
    for (const Relationship& r : relationships) {
        if ((r.of != child && r.person != child) || !is_sibling(r.kind)) continue;
        PersonAround sibling = seen_from(child, r);
        if (seen.insert(sibling.person).second) out.push_back(std::move(sibling));
    }
    const std::set<PersonId> ours = parents_of(child, relationships);
    for (const PersonId& parent : ours)
        for (const PersonId& other : children_of(parent, relationships))
            if (seen.insert(other).second)
                out.push_back({other, sibling_kind(ours, parents_of(other, relationships)), {}, {}, true});
    return out;
}

std::vector<PersonAround> people_around(const PersonId& child, Date day, const std::vector<Relationship>& relationships) {
    std::vector<PersonAround> out;
    for (const Relationship& r : relationships) {
        if (r.of != child && r.person != child) continue;
        PersonAround around = seen_from(child, r);
        if (std::find(out.begin(), out.end(), around) == out.end()) out.push_back(std::move(around));
    }
    for (PersonAround& sibling : siblings(child, relationships))
        if (sibling.derived) out.push_back(std::move(sibling));
    std::stable_sort(out.begin(), out.end(), [&](const PersonAround& a, const PersonAround& b) {
        const bool a_over = is_over(a.period, day);
        const bool b_over = is_over(b.period, day);
        if (a_over != b_over) return b_over;
        if (row_of(a.kind).closeness != row_of(b.kind).closeness)
            return row_of(a.kind).closeness < row_of(b.kind).closeness;
        return a.kind < b.kind;
    });
    return out;
}

}  // namespace hearken::people
