#include "casework/attachments.hpp"

#include <chrono>

#include "casework/audit_trail.hpp"
#include "casework/case_files.hpp"
#include "casework/file_kinds.hpp"
#include "store/jobs.hpp"
#include "store/visible.hpp"

namespace hearken::casework {

namespace {

constexpr std::chrono::hours kDay{24};

tl::unexpected<Refusal> no_such_file() {
    return refuse(RefusalCode::NotFound, "no-such-file", "There is no such file on this record, or it is not one that you may open.");
}

Result<void> within_limits(World& world, store::Reading& reading, const access::Actor& actor, const CaseId& for_case, size_t size) {
    // A case that they may not act in has no files of theirs either.
    if (!for_case.empty() && store::view_of_case(reading, access::case_rule(actor), for_case) < access::CaseView::Party)
        return refuse(RefusalCode::NotFound, "no-such-case", "There is no such record, or it is not one that you may open.");
    const auto uploaded = store::uploaded_since(reading, actor.user, world.clock.now() - kDay);
    const long bytes = static_cast<long>(size);
    if (uploaded.waiting_bytes + bytes > kMostWaitingBytes || uploaded.bytes + bytes > kMostBytesADay)
        return refuse(RefusalCode::TooMany, "files-today", "You have attached as much as can be taken in one day. Send what you have attached, and attach the rest tomorrow; ask your administrator if it cannot wait.");
    return {};
}

}  // namespace

Result<AttachmentId> keep_attachment(World& world, const access::Actor& actor, const CaseId& for_case, const std::string& name, std::string_view content) {
    const auto action = for_case.empty() ? access::Action::OpenCase : access::Action::ActInCase;
    if (auto may = allowed(world, actor, action, for_case); !may) return refuse(may.error());
    if (content.size() > static_cast<size_t>(store::kMostFileBytes))
        return note_refusal(world, actor, action, for_case, Refusal::of(RefusalCode::Invalid, "file-too-large", "The file is larger than 20 MB. Attach a smaller copy, or split it."));
    const auto clean = clean_file_name(name);
    const auto type = content_type_of(clean, content);
    if (!type) return note_refusal(world, actor, action, for_case, type.error());
    auto kept = world.database.write([&](store::Transaction& transaction) -> Result<AttachmentId> {
        const auto now = world.clock.now();
        store::remove_never_adopted(transaction, now - kDay);
        if (auto within = within_limits(world, transaction, actor, for_case, content.size()); !within) return refuse(within.error());
        const auto file = store::add_attachment(transaction, {world.ids.next<AttachmentId>(), {}, actor.user, now, clean, *type, 0, {}}, content);
        store::ask_for_job_again(transaction, {world.ids.next<EventId>().str(), "remove-files", "", now + kDay + std::chrono::seconds{1}, "remove-files", 0});
        auto line = audit_line(world, actor, action);
        line.case_id = for_case;
        // The digest in the audit chain holds the content to what was uploaded; the name is personal data.
        line.detail = "file-kept:" + file.id.str() + ":" + file.sha256;
        store::append_audit(transaction, std::move(line));
        return file.id;
    });
    if (!kept) return note_refusal(world, actor, action, for_case, kept.error());
    return kept;
}

Result<FileRead> read_attachment(World& world, const access::Actor& actor, const CaseId& in_case, const AttachmentId& id) {
    constexpr auto action = access::Action::ReadCase;
    if (auto may = allowed(world, actor, action, in_case); !may) return refuse(may.error());
    std::vector<PersonId> about;
    auto outcome = world.database.read([&](store::Reading& reading) -> Result<FileRead> {
        const auto record = load_case(world, reading, in_case);
        const auto view = record ? access::view_of(actor, record->facts) : access::CaseView::None;
        if (view == access::CaseView::None) return no_such_file();
        about = subjects_in(record->state);
        const auto file = store::find_attachment(reading, id);
        const SurroundingsOf surroundings(world, reading, in_case, record->state);
        Names names(reading);
        const Reader reader{world, reading, actor, *record, surroundings.get(), view, capacities_of(world, actor, record->state), names};
        if (!file || !may_read_file(reader, *file)) return no_such_file();
        return FileRead{file->file_name, file->content_type, store::attachment_content(reading, *file)};
    });
    if (!outcome) return note_refusal(world, actor, action, in_case, outcome.error(), std::move(about));
    note_read(world, actor, action, in_case, std::move(about), "file:" + id.str());
    return outcome;
}

std::optional<FileNamed> attachment_named(World& world, const access::Actor& actor, const CaseId& in_case, const std::string& id) {
    return world.database.read([&](store::Reading& reading) -> std::optional<FileNamed> {
        const auto file = store::find_attachment(reading, AttachmentId{id});
        if (!file) return std::nullopt;
        const bool is_own_waiting = file->case_id.empty() && file->uploaded_by == actor.user;
        if (!is_own_waiting) {
            if (in_case.empty() || file->case_id != in_case) return std::nullopt;
            const auto record = load_case(world, reading, in_case);
            if (!record) return std::nullopt;
            const SurroundingsOf surroundings(world, reading, in_case, record->state);
            Names names(reading);
            const Reader reader{world, reading, actor, *record, surroundings.get(), access::view_of(actor, record->facts), capacities_of(world, actor, record->state), names};
            if (!may_read_file(reader, *file)) return std::nullopt;
        }
        return FileNamed{file->file_name, file->size};
    });
}

}  // namespace hearken::casework
