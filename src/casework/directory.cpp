#include "casework/directory.hpp"

#include <algorithm>

#include "calendar/local_time.hpp"
#include "calendar/service_hours.hpp"
#include "casework/audit_trail.hpp"
#include "casework/who_to_ring.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::casework {

using store::DirectoryEntry;
using store::DirectoryEntryId;

namespace {

constexpr auto kAction = access::Action::AdministerDirectory;
constexpr char kPartnership[] = "partnership-board";

bool keeps(const access::Actor& actor, const OrganisationId& whose) { return actor.organisation_kind == kPartnership || (!whose.empty() && whose == actor.organisation); }

tl::unexpected<Refusal> not_theirs() {
    return refuse(RefusalCode::NotPermitted, "another-organisation", "This entry is kept by another organisation. Tell them, or the partnership's manager, what is wrong with it.");
}
tl::unexpected<Refusal> no_such_entry() { return refuse(RefusalCode::NotFound, "no-such-entry", "There is no such entry in the directory."); }

bool has_option(const World& world, const char* list, const std::string& code) {
    const auto options = world.library.vocabulary().code_lists.find(list);
    return options != world.library.vocabulary().code_lists.end() &&
           std::any_of(options->second.begin(), options->second.end(), [&](const auto& option) { return option.id == code; });
}

/// Digits, spaces and the signs that telephone numbers are written with.
bool is_telephone(const std::string& text) {
    return text.find_first_not_of("0123456789 +()-") == std::string::npos && std::count_if(text.begin(), text.end(), ::isdigit) >= 3;
}

Result<void> check(const World& world, const DirectoryEntry& entry) {
    Refusal refusal;
    const auto fault = [&](const char* code, const char* text, const char* field) { refusal.reasons.push_back({code, text, field}); };
    if (entry.name.empty() || entry.name.size() > 200) fault("required", "Enter the name of the service or team, up to 200 characters.", "name");
    if (!has_option(world, "directory-kinds", entry.kind)) fault("unknown", "Choose what kind of service it is.", "kind");
    for (const auto& area : entry.areas)
        if (!has_option(world, "local-authorities", area)) fault("unknown", "Choose areas from those offered.", "areas");
    for (const auto& worry : entry.worries)
        if (!has_option(world, "directory-worries", worry)) fault("unknown", "Choose worries from those offered.", "worries");
    if (entry.phone.empty() && entry.mailbox.empty() && entry.web.empty()) fault("required", "Enter a telephone number, a mailbox or a web address.", "phone");
    if (!entry.phone.empty() && !is_telephone(entry.phone)) fault("telephone", "Enter a telephone number with figures and spaces only, for example 01632 960101.", "phone");
    if (!entry.mailbox.empty() && entry.mailbox.find('@') == std::string::npos) fault("email", "Enter the address of a team's mailbox, with an @ in it.", "mailbox");
    if (!entry.web.empty() && !entry.web.starts_with("https://")) fault("web", "Enter a web address that begins with https://", "web");
    if (!entry.hours.empty())
        if (const auto hours = calendar::ServiceHours::parse(entry.hours, "hours"); !hours) refusal.reasons.insert(refusal.reasons.end(), hours.error().reasons.begin(), hours.error().reasons.end());
    const auto in_range = [](const std::optional<int>& age) { return !age || (*age >= 0 && *age <= 25); };
    if (!in_range(entry.age_from) || !in_range(entry.age_to)) fault("age", "Enter ages in whole years from 0 to 25, or leave them empty.", "age-from");
    else if (entry.age_from && entry.age_to && *entry.age_from > *entry.age_to) fault("age", "The first age must not be above the last.", "age-from");
    if (entry.preference < 1 || entry.preference > 99) fault("range", "Enter a number from 1 (rung first) to 99.", "preference");
    if (entry.what_for.size() > 500) fault("too-long", "Say what it is for in up to 500 characters.", "what-for");
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

void mark_checked(World& world, store::Reading& reading, const access::Actor& actor, DirectoryEntry& entry) {
    entry.checked_on = calendar::local_date_of(world.clock.now());
    const auto user = store::find_user(reading, actor.user);
    entry.checked_by = user ? user->display_name : std::string{};
}

void leave_line(World& world, store::Transaction& transaction, const access::Actor& actor, const char* did, const DirectoryEntryId& id) {
    auto line = audit_line(world, actor, kAction);
    line.detail = std::string(did) + ":" + id.str();
    store::append_audit(transaction, std::move(line));
}

/// One change of an entry that is there: whose it is decides who may.
template <class Change>
Result<void> change_entry(World& world, const access::Actor& actor, const DirectoryEntryId& id, const char* did, Change change) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    return world.database.write([&](store::Transaction& transaction) -> Result<void> {
        auto held = store::find_directory_entry(transaction, id);
        if (!held) return no_such_entry();
        if (!keeps(actor, held->organisation)) return not_theirs();
        change(transaction, *held);
        if (auto changed = store::change_directory_entry(transaction, *held); !changed) return refuse(changed.error());
        leave_line(world, transaction, actor, did, id);
        return {};
    });
}

}  // namespace

Result<DirectoryToKeep> read_directory(World& world, const access::Actor& actor) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    DirectoryToKeep kept;
    const auto now = world.clock.now();
    for (auto& entry : world.database.read([](store::Reading& reading) { return store::directory_entries(reading, true); })) {
        if (!keeps(actor, entry.organisation)) continue;
        auto& list = entry.retired_at ? kept.retired : needs_checking(entry, now) ? kept.to_check : kept.others;
        list.push_back(std::move(entry));
    }
    return kept;
}

Result<DirectoryEntry> read_directory_entry(World& world, const access::Actor& actor, const DirectoryEntryId& id) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    auto entry = world.database.read([&](store::Reading& reading) { return store::find_directory_entry(reading, id); });
    if (!entry) return no_such_entry();
    if (!keeps(actor, entry->organisation)) return not_theirs();
    return std::move(*entry);
}

Result<DirectoryEntryId> save_directory_entry(World& world, const access::Actor& actor, DirectoryEntry entry) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (actor.organisation_kind != kPartnership) entry.organisation = actor.organisation;
    if (auto good = check(world, entry); !good) return refuse(good.error());
    return world.database.write([&](store::Transaction& transaction) -> Result<DirectoryEntryId> {
        DirectoryEntry next = entry;
        if (!next.organisation.empty() && !store::find_organisation(transaction, next.organisation))
            return refuse(RefusalCode::Invalid, "no-such-organisation", "Choose the organisation from the list.", "organisation");
        mark_checked(world, transaction, actor, next);
        if (next.id.empty()) {
            next.id = world.ids.next<DirectoryEntryId>();
            store::add_directory_entry(transaction, next);
        } else {
            const auto held = store::find_directory_entry(transaction, next.id);
            if (!held) return no_such_entry();
            if (!keeps(actor, held->organisation)) return not_theirs();
            next.retired_at = held->retired_at;
            if (auto changed = store::change_directory_entry(transaction, next); !changed) return refuse(changed.error());
        }
        leave_line(world, transaction, actor, "saved", next.id);
        return next.id;
    });
}

Result<void> check_directory_entry(World& world, const access::Actor& actor, const DirectoryEntryId& id) {
    return change_entry(world, actor, id, "checked", [&](store::Reading& reading, DirectoryEntry& entry) { mark_checked(world, reading, actor, entry); });
}

Result<void> retire_directory_entry(World& world, const access::Actor& actor, const DirectoryEntryId& id) {
    return change_entry(world, actor, id, "retired", [&](store::Reading&, DirectoryEntry& entry) { entry.retired_at = world.clock.now(); });
}

}  // namespace hearken::casework
