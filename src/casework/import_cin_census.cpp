#include "casework/import_cin_census.hpp"

#include "casework/audit_trail.hpp"
#include "casework/cin_census_writer.hpp"
#include "store/organisations.hpp"

namespace hearken::casework {

namespace {

constexpr auto kAction = access::Action::ImportReturn;
constexpr size_t kChildrenAtOnce = 20;

Result<void> check_organisation(World& world, const access::Actor& actor, const OrganisationId& id) {
    const auto found = world.database.read([&](store::Reading& reading) { return store::find_organisation(reading, id); });
    if (!found || found->kind != "childrens-social-care") return refuse(RefusalCode::NotFound, "organisation", "Choose the children's social care organisation whose return this is.", "organisation");
    if (actor.organisation != id && actor.organisation_kind != "partnership-board")
        return refuse(RefusalCode::NotPermitted, "other-organisation", "An authority's own administrator, or the partnership's, imports its returns.", "organisation");
    return {};
}

/// Writes some children; the audit line names whom.
Result<void> write_some(World& world, store::Transaction& transaction, const access::Actor& actor, const CinCensusRequest& request, const returns::CinCensus& census,
                        size_t from, size_t until, CinCensusDone& done) {
    CinCensusWriter writer(world, transaction, actor, request.organisation, census, done);
    auto line = audit_line(world, actor, kAction);
    line.detail = "cin-census:" + census.year;
    for (size_t i = from; i < until; ++i) {
        auto person = writer.write(census.children[i]);
        if (!person) return refuse(person.error());
        if (*person) line.persons.push_back(**person);
    }
    store::append_audit(transaction, std::move(line));
    return {};
}

}  // namespace

Result<CinCensusDone> import_cin_census(World& world, const access::Actor& actor, const CinCensusRequest& request, const std::function<void(size_t, size_t)>& progress) {
    if (auto may = allowed(world, actor, kAction); !may) return refuse(may.error());
    if (auto organisation = check_organisation(world, actor, request.organisation); !organisation) return refuse(organisation.error());
    const auto census = returns::read_cin_census(request.xml);
    if (!census) return refuse(census.error());
    CinCensusDone done;
    done.year = census->year;
    done.authority = census->authority;
    done.children = census->children.size();
    done.doubts = census->doubts;
    const size_t step = request.dry_run ? census->children.size() : kChildrenAtOnce;
    for (size_t from = 0; from < census->children.size(); from += step) {
        const size_t until = std::min(from + step, census->children.size());
        CinCensusDone as_written;
        bool all_written = false;
        const auto written = world.database.write([&](store::Transaction& transaction) -> Result<bool> {
            as_written = done;  // afresh: a transaction that is tried again has written nobody
            if (auto some = write_some(world, transaction, actor, request, *census, from, until, as_written); !some) return refuse(some.error());
            all_written = true;
            // A dry run goes as far as the real one, and is then undone.
            if (request.dry_run) return refuse(RefusalCode::Conflict, "dry-run", "Nothing was changed.");
            return true;
        });
        if (!written && !(request.dry_run && all_written)) return refuse(written.error());
        done = std::move(as_written);
        if (progress) progress(until, census->children.size());
    }
    return done;
}

}  // namespace hearken::casework
