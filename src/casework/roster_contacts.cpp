#include "casework/roster_contacts.hpp"

#include <map>
#include <sstream>

#include "store/persons.hpp"
#include "store/relationships.hpp"

namespace hearken::casework {

namespace {

constexpr std::string_view kOnList = "On the school's list as: ";
constexpr std::string_view kTelephone = "Telephone: ";
constexpr std::string_view kEmail = "E-mail: ";

/// What stands behind `label` on a line of its own; nothing when no line begins so.
std::optional<std::string> after(const std::string& note, std::string_view label) {
    std::istringstream lines(note);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(label)) return line.substr(label.size());
    return std::nullopt;
}

bool is_contact_line(const std::string& line) { return line.starts_with(kOnList) || line.starts_with(kTelephone) || line.starts_with(kEmail); }

}  // namespace

std::string contact_note(const people::RosterContact& contact) {
    std::string note = std::string(kOnList) + contact.relationship_text;
    if (!contact.telephone.empty()) note += "\n" + std::string(kTelephone) + contact.telephone;
    if (!contact.email.empty()) note += "\n" + std::string(kEmail) + contact.email;
    return note;
}

std::string note_without_contact(const std::string& note) {
    std::string rest;
    std::istringstream lines(note);
    for (std::string line; std::getline(lines, line);)
        if (!is_contact_line(line)) rest += (rest.empty() ? "" : "\n") + line;
    return rest;
}

std::vector<HeldContact> contacts_of(store::Reading& reading, const PersonId& child) {
    std::vector<HeldContact> contacts;
    std::map<PersonId, people::YesNo> responsible;
    for (const auto& one : store::parental_responsibility_for(reading, child))
        if (!one.holder.empty() && !one.period.until) responsible[one.holder] = one.held;
    for (const auto& relationship : store::relationships_of(reading, child)) {
        const auto words = after(relationship.note, kOnList);
        if (!words || relationship.of != child) continue;
        const auto person = store::find_person(reading, relationship.person);
        if (!person) continue;
        HeldContact held{{}, relationship};
        held.contact.name = person->person.current_name();
        held.contact.relationship = relationship.kind;
        held.contact.relationship_text = *words;
        held.contact.telephone = after(relationship.note, kTelephone).value_or("");
        held.contact.email = after(relationship.note, kEmail).value_or("");
        if (const auto found = responsible.find(relationship.person); found != responsible.end()) held.contact.parental_responsibility = found->second;
        contacts.push_back(std::move(held));
    }
    return contacts;
}

}  // namespace hearken::casework
