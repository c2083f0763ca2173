#include "store/organisations.hpp"

#include "store/page_of.hpp"
#include "store/revision.hpp"

namespace hearken::store {

namespace {

const std::string kColumns = "o.id, o.kind, o.name, o.urn, o.parent_id, o.area, o.telephone, o.address, o.invented, o.closed_on, o.revision";

Organisation organisation_of(const Row& row) {
    Organisation o;
    row.into(o.id, o.kind, o.name, o.urn, o.parent, o.area, o.telephone, o.address, o.invented, o.closed_on, o.revision);
    return o;
}

void bind(Sql& sql, const Organisation& o) {
    sql.with("id", o.id).with("kind", o.kind).with("name", o.name).with("urn", o.urn).with_reference("parent_id", o.parent).with("area", o.area)
        .with("telephone", o.telephone).with("address", o.address).with("invented", o.invented).with("closed_on", o.closed_on);
}

tl::unexpected<Refusal> urn_taken() {
    return refuse(RefusalCode::Conflict, "urn-taken", "Another organisation has this URN. Check the number.", "urn");
}

bool urn_is_anothers(Reading& reading, const Organisation& organisation) {
    if (!organisation.urn) return false;
    const auto other = find_organisation_by_urn(reading, *organisation.urn);
    return other && other->id != organisation.id;
}

std::string filtered(const OrganisationFilter& filter) {
    std::string where = " where 1 = 1";
    if (!filter.kind.empty()) where += " and o.kind = :kind";
    if (!filter.name_contains.empty()) where += " and lower(o.name) like lower(:words) escape '!'";
    if (!filter.closed_too) where += " and o.closed_on is null";
    return where;
}

void bind(Sql& sql, const OrganisationFilter& filter) {
    if (!filter.kind.empty()) sql.with("kind", filter.kind);
    if (!filter.name_contains.empty()) sql.with("words", like_anywhere(filter.name_contains));
}

}  // namespace

Result<Organisation> add_organisation(Transaction& transaction, Organisation organisation) {
    if (urn_is_anothers(transaction, organisation)) return urn_taken();
    organisation.revision = 1;
    Sql sql(transaction,
            "insert into organisation (id, kind, name, urn, parent_id, area, telephone, address, invented, closed_on, revision) "
            "values (:id, :kind, :name, :urn, :parent_id, :area, :telephone, :address, :invented, :closed_on, 1)");
    bind(sql, organisation);
    sql.run();
    return organisation;
}

Result<Organisation> change_organisation(Transaction& transaction, Organisation organisation) {
    if (urn_is_anothers(transaction, organisation)) return urn_taken();
    Sql sql(transaction,
            "update organisation set kind = :kind, name = :name, urn = :urn, parent_id = :parent_id, area = :area, telephone = :telephone, "
            "address = :address, invented = :invented, closed_on = :closed_on, revision = revision + 1 where id = :id and revision = :revision");
    bind(sql, organisation);
    if (sql.with("revision", organisation.revision).run() == 0) return changed_since("this organisation");
    ++organisation.revision;
    return organisation;
}

std::optional<Organisation> find_organisation(Reading& reading, const OrganisationId& id) {
    const auto row = Sql(reading, "select " + kColumns + " from organisation o where o.id = :id").with("id", id).row();
    return row ? std::optional(organisation_of(*row)) : std::nullopt;
}

std::optional<Organisation> find_organisation_by_urn(Reading& reading, const std::string& urn) {
    const auto row = Sql(reading, "select " + kColumns + " from organisation o where o.urn = :urn").with("urn", urn).row();
    return row ? std::optional(organisation_of(*row)) : std::nullopt;
}

std::vector<Organisation> find_organisations(Reading& reading, const std::vector<OrganisationId>& ids) {
    std::vector<Organisation> found;
    Sql sql(reading, "select " + kColumns + " from organisation o where o.id in " + in_list("id", ids.size()) + " order by o.name, o.id");
    bind_list(sql, "id", ids);
    for (const Row& row : sql.rows()) found.push_back(organisation_of(row));
    return found;
}

Paged<Organisation> list_organisations(Reading& reading, const OrganisationFilter& filter, const Page& page) {
    std::string text = "select " + kColumns + " from organisation o" + filtered(filter);
    if (!page.after.empty()) text += " and (o.name, o.id) > (select name, id from organisation where id = :after)";
    Sql sql(reading, text + " order by o.name, o.id limit :most");
    bind(sql, filter);
    if (!page.after.empty()) sql.with("after", page.after);
    sql.with("most", page.size + 1);
    return page_of(sql.rows(), page, organisation_of, [](const Organisation& o) { return o.id.str(); });
}

long count_organisations(Reading& reading, const OrganisationFilter& filter) {
    Sql sql(reading, "select count(*) from organisation o" + filtered(filter));
    bind(sql, filter);
    return sql.number();
}

}  // namespace hearken::store
