// A person: a child, an adult, or a child not yet born. What is recorded about who they are.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/id.hpp"
#include "core/result.hpp"
#include "people/characteristics.hpp"
#include "people/dates.hpp"
#include "people/name.hpp"

namespace hearken::people {

enum class PersonKind { Child, Adult, Unborn };
std::string_view code_of(PersonKind kind);  ///< "child", "adult", "unborn"

/// When the person was born, or is expected to be.
struct Birth {
    enum class Certainty { Exact, Estimated, Unknown, Expected };
    Certainty certainty = Certainty::Unknown;
    /// None when Unknown; may be none when Expected and nobody knows the due date yet.
    std::optional<Date> date = {};

    static Birth exact(Date date) { return {Certainty::Exact, date}; }
    static Birth estimated(Date date) { return {Certainty::Estimated, date}; }
    static Birth unknown() { return {}; }
    static Birth expected(std::optional<Date> date) { return {Certainty::Expected, date}; }

    /// The date of birth, exact or estimated; none for an unborn child.
    std::optional<Date> born() const;
    bool operator==(const Birth&) const = default;
};
std::string_view code_of(Birth::Certainty certainty);  ///< "exact", "estimated", "unknown", "expected"

/// What may be recorded about a person. Plain data, checked by Person::make.
struct PersonDetails {
    PersonKind kind = PersonKind::Child;
    std::vector<Name> names = {};  ///< one of them Current; for an unborn child it may be left out
    Birth birth = {};
    /// 1 for the first-born of twins …; none when a single child or not known.
    std::optional<int> birth_order = {};
    Sex sex = Sex::NotKnown;
    std::string gender = {};          ///< in the person's own words, where they wish it recorded
    std::string ethnicity = {};       ///< code of ethnicities(); empty when not recorded
    std::string first_language = {};
    YesNo interpreter_needed = YesNo::NotKnown;
    std::string communication_needs = {};  ///< interpreter's language, signing, large print, needs an advocate …
    std::string religion = {};
    std::vector<std::string> disabilities = {};  ///< codes of disabilities()
    std::string disability_note = {};
    std::optional<Date> died = {};
    bool operator==(const PersonDetails&) const = default;
};

/// A person whose details hold together: exactly one current name (an unborn child may have none), a birth that fits
/// the kind, known codes. Immutable: a change is the next revision, so that two people editing the same record can be
/// told apart.
class Person {
public:
    /// Refuses with every reason: fields are "names.0.surname", "birth", "died" and so on. Text is tidied.
    static Result<Person> make(PersonId id, PersonDetails details, Date today);
    /// What was recorded before, from the store: not checked again, because a record stays readable when rules change.
    static Person restored(PersonId id, int revision, PersonDetails details);

    /// The same person with other details, at the next revision.
    Result<Person> revised(PersonDetails details, Date today) const;
    /// An unborn child becomes the child: same id, same history; "Baby Harrow" stays findable as a previous name.
    Result<Person> born(Date date, Name name, Sex sex, Date today) const;

    const PersonId& id() const { return id_; }
    int revision() const { return revision_; }
    const PersonDetails& details() const { return details_; }

    /// The current name. An unborn child without one is "Baby" with whatever surname is recorded.
    Name current_name() const;
    std::optional<Name> known_as() const;
    std::string display_name() const;   ///< "Tamsin Harrow", "Baby Harrow", "Baby Harrow (second-born)"
    std::string name_for_list() const;  ///< "HARROW, Tamsin"
    /// "7 years", "5 months" (under two), "12 days" (under a month), "about 7 years", "due 3 March 2027 (24 weeks)",
    /// "was due 3 March 2027", "died 3 March 2026, aged 7 years", "age not known".
    std::string age_text(Date today) const;
    /// Whole years; none where the birth date is not known, or the person is unborn or has died.
    std::optional<int> age(Date today) const;
    /// A child's record outlives the eighteenth birthday; this says whether the person is under 18 today. Unborn: yes.
    /// Birth date not known: by the recorded kind.
    bool is_under_18(Date today) const;

private:
    Person(PersonId id, int revision, PersonDetails details);

    PersonId id_;
    int revision_;
    PersonDetails details_;
};

}  // namespace hearken::people
