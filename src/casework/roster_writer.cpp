#include "casework/roster_writer.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "casework/roster_contacts.hpp"
#include "people/text.hpp"
#include "store/addresses.hpp"
#include "store/registrations.hpp"
#include "store/relationships.hpp"

namespace hearken::casework {

using people::Identifier;
using people::IdentifierKind;
using people::RosterContact;
using people::RosterItem;

namespace {

bool changed(const RosterItem& item, std::string_view field) {
    return std::any_of(item.changes.begin(), item.changes.end(), [&](const auto& change) { return change.field == field; });
}

/// Empty where there is no telephone to know somebody by.
std::string contact_key(const RosterContact& contact) {
    return contact.telephone.empty() ? std::string{} : people::folded(contact.name.full()) + "|" + people::letters_and_digits(contact.telephone);
}

std::string home_key(const people::AddressText& text) { return people::folded(people::AddressView{false, text, {}}.one_line()); }

}  // namespace

void RosterFamilies::add(const PersonId& person, const RosterContact& contact) {
    if (auto key = contact_key(contact); !key.empty()) contacts.emplace(std::move(key), person);
}

void RosterFamilies::add(const AddressId& address, const people::AddressText& text) { homes.emplace(home_key(text), address); }

Result<PersonId> RosterWriter::write(const RosterItem& item) {
    auto child = write_child(item);
    if (!child) {
        Refusal refusal = child.error();
        for (auto& reason : refusal.reasons) reason.text = "Row " + std::to_string(item.entry.row) + ": " + reason.text;
        return refuse(std::move(refusal));
    }
    write_registration(*child, item);
    write_address(*child, item);
    write_contacts(*child, item);
    return child;
}

Result<PersonId> RosterWriter::write_child(const RosterItem& item) {
    if (item.person.empty()) {
        const auto person = people::Person::make(world_.ids.next<PersonId>(), item.entry.person, today_);
        if (!person) return refuse(person.error());
        store::add_person(transaction_, *person, item.entry.identifiers, by_);
        return person->id();
    }
    const auto held = store::find_person(transaction_, item.person);
    const auto after = people::details_after(held->person, item.entry, today_);
    if (after != held->person.details()) {
        const auto revised = held->person.revised(after, today_);
        if (!revised) return refuse(revised.error());
        if (auto saved = store::change_person(transaction_, *revised, by_); !saved) return refuse(saved.error());
    }
    write_numbers(item);
    return item.person;
}

void RosterWriter::write_numbers(const RosterItem& item) {
    const auto held = store::find_person(transaction_, item.person)->identifiers;
    std::vector<Identifier> numbers = held;
    for (const auto& number : item.entry.identifiers) {
        const auto known = [&](const Identifier& other) { return other.kind() == number.kind() && other.value() == number.value() && other.issuer() == number.issuer(); };
        if (std::any_of(numbers.begin(), numbers.end(), known)) continue;
        // A UPN that was replaced stays findable; of the other single numbers the newest stands.
        for (auto& other : numbers)
            if (number.one_per_person() && other.kind() == number.kind() && number.kind() == IdentifierKind::Upn)
                other = Identifier::restored(IdentifierKind::FormerUpn, other.value(), other.issuer(), other.period());
        std::erase_if(numbers, [&](const Identifier& other) { return number.one_per_person() && other.kind() == number.kind(); });
        numbers.push_back(number);
    }
    if (numbers != held) store::change_identifiers(transaction_, item.person, numbers, by_);
}

void RosterWriter::write_registration(const PersonId& child, const RosterItem& item) {
    people::Registration next = item.entry.registration;
    next.person = child;
    next.kind = people::RegistrationKind::OnRoll;
    for (const auto& held : store::registrations_of_person(transaction_, child)) {
        if (held.organisation != school_ || held.kind != next.kind) continue;
        // The latest: a blank in the file leaves what is held, unless the child has come back.
        if (next.year_group.empty()) next.year_group = held.year_group;
        if (next.form.empty()) next.form = held.form;
        if (next.local_id.empty()) next.local_id = held.local_id;
        const bool came_back = held.period.until && *held.period.until < today_ && !next.period.until;
        if (came_back && !next.period.from) next.period.from = today_;
        if (came_back) break;
        if (!next.period.from) next.period.from = held.period.from;
        else if (held.period.from != next.period.from) store::remove_registration(transaction_, held, by_);
        if (!next.period.until) next.period.until = held.period.until;
        break;
    }
    store::keep_registration(transaction_, next, by_);
}

void RosterWriter::write_address(const PersonId& child, const RosterItem& item) {
    const bool is_new = item.verdict == people::RosterVerdict::New;
    if (!item.entry.address || !(is_new || changed(item, "address"))) return;
    people::PersonAddress lives{child, address_for(*item.entry.address), people::AddressUse::Home, {}};
    if (!is_new) {
        for (const auto& before : people::addresses_of(child, today_, store::addresses_of_person(transaction_, child))) {
            if (before.use != people::AddressUse::Home) continue;
            // From today the child lives at the new one; a move recorded on the day of another leaves one day of the old.
            const auto yesterday = calendar::plus_days(today_, -1);
            store::end_person_address(transaction_, before, before.period.from && *before.period.from > yesterday ? *before.period.from : yesterday, by_);
            lives.period.from = today_;
        }
    }
    store::add_person_address(transaction_, lives, by_);
}

AddressId RosterWriter::address_for(const people::AddressText& text) {
    if (const auto known = families_.homes.find(home_key(text)); known != families_.homes.end()) return known->second;
    const auto id = world_.ids.next<AddressId>();
    store::add_address(transaction_, people::Address::restored(id, text, {}));
    families_.add(id, text);
    return id;
}

void RosterWriter::write_contacts(const PersonId& child, const RosterItem& item) {
    if (item.entry.contacts.empty()) return;
    const auto held = contacts_of(transaction_, child);
    for (const auto& contact : item.entry.contacts) {
        people::Relationship relationship;
        relationship.of = child;
        relationship.kind = contact.relationship.value_or(people::RelationshipKind::OtherConnection);
        const auto before = std::find_if(held.begin(), held.end(), [&](const auto& one) { return people::folded(one.contact.name.full()) == people::folded(contact.name.full()); });
        RosterContact next = contact;
        std::string rest;
        if (before != held.end()) {
            relationship = before->relationship;
            rest = note_without_contact(relationship.note);
            if (next.telephone.empty()) next.telephone = before->contact.telephone;
            if (next.email.empty()) next.email = before->contact.email;
            if (next.relationship_text.empty()) next.relationship_text = before->contact.relationship_text;
        } else {
            relationship.person = contact_person(child, contact);
            // Already known as something to this child: that stands, and the list's words are added.
            for (const auto& known : store::relationships_of(transaction_, child))
                if (known.person == relationship.person && known.of == child && !known.period.until) {
                    relationship = known;
                    rest = note_without_contact(known.note);
                }
        }
        relationship.note = rest + (rest.empty() ? "" : "\n") + contact_note(next);
        store::keep_relationship(transaction_, relationship, by_);
        if (contact.parental_responsibility == people::YesNo::NotKnown) continue;
        people::ParentalResponsibility responsibility;
        responsibility.child = child;
        responsibility.holder = relationship.person;
        responsibility.held = contact.parental_responsibility;
        responsibility.evidence = "The school's roll";
        for (const auto& known : store::parental_responsibility_for(transaction_, child))
            if (known.holder == relationship.person && !known.period.until) {
                responsibility = known;
                responsibility.held = contact.parental_responsibility;
            }
        store::keep_parental_responsibility(transaction_, responsibility, by_);
    }
    for (const auto& gone : held) {
        const bool listed = std::any_of(item.entry.contacts.begin(), item.entry.contacts.end(), [&](const auto& contact) { return people::folded(contact.name.full()) == people::folded(gone.contact.name.full()); });
        if (listed) continue;
        auto relationship = gone.relationship;
        relationship.note = note_without_contact(relationship.note);
        store::keep_relationship(transaction_, relationship, by_);
    }
}

/// Somebody of that name already related to this child, or the contact of another pupil; otherwise a new person.
PersonId RosterWriter::contact_person(const PersonId& child, const RosterContact& contact) {
    for (const auto& known : store::relationships_of(transaction_, child)) {
        if (known.of != child) continue;
        const auto person = store::find_person(transaction_, known.person);
        if (person && people::folded(person->person.current_name().full()) == people::folded(contact.name.full())) return known.person;
    }
    if (const auto known = families_.contacts.find(contact_key(contact)); !contact.telephone.empty() && known != families_.contacts.end()) return known->second;
    people::PersonDetails details;
    details.kind = people::PersonKind::Adult;
    details.names.push_back(contact.name);
    const auto person = people::Person::make(world_.ids.next<PersonId>(), std::move(details), today_);
    // read_roster checked the name, which is all there is.
    if (!person) throw std::logic_error("a contact that was read cannot be recorded");
    store::add_person(transaction_, *person, {}, by_);
    families_.add(person->id(), contact);
    return person->id();
}

void RosterWriter::end_registration(const PersonId& person) {
    for (auto held : store::registrations_of_person(transaction_, person)) {
        if (held.organisation != school_ || held.kind != people::RegistrationKind::OnRoll || !held.period.covers(today_)) continue;
        const auto yesterday = calendar::plus_days(today_, -1);
        held.period.until = held.period.from && *held.period.from > yesterday ? *held.period.from : yesterday;
        store::keep_registration(transaction_, held, by_);
    }
}

}  // namespace hearken::casework
