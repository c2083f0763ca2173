#include "demonstration/families.hpp"

#include "demonstration/family_maker.hpp"

namespace hearken::demonstration {

using people::PersonKind;
using people::RelationshipKind;
using people::ResponsibilityBasis;
using people::Sex;

namespace {

constexpr int kYear = 365;
constexpr int kOtherFamilies = 52;

constexpr const char* kGirls[] = {"Amaya", "Bryony", "Clover", "Delphi", "Esme", "Fern", "Greta", "Hazel", "Ines", "Juno", "Kezia", "Lumi", "Mabel", "Nadia", "Orla", "Petal", "Quinn", "Rosa", "Sunniva", "Thea"};
constexpr const char* kBoys[] = {"Alfie", "Bodhi", "Cian", "Dov", "Ellis", "Finn", "Gil", "Hari", "Ivo", "Jonah", "Kit", "Luca", "Milo", "Nico", "Otto", "Pavel", "Rafi", "Sorin", "Taye", "Uri"};
constexpr const char* kMothers[] = {"Alice", "Bianca", "Chiara", "Dawn", "Eleni", "Farah", "Grace", "Hope", "Ivana", "Joy", "Katya", "Leah", "Marta"};
constexpr const char* kFathers[] = {"Anton", "Boris", "Carl", "Dev", "Emil", "Femi", "Guy", "Hamid", "Ian", "Jan", "Karl"};
constexpr const char* kSurnames[] = {"Testerly", "Samplewood", "Inventley", "Fictham", "Pretendwell", "Madeupson", "Imaginby", "Exampleton", "Specimer", "Mockford", "Dummyton", "Fabrica", "Storywell",
                                     "Supposeley", "Trialby", "Prototype", "Nonesuch", "Nowherby", "Anonby", "Unreall", "Notional", "Hypothet", "Makeshift", "Whatifson", "Blanksby", "Voidham"};
constexpr const char* kLanes[] = {"Teasel Row", "Cobnut Close", "Sedge Walk", "Plover Street", "Tansy Court", "Withy Lane", "Rushlight Road", "Ferret Hill"};

/// The families of the stories, each with what makes it worth trying something on.
class StoryFamilies {
public:
    StoryFamilies(FamilyMaker& make, const Partnership& partnership, const Cast& cast, Children& children) : make_(make), partnership_(partnership), cast_(cast), children_(children) {}

    void make_all() {
        testwells();
        sampletons();
        pretends();
        imagines();
        notreals();
        quays();
    }

private:
    const OrganisationId& at(const char* name) const { return partnership_.organisations.at(name); }
    PersonId child(const char* key, const char* given, const char* surname, Sex sex, int days_old, const OrganisationId& school) {
        const auto id = make_.person(PersonKind::Child, given, surname, sex, days_old);
        make_.on_roll(id, school, days_old, 'W');
        return children_[key] = id;
    }
    void mother(const PersonId& mother, const PersonId& child) {
        make_.related(mother, RelationshipKind::BirthMother, child);
        make_.responsible(mother, child, ResponsibilityBasis::BirthMother);
    }

    /// Separated parents who both hold parental responsibility, two homes, a brother and sister.
    void testwells() {
        const auto rowan = make_.person(PersonKind::Adult, "Rowan", "Testwell", Sex::Female, 34 * kYear);
        const auto idris = make_.person(PersonKind::Adult, "Idris", "Fictive", Sex::Male, 37 * kYear);
        const auto maya = child("maya", "Maya", "Testwell", Sex::Female, 9 * kYear + 200, at("millbrook"));
        const auto leo = child("leo", "Leo", "Testwell", Sex::Male, 6 * kYear + 20, at("millbrook"));
        const auto hers = make_.home("4 Teasel Row", "Larkstow", "FN1 2AD"), his = make_.home("Flat 2, 19 Plover Street", "Larkstow", "FN2 3BD");
        for (const auto& one : {maya, leo}) {
            mother(rowan, one);
            make_.related(idris, RelationshipKind::BirthFather, one, "Sees the children at weekends");
            make_.responsible(idris, one, ResponsibilityBasis::OnBirthCertificate, "Birth certificate seen by the school");
            make_.lives_at(one, hers);
            make_.lives_at(one, his, people::AddressUse::Temporary);
        }
        make_.related(rowan, RelationshipKind::FormerPartner, idris);
        make_.lives_at(rowan, hers);
        make_.lives_at(idris, his);
        make_.household(hers, {rowan, maya, leo});
        make_.household(his, {idris, maya, leo});
    }

    /// A baby not yet born, a half-brother, and a mother who needs an interpreter.
    void sampletons() {
        people::PersonDetails details;
        details.kind = PersonKind::Adult;
        people::Name name;
        name.given = "Selam";
        name.surname = "Sampleton";
        details.names.push_back(name);
        details.birth = people::Birth::exact(calendar::plus_days(make_.today(), -27 * kYear));
        details.sex = Sex::Female;
        details.first_language = "Tigrinya";
        details.interpreter_needed = people::YesNo::Yes;
        details.communication_needs = "Tigrinya interpreter, a woman if possible; by telephone is all right.";
        const auto selam = make_.person(std::move(details));
        const auto noa = child("noa", "Noa", "Sampleton", Sex::Male, 5 * kYear + 90, at("millbrook"));
        people::PersonDetails unborn;
        unborn.kind = PersonKind::Unborn;
        people::Name baby;
        baby.surname = "Sampleton";
        unborn.names.push_back(baby);
        unborn.birth = people::Birth::expected(calendar::plus_days(make_.today(), 84));
        const auto bump = children_["bump"] = make_.person(std::move(unborn));
        mother(selam, noa);
        make_.related(selam, RelationshipKind::BirthMother, bump);
        make_.related(bump, RelationshipKind::HalfSibling, noa);
        const auto home = make_.home("11 Sedge Walk", "Larkstow", "FN1 4EF");
        for (const auto& one : {selam, noa}) make_.lives_at(one, home);
        make_.household(home, {selam, noa});
        make_.known_to(bump, at("health"));
        make_.known_to(selam, at("health"));
    }

    /// In a refuge: the address is seen by those who are named and by nobody else, whatever their post.
    void pretends() {
        const auto nell = make_.person(PersonKind::Adult, "Nell", "Pretendwood", Sex::Female, 31 * kYear);
        make_.alias(nell, "Eleanor", "Makeshifter");
        const auto poppy = child("poppy", "Poppy", "Pretendwood", Sex::Female, 7 * kYear + 140, at("millbrook"));
        const auto arlo = child("arlo", "Arlo", "Pretendwood", Sex::Male, 10 * kYear + 11, at("millbrook"));
        people::Protection refuge;
        refuge.kind = people::ProtectionKind::Refuge;
        refuge.reason = "The family fled; their whereabouts must not become known.";
        refuge.users_who_may_see = {cast_.user("dsl"), cast_.user("social-worker")};
        const auto safe = make_.home("The Willow House", "Nowherby", "FN9 9ZZ", refuge), before = make_.home("8 Ferret Hill", "Larkstow", "FN3 1GH");
        const auto dangerous = make_.person(PersonKind::Adult, "Brock", "Makeshifter", Sex::Male, 36 * kYear);
        make_.lives_at(dangerous, before);
        for (const auto& one : {poppy, arlo}) {
            mother(nell, one);
            make_.related(dangerous, RelationshipKind::StepParent, one, "Must not learn where they are");
            make_.lives_at(one, safe);
        }
        make_.related(dangerous, RelationshipKind::FormerPartner, nell);
        make_.lives_at(nell, safe);
        make_.household(safe, {nell, poppy, arlo});
    }

    /// Brought up by a grandmother who is their special guardian.
    void imagines() {
        const auto gran = make_.person(PersonKind::Adult, "Wilma", "Imaginby", Sex::Female, 63 * kYear);
        const auto mum = make_.person(PersonKind::Adult, "Cass", "Imaginby", Sex::Female, 29 * kYear);
        const auto tove = child("tove", "Tove", "Imaginby", Sex::Female, 8 * kYear + 300, at("millbrook"));
        make_.related(gran, RelationshipKind::SpecialGuardian, tove);
        make_.responsible(gran, tove, ResponsibilityBasis::SpecialGuardianship, "Order seen by the school");
        mother(mum, tove);
        make_.related(gran, RelationshipKind::Grandparent, tove);
        const auto home = make_.home("2 Tansy Court", "Larkstow", "FN1 5JL");
        for (const auto& one : {gran, tove}) make_.lives_at(one, home);
        make_.household(home, {gran, tove});
    }

    /// Twins whose father works for social care: the restricted case.
    void notreals() {
        const auto father = make_.person(PersonKind::Adult, "Perry", "Notrealson", Sex::Male, 41 * kYear);
        const auto ada = child("ada", "Adela", "Notrealson", Sex::Female, 10 * kYear + 120, at("millbrook"));
        const auto bea = child("bea", "Beate", "Notrealson", Sex::Female, 10 * kYear + 120, at("millbrook"));
        const auto home = make_.home("30 Rushlight Road", "Larkstow", "FN2 6LN");
        for (const auto& one : {ada, bea}) {
            make_.related(father, RelationshipKind::Father, one);
            make_.lives_at(one, home);
            make_.known_to(one, at("police"));
        }
        make_.related(ada, RelationshipKind::FullSibling, bea);
        make_.lives_at(father, home);
        make_.household(home, {father, ada, bea});
    }

    /// The other authority's.
    void quays() {
        const auto mum = make_.person(PersonKind::Adult, "Bela", "Quayexample", Sex::Female, 38 * kYear);
        const auto ezra = child("ezra", "Ezra", "Quayexample", Sex::Male, 12 * kYear + 40, at("aldwick-quay"));
        mother(mum, ezra);
        const auto home = make_.home("5 Cobnut Close", "Aldwick", "AX1 2NP");
        for (const auto& one : {mum, ezra}) make_.lives_at(one, home);
        make_.household(home, {mum, ezra});
    }

    FamilyMaker& make_;
    const Partnership& partnership_;
    const Cast& cast_;
    Children& children_;
};

/// One to three children, one or two parents at one address.
void ordinary_family(FamilyMaker& make, const Partnership& partnership, int number) {
    const std::string surname = std::string(kSurnames[number % 26]) + (number < 26 ? "" : "-Two");
    const bool city = number % 9 == 8;
    const auto& school = partnership.organisations.at(city ? "aldwick-quay" : "millbrook");
    const auto home = make.home(std::to_string(1 + number) + " " + kLanes[number % 8], city ? "Aldwick" : "Larkstow", city ? "AX2 7QR" : "FN4 8ST");
    std::vector<PersonId> everyone{make.person(PersonKind::Adult, kMothers[number % 13], surname, Sex::Female, (24 + number % 17) * kYear)};
    const bool two = number % 3 != 0;
    if (two) everyone.push_back(make.person(PersonKind::Adult, kFathers[number % 11], surname, Sex::Male, (26 + number % 19) * kYear));
    for (int i = 0; i <= number % 3; ++i) {
        const int days_old = (city ? 11 : 5) * kYear + (number * 67 + i * 611) % (city ? 4 * kYear : 5 * kYear);
        const bool girl = (number + i) % 2 == 0;
        const auto child = make.person(PersonKind::Child, girl ? kGirls[(number + i * 7) % 20] : kBoys[(number + i * 7) % 20], surname, girl ? Sex::Female : Sex::Male, days_old);
        make.on_roll(child, school, days_old, "WHO"[number % 3]);
        make.related(everyone[0], RelationshipKind::BirthMother, child);
        make.responsible(everyone[0], child, ResponsibilityBasis::BirthMother);
        if (two) {
            make.related(everyone[1], RelationshipKind::BirthFather, child);
            make.responsible(everyone[1], child, number % 2 == 0 ? ResponsibilityBasis::MarriedToMother : ResponsibilityBasis::OnBirthCertificate);
        }
        everyone.push_back(child);
    }
    if (two) make.related(everyone[0], RelationshipKind::Partner, everyone[1]);
    for (const auto& one : everyone) make.lives_at(one, home);
    make.household(home, everyone);
}

}  // namespace

Children make_families(casework::World& world, store::Transaction& transaction, const Partnership& partnership, const Cast& cast) {
    FamilyMaker make(world, transaction, {cast.user("school-administrator"), partnership.organisations.at("millbrook"), world.clock.now(), "Demonstration"});
    Children children;
    StoryFamilies(make, partnership, cast, children).make_all();
    for (int number = 0; number < kOtherFamilies; ++number) ordinary_family(make, partnership, number);
    return children;
}

}  // namespace hearken::demonstration
