#include "store/safeguarding_posts.hpp"

#include "store/revision.hpp"
#include "store/sql.hpp"

namespace hearken::store {

namespace {

const std::string kColumns =
    "id, organisation_id, post, user_id, name, held_from, held_until, on_leadership_team, in_job_description, delegated_activities, trained_on, "
    "training_lapses_on, revision";

SafeguardingPost post_of(const Row& row) {
    SafeguardingPost p;
    row.into(p.id, p.organisation, p.post, p.user, p.name, p.held_from, p.held_until, p.on_leadership_team, p.in_job_description, p.delegated_activities,
             p.trained_on, p.training_lapses_on, p.revision);
    return p;
}

/// What may change of a holding: everything but whose school and which post it is.
void bind_changeable(Sql& sql, const SafeguardingPost& post) {
    sql.with_reference("user_id", post.user).with("name", post.name).with("held_from", post.held_from).with("held_until", post.held_until)
        .with("on_leadership_team", post.on_leadership_team).with("in_job_description", post.in_job_description)
        .with("delegated_activities", post.delegated_activities).with("trained_on", post.trained_on).with("training_lapses_on", post.training_lapses_on);
}

}  // namespace

void add_safeguarding_post(Transaction& transaction, const SafeguardingPost& post) {
    Sql sql(transaction, "insert into safeguarding_post (" + kColumns +
                             ") values (:id, :organisation_id, :post, :user_id, :name, :held_from, :held_until, :on_leadership_team, :in_job_description, "
                             ":delegated_activities, :trained_on, :training_lapses_on, 1)");
    sql.with("id", post.id).with("organisation_id", post.organisation).with("post", post.post);
    bind_changeable(sql, post);
    sql.run();
}

Result<SafeguardingPost> change_safeguarding_post(Transaction& transaction, SafeguardingPost post) {
    Sql sql(transaction,
            "update safeguarding_post set user_id = :user_id, name = :name, held_from = :held_from, held_until = :held_until, on_leadership_team = :on_leadership_team, "
            "in_job_description = :in_job_description, delegated_activities = :delegated_activities, trained_on = :trained_on, "
            "training_lapses_on = :training_lapses_on, revision = revision + 1 where id = :id and revision = :revision");
    bind_changeable(sql, post);
    if (sql.with("id", post.id).with("revision", post.revision).run() == 0) return changed_since("this post");
    ++post.revision;
    return post;
}

std::optional<SafeguardingPost> find_safeguarding_post(Reading& reading, const std::string& id) {
    const auto row = Sql(reading, "select " + kColumns + " from safeguarding_post where id = :id").with("id", id).row();
    return row ? std::optional(post_of(*row)) : std::nullopt;
}

std::vector<SafeguardingPost> safeguarding_posts_of(Reading& reading, const OrganisationId& organisation) {
    std::vector<SafeguardingPost> posts;
    for (const Row& row : Sql(reading, "select " + kColumns + " from safeguarding_post where organisation_id = :organisation order by post, held_from desc, id desc")
                              .with("organisation", organisation).rows())
        posts.push_back(post_of(row));
    return posts;
}

}  // namespace hearken::store
