#include "store/attachments.hpp"

#include <openssl/evp.h>

#include <stdexcept>

#include "store/digest.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "id, case_id, uploaded_by, uploaded_at, file_name, content_type, size, sha256";
constexpr size_t kPartBytes = 3 * 256 * 1024;  // a multiple of three, so that no part but the last is padded

Attachment attachment_of(const Row& row) {
    Attachment a;
    row.into(a.id, a.case_id, a.uploaded_by, a.uploaded_at, a.file_name, a.content_type, a.size, a.sha256);
    return a;
}

std::string to_base64(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // and the end that OpenSSL writes
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<size_t>(length));
    return text;
}

void append_from_base64(std::string& bytes, const std::string& text) {
    const size_t before = bytes.size();
    bytes.resize(before + 3 * (text.size() / 4));
    const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data() + before), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (length < 0) throw DatabaseDamaged("the content of a file in the database cannot be read");
    // OpenSSL counts the padding as bytes.
    const size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    bytes.resize(before + static_cast<size_t>(length) - padding);
}

}  // namespace

Attachment add_attachment(Transaction& transaction, Attachment attachment, std::string_view content) {
    if (content.size() > static_cast<size_t>(kMostFileBytes)) throw std::logic_error("a file above the limit reached the store");
    attachment.size = static_cast<long>(content.size());
    attachment.sha256 = sha256_hex(content);
    Sql(transaction, "insert into attachment (" + kColumns + ") values (:id, :case_id, :uploaded_by, :uploaded_at, :file_name, :content_type, :size, :sha256)")
        .with("id", attachment.id).with("case_id", attachment.case_id).with("uploaded_by", attachment.uploaded_by).with("uploaded_at", attachment.uploaded_at)
        .with("file_name", attachment.file_name).with("content_type", attachment.content_type).with("size", attachment.size).with("sha256", attachment.sha256).run();
    int number = 0;
    for (size_t at = 0; at < content.size(); at += kPartBytes)
        Sql(transaction, "insert into attachment_part (attachment_id, number, content) values (:id, :number, :content)")
            .with("id", attachment.id).with("number", number++).with("content", to_base64(content.substr(at, kPartBytes))).run();
    return attachment;
}

std::optional<Attachment> find_attachment(Reading& reading, const AttachmentId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from attachment where id = :id").with("id", id).row();
    return row ? std::optional(attachment_of(*row)) : std::nullopt;
}

std::vector<Attachment> attachments_of_case(Reading& reading, const CaseId& in_case) {
    std::vector<Attachment> found;
    if (in_case.empty()) return found;  // "" is everybody's that waits, which is nobody's list
    for (const Row& row : Sql(reading, "select " + kColumns + " from attachment where case_id = :case_id order by uploaded_at, id").with("case_id", in_case).rows())
        found.push_back(attachment_of(row));
    return found;
}

long count_attachments(Reading& reading, const CaseId& in_case) {
    return Sql(reading, "select count(*) from attachment where case_id = :case_id").with("case_id", in_case).number();
}

std::string attachment_content(Reading& reading, const Attachment& attachment) {
    std::string content;
    content.reserve(static_cast<size_t>(attachment.size) + 3);
    for (int number = 0; content.size() < static_cast<size_t>(attachment.size); ++number) {
        const auto part = Sql(reading, "select content from attachment_part where attachment_id = :id and number = :number").with("id", attachment.id).with("number", number).row();
        if (!part) throw DatabaseDamaged("a part of a file is missing from the database");
        append_from_base64(content, part->text(0));
    }
    if (sha256_hex(content) != attachment.sha256) throw DatabaseDamaged("a file in the database is not the one that was uploaded");
    return content;
}

bool adopt_attachment(Transaction& transaction, const AttachmentId& id, const CaseId& by) {
    return Sql(transaction, "update attachment set case_id = :case_id where id = :id and case_id = ''").with("case_id", by).with("id", id).run() > 0;
}

Uploaded uploaded_since(Reading& reading, const UserId& user, Instant since) {
    const auto row = Sql(reading,
                         "select coalesce(sum(size), 0), coalesce(sum(case when case_id = '' then size else 0 end), 0) from attachment "
                         "where uploaded_by = :user and uploaded_at > :since")
                         .with("user", user).with("since", since).row();
    Uploaded uploaded;
    row.value().into(uploaded.bytes, uploaded.waiting_bytes);
    return uploaded;
}

long remove_unnamed(Transaction& transaction, const CaseId& in_case) {
    long removed = 0;
    for (const auto& attachment : attachments_of_case(transaction, in_case)) {
        const auto named = Sql(transaction, "select count(*) from event_payload p join case_event e on e.id = p.event_id where e.case_id = :case_id and p.payload like :id escape '!'")
                               .with("case_id", in_case).with("id", like_anywhere(attachment.id.str())).number();
        if (named > 0) continue;
        Sql(transaction, "delete from attachment_part where attachment_id = :id").with("id", attachment.id).run();
        removed += Sql(transaction, "delete from attachment where id = :id").with("id", attachment.id).run();
    }
    return removed;
}

long remove_never_adopted(Transaction& transaction, Instant uploaded_before) {
    const std::string which = "case_id = '' and uploaded_at < :before";
    Sql(transaction, "delete from attachment_part where attachment_id in (select id from attachment where " + which + ")").with("before", uploaded_before).run();
    return Sql(transaction, "delete from attachment where " + which).with("before", uploaded_before).run();
}

}  // namespace hearken::store
