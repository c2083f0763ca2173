#include "store/directory.hpp"

#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

constexpr int kNoAge = -1;

const std::string kColumns = "id, kind, organisation_id, name, what_for, areas, worries, age_from, age_to, phone, mailbox, web, hours, preference, is_public, "
                             "checked_on, checked_by, retired_at, revision";

DirectoryEntry entry_of(const Row& row) {
    DirectoryEntry e;
    std::string areas, worries;
    int age_from = kNoAge, age_to = kNoAge;
    row.into(e.id, e.kind, e.organisation, e.name, e.what_for, areas, worries, age_from, age_to, e.phone, e.mailbox, e.web, e.hours, e.preference, e.is_public,
             e.checked_on, e.checked_by, e.retired_at, e.revision);
    e.areas = split_words(areas);
    e.worries = split_words(worries);
    if (age_from != kNoAge) e.age_from = age_from;
    if (age_to != kNoAge) e.age_to = age_to;
    return e;
}

void bind(Sql& sql, const DirectoryEntry& e) {
    sql.with("id", e.id).with("kind", e.kind).with("organisation_id", e.organisation).with("name", e.name).with("what_for", e.what_for).with("areas", joined(e.areas))
        .with("worries", joined(e.worries)).with("age_from", e.age_from.value_or(kNoAge)).with("age_to", e.age_to.value_or(kNoAge)).with("phone", e.phone)
        .with("mailbox", e.mailbox).with("web", e.web).with("hours", e.hours).with("preference", e.preference).with("is_public", e.is_public)
        .with("checked_on", e.checked_on ? date_text(*e.checked_on) : std::string{}).with("checked_by", e.checked_by)
        .with("retired_at", e.retired_at ? to_iso(*e.retired_at) : std::string{});
}

}  // namespace

void add_directory_entry(Transaction& transaction, const DirectoryEntry& entry) {
    Sql sql(transaction,
            "insert into directory_entry (id, kind, organisation_id, name, what_for, areas, worries, age_from, age_to, phone, mailbox, web, hours, preference, is_public, "
            "checked_on, checked_by, retired_at, revision) values (:id, :kind, :organisation_id, :name, :what_for, :areas, :worries, :age_from, :age_to, :phone, "
            ":mailbox, :web, :hours, :preference, :is_public, :checked_on, :checked_by, :retired_at, 1)");
    bind(sql, entry);
    sql.run();
}

Result<DirectoryEntry> change_directory_entry(Transaction& transaction, DirectoryEntry entry) {
    Sql sql(transaction,
            "update directory_entry set kind = :kind, organisation_id = :organisation_id, name = :name, what_for = :what_for, areas = :areas, worries = :worries, "
            "age_from = :age_from, age_to = :age_to, phone = :phone, mailbox = :mailbox, web = :web, hours = :hours, preference = :preference, is_public = :is_public, "
            "checked_on = :checked_on, checked_by = :checked_by, retired_at = :retired_at, revision = revision + 1 where id = :id and revision = :revision");
    bind(sql, entry);
    if (sql.with("revision", entry.revision).run() == 0) return changed_since("this entry");
    ++entry.revision;
    return entry;
}

std::optional<DirectoryEntry> find_directory_entry(Reading& reading, const DirectoryEntryId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from directory_entry where id = :id").with("id", id).row();
    return row ? std::optional(entry_of(*row)) : std::nullopt;
}

std::vector<DirectoryEntry> directory_entries(Reading& reading, bool retired_too) {
    std::vector<DirectoryEntry> entries;
    const std::string where = retired_too ? "" : " where retired_at = ''";
    for (const Row& row : Sql(reading, "select " + kColumns + " from directory_entry" + where + " order by preference, name, id").rows()) entries.push_back(entry_of(row));
    return entries;
}

}  // namespace hearken::store
