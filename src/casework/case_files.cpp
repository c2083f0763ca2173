#include "casework/case_files.hpp"

#include <functional>
#include <set>

namespace hearken::casework {

namespace {

using procedure::Field;
using procedure::FieldType;

/// A file in an answer: the fields from the form down to its own, and its name as reasons give it ("letters[0].scan").
struct Place {
    std::vector<const Field*> fields;
    std::string path;
};
using Visitor = std::function<void(const Place&, const std::string& id)>;

void each_file(const std::vector<Field>& fields, const engine::Answers& answers, const Place& outer, const Visitor& visit) {
    for (const auto& field : fields) {
        const auto found = answers.find(field.id);
        if (found == answers.end()) continue;
        Place place = outer;
        place.fields.push_back(&field);
        place.path += field.id;
        if (field.type == FieldType::File)
            for (const auto& id : found->second.values) visit(place, id);
        size_t number = 0;
        for (const auto& row : found->second.rows) {
            Place inner = place;
            inner.path += "[" + std::to_string(number++) + "].";
            each_file(field.fields, row, inner, visit);
        }
    }
}

const procedure::Form* form_of(const procedure::Definition& definition, const engine::Event& event) {
    const auto form = event.details.find("form");
    return event.answers.empty() || form == event.details.end() ? nullptr : definition.form(form->second);
}

bool is_masked_from(const Reader& reader, const Place& place, const PersonId& subject) {
    for (const auto* field : place.fields)
        if (is_masked(*field, reader.capacities, engine::holds(field->unmask_when, *reader.record.definition, reader.record.state, reader.surroundings, subject))) return true;
    return false;
}

/// Which field of which form, whoever it is about and whatever row.
std::string standing(const engine::Event& event, const Place& place, const std::string& id) {
    std::string key = event.details.at("form");
    for (const auto* field : place.fields) key += "/" + field->id;
    return key + "/" + id;
}

}  // namespace

bool may_read_file(const Reader& reader, const store::Attachment& file) {
    if (file.case_id != reader.record.id || reader.view < access::CaseView::Party) return false;
    const bool own = file.uploaded_by == reader.actor.user;
    if (!reader.sees_fully() && !own) return false;
    bool readable = false;
    for (const auto& event : reader.record.events) {
        const auto* form = form_of(*reader.record.definition, event);
        if (!form || !(own || may_read_form(reader, *form))) continue;
        each_file(form->fields, event.answers, {}, [&](const Place& place, const std::string& id) {
            if (id == file.id.str() && !is_masked_from(reader, place, event.subject)) readable = true;
        });
    }
    return readable;
}

Result<void> adopt_files(store::Transaction& transaction, const access::Actor& actor, const CaseId& in_case, const procedure::Definition& definition,
                         const std::vector<engine::Event>& events, const std::vector<engine::Event>& earlier) {
    std::set<std::string> adopted, stood;
    Refusal refusal{RefusalCode::Invalid, {}};
    const auto adopt = [&](const engine::Event& event, const Place& place, const std::string& id) {
        if (adopted.contains(id) || stood.contains(standing(event, place, id))) return;
        const auto file = store::find_attachment(transaction, AttachmentId{id});
        if (file && file->uploaded_by == actor.user && store::adopt_attachment(transaction, file->id, in_case)) {
            adopted.insert(id);
            return;
        }
        const auto& field = *place.fields.back();
        refusal.reasons.push_back({"file", "A file for “" + (field.label.empty() ? field.id : field.label) + "” is no longer kept, or was never yours to send. Remove it, and attach it again.", place.path});
    };
    for (const auto& event : earlier)
        if (const auto* form = form_of(definition, event))
            each_file(form->fields, event.answers, {}, [&](const Place& place, const std::string& id) { stood.insert(standing(event, place, id)); });
    for (const auto& event : events)
        if (const auto* form = form_of(definition, event))
            each_file(form->fields, event.answers, {}, [&](const Place& place, const std::string& id) { adopt(event, place, id); });
    if (!adopted.empty() && store::count_attachments(transaction, in_case) > kMostFilesInCase)
        refusal.reasons.push_back({"too-many-files", "This record holds as many files as it may, " + std::to_string(kMostFilesInCase) + ". Put what is new into one document.", {}});
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return {};
}

}  // namespace hearken::casework
