#include "store/definition_versions.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

DefinitionVersion version_of(const Row& row) {
    DefinitionVersion v;
    row.into(v.procedure, v.version, v.source, v.loaded_at);
    return v;
}

}  // namespace

Result<void> keep_definition_version(Transaction& transaction, const DefinitionVersion& version) {
    const auto held = find_definition_version(transaction, version.procedure, version.version);
    if (held && held->source == version.source) return {};
    if (held)
        return refuse(RefusalCode::Conflict, "version-in-use",
                      version.procedure + " version " + version.version + " is in use with other words. Give the changed definition a new version.");
    Sql(transaction, "insert into definition_version (procedure, version, source, loaded_at) values (:procedure, :version, :source, :loaded_at)")
        .with("procedure", version.procedure).with("version", version.version).with("source", version.source).with("loaded_at", version.loaded_at).run();
    return {};
}

std::optional<DefinitionVersion> find_definition_version(Reading& reading, const std::string& procedure, const std::string& version) {
    const auto row = Sql(reading, "select procedure, version, source, loaded_at from definition_version where procedure = :procedure and version = :version")
                         .with("procedure", procedure).with("version", version).row();
    return row ? std::optional(version_of(*row)) : std::nullopt;
}

std::vector<DefinitionVersion> all_definition_versions(Reading& reading) {
    std::vector<DefinitionVersion> versions;
    for (const Row& row : Sql(reading, "select procedure, version, source, loaded_at from definition_version order by procedure, version").rows())
        versions.push_back(version_of(row));
    return versions;
}

}  // namespace hearken::store
