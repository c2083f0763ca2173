#include "demonstration/family_maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "calendar/local_time.hpp"
#include "people/household.hpp"
#include "store/addresses.hpp"
#include "store/households.hpp"
#include "store/registrations.hpp"
#include "store/relationships.hpp"

namespace hearken::demonstration {

using people::Identifier;
using people::IdentifierKind;
using people::PersonKind;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::logic_error("the demonstration's people: " + result.error().reasons.front().text);
    return std::move(*result);
}

/// Numbers beginning 999 are never given to anybody; the tenth figure is the check.
std::string nhs_number(int serial) {
    // Two in a row never both lack a check figure, so that each serial has a number of its own.
    for (int n = serial * 2;; ++n) {
        const std::string nine = fmt::format("999{:06}", n);
        int sum = 0;
        for (int i = 0; i < 9; ++i) sum += (nine[i] - '0') * (10 - i);
        const int check = (11 - sum % 11) % 11;
        if (check < 10) return nine + std::to_string(check);
    }
}

/// Of local authority 999, which there is none of.
std::string upn(int serial, int year) {
    const std::string twelve = fmt::format("9999001{:02}{:03}", year % 100, serial % 1000);
    return std::string(1, *people::upn_check_letter(twelve)) + twelve;
}

}  // namespace

FamilyMaker::FamilyMaker(casework::World& world, store::Transaction& transaction, store::ChangedBy by, int first_serial)
    : world_(world), transaction_(transaction), by_(std::move(by)), today_(calendar::local_date_of(world.clock.now())), serial_(first_serial) {}

std::vector<Identifier> FamilyMaker::numbers_of(const people::PersonDetails& details) {
    ++serial_;
    std::vector<Identifier> numbers;
    if (details.kind == PersonKind::Unborn) return numbers;
    numbers.push_back(must(Identifier::make(IdentifierKind::NhsNumber, nhs_number(serial_))));
    if (details.kind == PersonKind::Child && details.birth.date && people::age_in_years(*details.birth.date, today_) >= 4)
        numbers.push_back(must(Identifier::make(IdentifierKind::Upn, upn(serial_, static_cast<int>(details.birth.date->year()) + 4))));
    return numbers;
}

PersonId FamilyMaker::person(people::PersonDetails details) {
    const auto id = world_.ids.next<PersonId>();
    auto numbers = numbers_of(details);
    store::add_person(transaction_, must(people::Person::make(id, std::move(details), today_)), numbers, by_);
    return id;
}

PersonId FamilyMaker::person(PersonKind kind, const std::string& given, const std::string& surname, people::Sex sex, int days_old) {
    people::PersonDetails details;
    details.kind = kind;
    people::Name name;
    name.given = given;
    name.surname = surname;
    details.names.push_back(name);
    details.birth = people::Birth::exact(calendar::plus_days(today_, -days_old));
    details.sex = sex;
    details.first_language = "English";
    return person(std::move(details));
}

void FamilyMaker::alias(const PersonId& id, const std::string& given, const std::string& surname) {
    const auto held = store::find_person(transaction_, id);
    auto details = held->person.details();
    people::Name name;
    name.type = people::NameType::Alias;
    name.given = given;
    name.surname = surname;
    details.names.push_back(name);
    if (!store::change_person(transaction_, must(held->person.revised(std::move(details), today_)), by_)) throw std::logic_error("an alias was refused");
}

AddressId FamilyMaker::home(const std::string& line, const std::string& place, const std::string& postcode, people::Protection protection) {
    const auto id = world_.ids.next<AddressId>();
    store::add_address(transaction_, must(people::Address::make(id, {{line, place}, postcode, ""}, std::move(protection))));
    return id;
}

void FamilyMaker::lives_at(const PersonId& person, const AddressId& address, people::AddressUse use) {
    store::add_person_address(transaction_, {person, address, use, {}}, by_);
}

void FamilyMaker::household(const AddressId& address, const std::vector<PersonId>& members) {
    people::Household household;
    household.id = world_.ids.next<HouseholdId>();
    household.address = address;
    for (const auto& member : members) household.members.push_back({member, {}});
    store::keep_household(transaction_, household, by_);
}

void FamilyMaker::related(const PersonId& person, people::RelationshipKind kind, const PersonId& of, const std::string& note) {
    store::keep_relationship(transaction_, must(people::checked(people::Relationship{person, kind, of, {}, note})), by_);
}

void FamilyMaker::responsible(const PersonId& holder, const PersonId& child, people::ResponsibilityBasis basis, const std::string& evidence) {
    people::ParentalResponsibility responsibility;
    responsibility.child = child;
    responsibility.holder = holder;
    responsibility.held = people::YesNo::Yes;
    responsibility.basis = basis;
    responsibility.evidence = evidence;
    store::keep_parental_responsibility(transaction_, must(people::checked(responsibility)), by_);
}

void FamilyMaker::on_roll(const PersonId& child, const OrganisationId& school, int days_old, char letter) {
    // School years run from September: a child of four is in Reception.
    const auto born = calendar::plus_days(today_, -days_old);
    const int year_born = static_cast<int>(born.year()) + (born.month() >= std::chrono::September ? 1 : 0);
    const int year_now = static_cast<int>(today_.year()) + (today_.month() >= std::chrono::September ? 1 : 0);
    const int year = std::clamp(year_now - year_born - 5, 0, 11);
    people::Registration registration;
    registration.person = child;
    registration.organisation = school;
    registration.kind = people::RegistrationKind::OnRoll;
    registration.year_group = year == 0 ? "R" : std::to_string(year);
    registration.form = registration.year_group + letter;
    registration.local_id = fmt::format("{:04}", 1000 + serial_);
    registration.period.from = people::Date{std::chrono::year{year_now - 1 - year}, std::chrono::September, std::chrono::day{3}};
    store::keep_registration(transaction_, must(people::checked(registration)), by_);
}

void FamilyMaker::known_to(const PersonId& person, const OrganisationId& organisation) {
    people::Registration registration;
    registration.person = person;
    registration.organisation = organisation;
    registration.kind = people::RegistrationKind::KnownTo;
    registration.period.from = calendar::plus_months(today_, -6);
    store::keep_registration(transaction_, must(people::checked(registration)), by_);
}

}  // namespace hearken::demonstration
