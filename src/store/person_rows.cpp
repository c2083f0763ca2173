#include "store/person_rows.hpp"

#include <set>

#include "people/matching.hpp"
#include "people/name_search.hpp"
#include "store/addresses.hpp"
#include "store/person_keys.hpp"

namespace hearken::store {

using people::Identifier;
using people::Name;
using people::Person;
using people::PersonDetails;

namespace {

const std::string kColumns =
    "kind, display_name, list_name, birth_certainty, birth_date, birth_order, died, sex, gender, ethnicity, first_language, interpreter_needed, "
    "communication_needs, religion, disabilities, disability_note";

std::string words(const std::vector<std::string>& all) { return joined({all.begin(), all.end()}); }

void bind(Sql& sql, const Person& person) {
    const PersonDetails& d = person.details();
    sql.with("kind", code_of(d.kind)).with("display_name", person.display_name()).with("list_name", person.name_for_list())
        .with("birth_certainty", code_of(d.birth.certainty)).with("birth_date", d.birth.date).with("birth_order", d.birth_order).with("died", d.died)
        .with("sex", code_of(d.sex)).with("gender", d.gender).with("ethnicity", d.ethnicity).with("first_language", d.first_language)
        .with("interpreter_needed", code_of(d.interpreter_needed)).with("communication_needs", d.communication_needs).with("religion", d.religion)
        .with("disabilities", words(d.disabilities)).with("disability_note", d.disability_note);
}

void write_names(Transaction& transaction, const Person& person) {
    Sql(transaction, "delete from person_name where person_id = :id").with("id", person.id()).run();
    int number = 0;
    for (const Name& name : person.details().names)
        Sql(transaction,
            "insert into person_name (person_id, number, kind, given, middle, surname, surname_first, valid_from, valid_until) "
            "values (:id, :number, :kind, :given, :middle, :surname, :surname_first, :valid_from, :valid_until)")
            .with("id", person.id()).with("number", ++number).with("kind", code_of(name.type)).with("given", name.given).with("middle", name.middle)
            .with("surname", name.surname).with("surname_first", name.surname_first).with("valid_from", name.period.from)
            .with("valid_until", name.period.until).run();
}

}  // namespace

void write_person(Transaction& transaction, const Person& person, const ChangedBy& by, bool is_new) {
    const std::string insert =
        "insert into person (id, " + kColumns + ", created_at, created_by, created_at_organisation, updated_at, revision) values "
        "(:id, :kind, :display_name, :list_name, :birth_certainty, :birth_date, :birth_order, :died, :sex, :gender, :ethnicity, :first_language, "
        ":interpreter_needed, :communication_needs, :religion, :disabilities, :disability_note, :at, :by, :organisation, :at, :revision)";
    const std::string update =
        "update person set kind = :kind, display_name = :display_name, list_name = :list_name, birth_certainty = :birth_certainty, "
        "birth_date = :birth_date, birth_order = :birth_order, died = :died, sex = :sex, gender = :gender, ethnicity = :ethnicity, "
        "first_language = :first_language, interpreter_needed = :interpreter_needed, communication_needs = :communication_needs, religion = :religion, "
        "disabilities = :disabilities, disability_note = :disability_note, updated_at = :at, revision = :revision where id = :id";
    Sql sql(transaction, is_new ? insert : update);
    bind(sql, person);
    sql.with("id", person.id()).with("at", by.at).with("revision", person.revision());
    if (is_new) sql.with("by", by.user).with("organisation", by.organisation);
    sql.run();
    write_names(transaction, person);
}

void write_identifiers(Transaction& transaction, const PersonId& person, const std::vector<Identifier>& identifiers) {
    Sql(transaction, "delete from person_identifier where person_id = :id").with("id", person).run();
    for (const Identifier& identifier : identifiers)
        Sql(transaction,
            "insert into person_identifier (person_id, kind, value, issuer, valid_from, valid_until) "
            "values (:id, :kind, :value, :issuer, :valid_from, :valid_until) on conflict (person_id, kind, value, issuer) do nothing")
            .with("id", person).with("kind", code_of(identifier.kind())).with("value", identifier.value()).with("issuer", identifier.issuer())
            .with("valid_from", identifier.period().from).with("valid_until", identifier.period().until).run();
}

std::map<std::string, std::string> fields_of(const PersonDetails& d) {
    std::map<std::string, std::string> fields;
    const auto put = [&](const std::string& field, std::string_view text) {
        if (!text.empty()) fields[field] = text;
    };
    put("kind", code_of(d.kind));
    for (size_t i = 0; i < d.names.size(); ++i) put("names." + std::to_string(i), std::string(label_of(d.names[i].type)) + ": " + d.names[i].full());
    put("birth", d.birth.date ? std::string(code_of(d.birth.certainty)) + " " + date_text(*d.birth.date) : std::string(code_of(d.birth.certainty)));
    if (d.birth_order) put("birth_order", std::to_string(*d.birth_order));
    put("sex", label_of(d.sex));
    put("gender", d.gender);
    put("ethnicity", d.ethnicity);
    put("first_language", d.first_language);
    put("interpreter_needed", label_of(d.interpreter_needed));
    put("communication_needs", d.communication_needs);
    put("religion", d.religion);
    put("disabilities", words(d.disabilities));
    put("disability_note", d.disability_note);
    if (d.died) put("died", date_text(*d.died));
    return fields;
}

std::map<std::string, std::string> fields_of(const std::vector<Identifier>& identifiers) {
    std::map<std::string, std::string> fields;
    for (const Identifier& identifier : identifiers) {
        std::string& field = fields[std::string(code_of(identifier.kind()))];
        field += (field.empty() ? "" : ", ") + identifier.display();
    }
    return fields;
}

void index_person(Transaction& transaction, const StoredPerson& stored) {
    const PersonId& id = stored.person.id();
    std::vector<AddressId> lived_at;
    for (const auto& lives : addresses_of_person(transaction, id)) lived_at.push_back(lives.address);
    std::vector<people::Address> addresses;
    for (auto& held : find_addresses(transaction, lived_at)) addresses.push_back(std::move(held.address));

    const auto index = people::name_index(stored.person);
    std::set<std::string> keys;
    for (const std::string& word : split_words(index.words)) keys.insert(word_key(word));
    for (const std::string& sound : split_words(index.sounds)) keys.insert(sound_key(sound));
    for (const std::string& key : people::match_keys(people::match_subject(stored.person, stored.identifiers, addresses))) keys.insert(match_key(key));

    Sql(transaction, "delete from person_key where person_id = :id").with("id", id).run();
    if (keys.empty()) return;
    std::string sql = "insert into person_key (key, person_id) values ";
    for (size_t i = 0; i < keys.size(); ++i) sql += (i ? ", (:key" : "(:key") + std::to_string(i) + ", :id)";
    Sql insert(transaction, sql);
    bind_list(insert, "key", keys);
    insert.with("id", id).run();
}

std::vector<Identifier> identifiers_of(Reading& reading, const PersonId& person) {
    std::vector<Identifier> identifiers;
    for (const Row& row : Sql(reading, "select kind, value, issuer, valid_from, valid_until from person_identifier where person_id = :id order by kind, value, issuer").with("id", person).rows()) {
        std::string kind, value, issuer;
        people::Period period;
        row.into(kind, value, issuer, period.from, period.until);
        const auto known = people::identifier_kind_from_code(kind);
        if (!known) throw DatabaseDamaged("an identifier is of a kind that this program does not know");
        identifiers.push_back(Identifier::restored(*known, value, issuer, period));
    }
    return identifiers;
}

}  // namespace hearken::store
