#include "store/addresses.hpp"

#include <nlohmann/json.hpp>

#include "store/address_rows.hpp"
#include "store/codes.hpp"
#include "store/person_rows.hpp"
#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

using people::Address;
using people::PersonAddress;
using people::Protection;

namespace {

std::string lines_text(const std::vector<std::string>& lines) { return nlohmann::json(lines).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

template <class AnyId>
void write_readers(Transaction& transaction, const AddressId& address, const char* kind, const std::vector<AnyId>& readers) {
    for (const AnyId& reader : readers)
        Sql(transaction, "insert into address_reader (address_id, reader_kind, reader_id) values (:address, :kind, :reader) on conflict (address_id, reader_kind, reader_id) do nothing")
            .with("address", address).with("kind", kind).with("reader", reader).run();
}

void write_protection(Transaction& transaction, const AddressId& address, const Protection& protection) {
    Sql(transaction, "delete from address_reader where address_id = :address").with("address", address).run();
    write_readers(transaction, address, "user", protection.users_who_may_see);
    write_readers(transaction, address, "team", protection.teams_who_may_see);
    write_readers(transaction, address, "organisation", protection.organisations_who_may_see);
}

void bind(Sql& sql, const Address& address) {
    const people::AddressText& text = AddressRows::text(address);
    sql.with("id", address.id()).with("lines", lines_text(text.lines)).with("postcode", text.postcode).with("uprn", text.uprn)
        .with("protection", code_of(address.protection().kind)).with("protection_reason", address.protection().reason);
}

void add_readers(Reading& reading, const AddressId& address, Protection& protection) {
    for (const Row& row : Sql(reading, "select reader_kind, reader_id from address_reader where address_id = :address order by reader_kind, reader_id").with("address", address).rows()) {
        if (row.text(0) == "user") protection.users_who_may_see.emplace_back(row.text(1));
        if (row.text(0) == "team") protection.teams_who_may_see.emplace_back(row.text(1));
        if (row.text(0) == "organisation") protection.organisations_who_may_see.emplace_back(row.text(1));
    }
}

void index_again(Transaction& transaction, const PersonId& person) {
    if (const auto stored = find_person(transaction, person)) index_person(transaction, *stored);
}

std::vector<PersonAddress> lives_from(const std::vector<Row>& rows) {
    std::vector<PersonAddress> all;
    for (const Row& row : rows) {
        std::string use;
        PersonAddress& lives = all.emplace_back();
        row.into(lives.person, lives.address, use, lives.period.from, lives.period.until);
        lives.use = enumerator_of(use, people::AddressUse::Placement);
    }
    return all;
}

/// Which address, when: the words are in the address itself, so that a protected one is not told here.
std::string lives_json(const PersonAddress& lives) {
    return nlohmann::json{{"address", lives.address.str()}, {"use", code_of(lives.use)}, {"from", lives.period.from ? date_text(*lives.period.from) : ""},
                          {"until", lives.period.until ? date_text(*lives.period.until) : ""}}.dump();
}

std::string open_words(const Address& address) {
    if (address.is_protected()) return R"({"protection":")" + std::string(code_of(address.protection().kind)) + "\"}";
    return nlohmann::json{{"lines", address.open_text()->lines}, {"postcode", address.open_text()->postcode}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void add_address(Transaction& transaction, const Address& address) {
    Sql sql(transaction, "insert into address (id, lines, postcode, uprn, protection, protection_reason, revision) values (:id, :lines, :postcode, :uprn, :protection, :protection_reason, 1)");
    bind(sql, address);
    sql.run();
    write_protection(transaction, address.id(), address.protection());
}

Result<void> change_address(Transaction& transaction, const Address& address, int revision, const ChangedBy& by) {
    const auto before = find_address(transaction, address.id());
    if (!before) return refuse(RefusalCode::NotFound, "no-such-address", "There is no such address.");
    Sql sql(transaction,
            "update address set lines = :lines, postcode = :postcode, uprn = :uprn, protection = :protection, protection_reason = :protection_reason, "
            "revision = revision + 1 where id = :id and revision = :revision");
    bind(sql, address);
    if (sql.with("revision", revision).run() == 0) return changed_since("this address");
    write_protection(transaction, address.id(), address.protection());
    for (const PersonAddress& lives : persons_at_address(transaction, address.id())) {
        index_again(transaction, lives.person);
        note_person_change(transaction, lives.person, by, "address", open_words(before->address), open_words(address));
    }
    return {};
}

std::optional<StoredAddress> find_address(Reading& reading, const AddressId& id) {
    auto found = find_addresses(reading, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<StoredAddress> find_addresses(Reading& reading, const std::vector<AddressId>& ids) {
    std::vector<StoredAddress> found;
    Sql sql(reading, "select id, lines, postcode, uprn, protection, protection_reason, revision from address where id in " + in_list("id", ids.size()) + " order by id");
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) {
        AddressId id;
        people::AddressText text;
        Protection protection;
        std::string lines, kind;
        int revision = 1;
        row.into(id, lines, text.postcode, text.uprn, kind, protection.reason, revision);
        try {
            text.lines = nlohmann::json::parse(lines).get<std::vector<std::string>>();
        } catch (const nlohmann::json::exception&) {
            throw DatabaseDamaged("the lines of an address cannot be read");
        }
        protection.kind = enumerator_of(kind, people::ProtectionKind::Other);
        add_readers(reading, id, protection);
        found.push_back({Address::restored(id, std::move(text), std::move(protection)), revision});
    }
    return found;
}

std::vector<Address> protected_addresses_of(Reading& reading, const std::vector<PersonId>& persons) {
    Sql sql(reading, "select distinct a.id from person_address p join address a on a.id = p.address_id where a.protection <> 'none' and p.person_id in " + in_list("person", persons.size()));
    bind_list(sql, "person", persons);
    std::vector<AddressId> ids;
    for (const Row& row : sql.rows()) ids.emplace_back(row.text(0));
    std::vector<Address> addresses;
    for (StoredAddress& stored : find_addresses(reading, ids)) addresses.push_back(std::move(stored.address));
    return addresses;
}

void add_person_address(Transaction& transaction, const PersonAddress& lives, const ChangedBy& by) {
    Sql(transaction,
        "insert into person_address (person_id, address_id, address_use, valid_from, valid_until) values (:person, :address, :address_use, :valid_from, :valid_until) "
        "on conflict (person_id, address_id, address_use, valid_from) do update set valid_until = excluded.valid_until")
        .with("person", lives.person).with("address", lives.address).with("address_use", code_of(lives.use))
        .with("valid_from", lives.period.from ? date_text(*lives.period.from) : std::string{}).with("valid_until", lives.period.until).run();
    index_again(transaction, lives.person);
    note_person_change(transaction, lives.person, by, "address", "{}", lives_json(lives));
}

bool end_person_address(Transaction& transaction, const PersonAddress& lives, people::Date until, const ChangedBy& by) {
    PersonAddress ended = lives;
    ended.period.until = until;
    const long changed = Sql(transaction,
                             "update person_address set valid_until = :until where person_id = :person and address_id = :address and address_use = :address_use "
                             "and valid_from = :valid_from and (valid_until is null or valid_until > :until)")
                             .with("until", until).with("person", lives.person).with("address", lives.address).with("address_use", code_of(lives.use))
                             .with("valid_from", lives.period.from ? date_text(*lives.period.from) : std::string{}).run();
    if (changed == 0) return false;
    note_person_change(transaction, lives.person, by, "address", lives_json(lives), lives_json(ended));
    return true;
}

std::vector<PersonAddress> addresses_of_person(Reading& reading, const PersonId& person) {
    return lives_from(Sql(reading, "select person_id, address_id, address_use, valid_from, valid_until from person_address where person_id = :person order by valid_from desc, address_id")
                          .with("person", person).rows());
}

std::vector<PersonAddress> persons_at_address(Reading& reading, const AddressId& address) {
    return lives_from(Sql(reading, "select person_id, address_id, address_use, valid_from, valid_until from person_address where address_id = :address order by valid_from desc, person_id")
                          .with("address", address).rows());
}

}  // namespace hearken::store
