#include "people/family_conflicts.hpp"

#include <set>

namespace hearken::people {

namespace {

using enum RelationshipKind;

constexpr int kYoungestParent = 10;

class Family {
public:
    Family(const PersonId& child, const std::vector<Relationship>& relationships) : child_(child) {
        for (const Relationship& r : relationships) {
            if (r.of == child) kinds_[r.person].insert(r.kind);
            if (r.person == child) kinds_[r.of].insert(inverse(r.kind));
        }
    }

    std::vector<PersonId> all(RelationshipKind kind) const {
        std::vector<PersonId> people;
        for (const auto& [person, kinds] : kinds_)
            if (kinds.contains(kind)) people.push_back(person);
        return people;
    }

    const PersonId& child() const { return child_; }
    const std::map<PersonId, std::set<RelationshipKind>>& kinds() const { return kinds_; }

private:
    const PersonId& child_;
    std::map<PersonId, std::set<RelationshipKind>> kinds_;
};

void find_parents_by_birth(const Family& family, std::vector<FamilyConflict>& found) {
    if (auto mothers = family.all(BirthMother); mothers.size() > 1)
        found.push_back({"two-birth-mothers", "Two people are recorded as the birth mother.", std::move(mothers)});
    if (auto fathers = family.all(BirthFather); fathers.size() > 1)
        found.push_back({"two-birth-fathers", "Two people are recorded as the birth father.", std::move(fathers)});
}

/// Groups of which one person can be only one thing to a child, whatever else they are as well.
int exclusive_group(RelationshipKind kind) {
    if (is_parent(kind)) return 1;
    if (inverse(kind) != kind && is_parent(inverse(kind))) return 2;
    if (kind == FullSibling || kind == HalfSibling || kind == Sibling) return 3;
    if (kind == Grandparent) return 4;
    if (kind == Grandchild) return 5;
    return 0;
}

void find_impossible_pairs(const Family& family, std::vector<FamilyConflict>& found) {
    for (const auto& [person, kinds] : family.kinds()) {
        std::set<int> groups;
        for (const RelationshipKind kind : kinds)
            if (const int group = exclusive_group(kind)) groups.insert(group);
        // An adopting grandparent or sibling is rightly both.
        if (groups.size() > 1 && !kinds.contains(AdoptiveParent))
            found.push_back({"impossible-pair",
                             "The same person is recorded as two things to this child that cannot both be true.",
                             {person}});
        if (kinds.contains(BirthMother) && (kinds.contains(BirthFather) || kinds.contains(Father)))
            found.push_back({"mother-and-father", "The same person is recorded as mother and as father.", {person}});
        if (kinds.contains(FullSibling) && kinds.contains(HalfSibling))
            found.push_back({"full-and-half-sibling", "The same person is recorded as a full and as a half sibling.",
                             {person}});
    }
}

void find_parents_too_young(const Family& family, const std::map<PersonId, Birth>& births,
                            std::vector<FamilyConflict>& found) {
    const auto child = births.find(family.child());
    if (child == births.end() || !child->second.date) return;
    for (const RelationshipKind kind : {BirthMother, BirthFather}) {
        for (const PersonId& parent : family.all(kind)) {
            const auto known = births.find(parent);
            if (known == births.end() || !known->second.born()) continue;
            if (age_in_years(*known->second.born(), *child->second.date) < kYoungestParent)
                found.push_back({"parent-too-young",
                                 "A birth parent's date of birth is less than ten years before the child's. Check both.",
                                 {parent}});
        }
    }
}

void find_responsibility(const Family& family, const std::vector<ParentalResponsibility>& all,
                         std::vector<FamilyConflict>& found) {
    std::vector<ParentalResponsibility> records;
    for (const ParentalResponsibility& r : all)
        if (r.child == family.child()) records.push_back(r);
    bool adopted = false;
    for (const ParentalResponsibility& r : records) {
        adopted = adopted || r.basis == ResponsibilityBasis::Adoption;
        if (!r.period.ok())
            found.push_back({"responsibility-ends-before-start",
                             "Parental responsibility is recorded as ending before it starts.", {r.holder}});
    }
    for (size_t i = 0; i < records.size(); ++i) {
        for (size_t j = i + 1; j < records.size(); ++j) {
            const auto& a = records[i];
            const auto& b = records[j];
            const bool opposite = (a.held == YesNo::Yes && b.held == YesNo::No) || (a.held == YesNo::No && b.held == YesNo::Yes);
            const bool same_holder = a.holder == b.holder && a.authority == b.authority;
            if (same_holder && opposite && a.period.overlaps(b.period))
                found.push_back({"responsibility-yes-and-no",
                                 "Parental responsibility is recorded both as held and as not held at the same time.",
                                 {a.holder}});
            if (!same_holder && a.held == YesNo::Yes && b.held == YesNo::Yes && (!a.shared || !b.shared) &&
                a.period.overlaps(b.period))
                found.push_back({"sole-responsibility-shared",
                                 "One holder is recorded as holding parental responsibility alone, and another holds it "
                                 "at the same time.",
                                 {a.holder, b.holder}});
        }
    }
    // A birth mother has it from the birth and loses it only by adoption or parental order (Children Act 1989, s. 2).
    for (const PersonId& mother : family.all(BirthMother))
        for (const ParentalResponsibility& r : records)
            if (r.holder == mother && r.held == YesNo::No && !adopted)
                found.push_back({"birth-mother-without-responsibility",
                                 "The birth mother is recorded as without parental responsibility and no adoption is "
                                 "recorded.",
                                 {mother}});
}

}  // namespace

std::vector<FamilyConflict> family_conflicts(const PersonId& child, const std::vector<Relationship>& relationships,
                                             const std::vector<ParentalResponsibility>& responsibilities,
                                             const std::map<PersonId, Birth>& births) {
    const Family family(child, relationships);
    std::vector<FamilyConflict> found;
    find_parents_by_birth(family, found);
    find_impossible_pairs(family, found);
    find_parents_too_young(family, births, found);
    find_responsibility(family, responsibilities, found);
    return found;
}

}  // namespace hearken::people
