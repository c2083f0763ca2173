#include "store/made_documents.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns =
    "id, kind, case_id, person_id, title, version, revision, made_for, made_for_organisation, purpose, withheld, digest, made_by, organisation_id, made_at";

std::vector<MadeDocument> documents_from(const std::vector<Row>& rows) {
    std::vector<MadeDocument> documents;
    for (const Row& row : rows) {
        MadeDocument& d = documents.emplace_back();
        row.into(d.id, d.kind, d.case_id, d.person, d.title, d.version, d.revision, d.made_for, d.made_for_organisation, d.purpose, d.withheld, d.digest, d.made_by,
                 d.organisation, d.made_at);
    }
    return documents;
}

}  // namespace

void add_made_document(Transaction& transaction, const MadeDocument& d) {
    Sql(transaction, "insert into made_document (" + kColumns +
                         ") values (:id, :kind, :case_id, :person, :title, :version, :revision, :made_for, :made_for_organisation, :purpose, :withheld, :digest, :made_by, :organisation, :made_at)")
        .with("id", d.id).with("kind", d.kind).with("case_id", d.case_id).with("person", d.person).with("title", d.title).with("version", d.version)
        .with("revision", d.revision).with("made_for", d.made_for).with("made_for_organisation", d.made_for_organisation).with("purpose", d.purpose)
        .with("withheld", d.withheld).with("digest", d.digest).with("made_by", d.made_by).with("organisation", d.organisation).with("made_at", d.made_at).run();
}

std::vector<MadeDocument> documents_made_of_case(Reading& reading, const CaseId& case_id) {
    return documents_from(Sql(reading, "select " + kColumns + " from made_document where case_id = :case_id order by made_at desc, id desc").with("case_id", case_id).rows());
}

std::vector<MadeDocument> documents_made_about(Reading& reading, const PersonId& person) {
    return documents_from(Sql(reading, "select " + kColumns + " from made_document where person_id = :person order by made_at desc, id desc").with("person", person).rows());
}

}  // namespace hearken::store
