#include "casework/safeguarding_register.hpp"

#include <algorithm>

#include "calendar/moment_text.hpp"
#include "casework/actors.hpp"
#include "casework/audit_trail.hpp"
#include "casework/cover.hpp"
#include "casework/names.hpp"
#include "store/organisations.hpp"
#include "store/users.hpp"

namespace hearken::casework {

namespace {

using calendar::LocalDate;

constexpr size_t kLongestName = 200, kLongestText = 2000;

struct Post {
    const char *id, *title;
    bool required, one_only, receives_work;  ///< receives_work: through the role of their account
};
/// In the order of the source's register (S.school-safeguarding-roles). One person may hold several.
constexpr Post kPosts[] = {
    {kLeadRole, "Designated safeguarding lead", true, true, true},
    {kDeputyRole, "Deputy designated safeguarding lead", true, false, true},
    {kSafeguardingGovernorRole, "Nominated safeguarding governor", true, false, true},
    {"prevent-lead", "Prevent lead", true, false, false},
    {"domestic-abuse-lead", "Domestic abuse lead", true, false, false},
    {"online-safety-lead", "Online safety lead", true, false, false},
    {"senior-mental-health-lead", "Senior mental health lead", false, false, true},
    {kHeadteacherRole, "Headteacher", true, true, true},
    {kChairRole, "Chair of governors", true, true, true},
    {"hr-provider", "Provider of personnel advice", false, false, false},
};

const Post* post_called(const std::string& id) {
    for (const auto& post : kPosts)
        if (id == post.id) return &post;
    return nullptr;
}

bool appoints_the_lead(const World& world, const access::Actor& actor) {
    const auto worked = roles_worked_as(world, actor);
    return worked.contains(kHeadteacherRole) || worked.contains(kChairRole);
}

bool may_change_post(const World& world, const access::Actor& actor, const std::string& post) {
    if (!may_arrange_cover(world, actor)) return false;
    // Nobody confirms their own appointment as lead.
    return post != kLeadRole || appoints_the_lead(world, actor);
}

bool in_force(const store::SafeguardingPost& post, LocalDate day) { return post.held_from <= day && (!post.held_until || *post.held_until >= day); }

PostLine line_of(const store::SafeguardingPost& post, Names& names, LocalDate today) {
    PostLine line;
    line.id = post.id;
    line.user = post.user;
    line.name = post.user.empty() ? post.name : names.of_user(post.user);
    line.from = post.held_from;
    line.until = post.held_until;
    line.on_leadership_team = post.on_leadership_team;
    line.in_job_description = post.in_job_description;
    line.delegated_activities = post.delegated_activities;
    line.trained_on = post.trained_on;
    line.training_lapses_on = post.training_lapses_on;
    line.training_lapsed = post.training_lapses_on && *post.training_lapses_on < today;
    line.in_force = in_force(post, today);
    line.revision = post.revision;
    return line;
}

/// What those who do not keep the register have no need to know of their colleagues.
void without_personnel(PostLine& line) {
    line.on_leadership_team = line.in_job_description = line.training_lapsed = line.account_lacks_role = false;
    line.trained_on.reset();
    line.training_lapses_on.reset();
}

/// Who holds roles here today: role → users.
std::map<std::string, std::set<UserId>> roles_held_here(World& world, store::Reading& reading, const OrganisationId& school) {
    std::vector<std::string> roles;
    for (const auto& post : kPosts) roles.push_back(post.id);
    std::map<std::string, std::set<UserId>> held;
    for (const auto& one : store::holders_of(reading, school, roles, calendar::local_date_of(world.clock.now()))) held[one.role].insert(one.user);
    return held;
}

std::vector<PostGroup> groups_of(World& world, store::Reading& reading, const OrganisationId& school) {
    Names names(reading);
    const auto today = calendar::local_date_of(world.clock.now());
    const auto all = store::safeguarding_posts_of(reading, school);
    const auto accounts = roles_held_here(world, reading, school);
    std::vector<PostGroup> groups;
    for (const auto& post : kPosts) {
        PostGroup group;
        group.post = post.id;
        group.title = post.title;
        group.required = post.required;
        const auto role = accounts.find(post.id);
        for (const auto& held : all) {
            if (held.post != post.id) continue;
            auto line = line_of(held, names, today);
            line.account_lacks_role = line.in_force && post.receives_work && !held.user.empty() && (role == accounts.end() || !role->second.contains(held.user));
            (line.in_force ? group.current : group.others).push_back(std::move(line));
        }
        if (group.current.empty() && role != accounts.end())
            for (const auto& user : role->second) group.by_account.push_back(names.of_user(user));
        groups.push_back(std::move(group));
    }
    return groups;
}

void warn_of(const PostGroup& group, std::vector<std::string>& warnings) {
    if (group.required && group.current.empty())
        warnings.push_back(group.by_account.empty() ? group.title + ": the post is vacant. Enter who holds it."
                                                    : group.title + ": " + group.by_account.front() + " holds the role but is not in the register. Enter them with their training.");
    for (const auto& line : group.current) {
        if (line.training_lapsed)
            warnings.push_back(group.title + ": the training of " + line.name + " lapsed on " + calendar::date_text(*line.training_lapses_on) + ". Renew it, and enter the new date.");
        else if (!line.trained_on && (group.post == kLeadRole || group.post == kDeputyRole || group.post == kSafeguardingGovernorRole))
            warnings.push_back(group.title + ": no training is entered for " + line.name + ".");
        if (group.post == kLeadRole && !line.on_leadership_team) warnings.push_back(group.title + ": must be a senior member of the leadership team.");
        if ((group.post == kLeadRole || group.post == kDeputyRole) && !line.in_job_description)
            warnings.push_back(group.title + ": the role is not stated in the job description of " + line.name + ".");
        if (line.account_lacks_role)
            warnings.push_back(group.title + ": the account of " + line.name + " does not hold this role yet, so the work does not reach them. Ask the administrator to give it.");
    }
}

std::optional<LocalDate> date_given(const std::string& text, const char* field, Refusal& refusal) {
    if (text.empty()) return std::nullopt;
    const auto date = calendar::parse_date(text, field);
    if (date) return *date;
    refusal.reasons.insert(refusal.reasons.end(), date.error().reasons.begin(), date.error().reasons.end());
    return std::nullopt;
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

store::SafeguardingPost checked(const PostEntry& entry, const Post* post, Refusal& refusal) {
    store::SafeguardingPost next;
    if (!post) refusal.reasons.push_back({"unknown", "Choose the post from the list.", "post"});
    if (entry.user.empty() && blank(entry.name)) refusal.reasons.push_back({"required", "Choose the person, or write their name.", "user"});
    if (entry.user.empty() && post && (std::string_view(post->id) == kLeadRole || std::string_view(post->id) == kDeputyRole))
        refusal.reasons.push_back({"account", "The safeguarding lead and deputies need an account, so that concerns reach them. Choose the person from the list.", "user"});
    if (entry.name.size() > kLongestName) refusal.reasons.push_back({"too-long", "Shorten the name to 200 characters.", "name"});
    if (entry.delegated_activities.size() > kLongestText) refusal.reasons.push_back({"too-long", "Shorten this to 2,000 characters.", "delegated-activities"});
    if (entry.from.empty()) refusal.reasons.push_back({"required", "Enter the first day in the post.", "from"});
    const auto from = date_given(entry.from, "from", refusal);
    next.held_until = date_given(entry.until, "until", refusal);
    next.trained_on = date_given(entry.trained_on, "trained-on", refusal);
    next.training_lapses_on = date_given(entry.training_lapses_on, "training-lapses-on", refusal);
    if (from) next.held_from = *from;
    if (from && next.held_until && *next.held_until < *from) refusal.reasons.push_back({"order", "The last day cannot be before the first.", "until"});
    if (next.trained_on && next.training_lapses_on && *next.training_lapses_on <= *next.trained_on)
        refusal.reasons.push_back({"order", "Training lapses after it was given.", "training-lapses-on"});
    // S.school-safeguarding-roles.s1: a senior member of the leadership team.
    if (post && std::string_view(post->id) == kLeadRole && !entry.on_leadership_team)
        refusal.reasons.push_back({"leadership-team", "The safeguarding lead is a senior member of the leadership team. Appoint somebody who is, or confirm that they are.", "on-leadership-team"});
    next.user = entry.user;
    next.name = entry.user.empty() ? entry.name : std::string{};
    next.on_leadership_team = entry.on_leadership_team;
    next.in_job_description = entry.in_job_description;
    next.delegated_activities = post && std::string_view(post->id) == kDeputyRole ? entry.delegated_activities : std::string{};
    next.revision = entry.revision;
    return next;
}

/// Of posts that only one person holds, nobody else may hold it on the same days; and the lead's may not fall empty.
void check_beside_others(const Post& post, const store::SafeguardingPost& next, const std::vector<store::SafeguardingPost>& all, LocalDate today, Refusal& refusal) {
    bool successor = false;
    for (const auto& other : all) {
        if (other.post != post.id || other.id == next.id) continue;
        const bool before_next = other.held_until && *other.held_until < next.held_from;
        const bool after_next = next.held_until && *next.held_until < other.held_from;
        if (post.one_only && !before_next && !after_next)
            refusal.reasons.push_back({"overlap", "Somebody else holds this post on some of these days. Enter the last day of the one before first: the day before the successor's first day.", "from"});
        if (next.held_until && other.held_from <= calendar::plus_days(*next.held_until, 1) && (!other.held_until || *other.held_until > *next.held_until)) successor = true;
    }
    if (std::string_view(post.id) == kLeadRole && next.held_until && *next.held_until >= calendar::plus_days(today, -1) && !successor)
        refusal.reasons.push_back({"successor", "This would leave the school without a safeguarding lead. First enter who follows, from the day after.", "until"});
}

}  // namespace

Result<RegisterPage> read_register(World& world, const access::Actor& actor) {
    if (auto may = allowed(world, actor, access::Action::ReadCover); !may) return refuse(may.error());
    if (actor.organisation_kind != "school")
        return note_refusal(world, actor, access::Action::ReadCover, {},
                            Refusal::of(RefusalCode::NotPermitted, "not-a-school", "The register is kept by schools. If you also work in a school, switch to your role there."));
    return world.database.read([&](store::Reading& reading) {
        RegisterPage page;
        Names names(reading);
        page.school = names.of_organisation(actor.organisation);
        page.posts = groups_of(world, reading, actor.organisation);
        page.may_change = may_arrange_cover(world, actor);
        for (auto& group : page.posts) {
            group.may_change = may_change_post(world, actor, group.post);
            if (page.may_change) warn_of(group, page.warnings);
            else
                for (auto* lines : {&group.current, &group.others}) std::for_each(lines->begin(), lines->end(), without_personnel);
            if (!page.may_change) group.others.clear();
        }
        if (page.may_change)
            for (const auto& user : store::list_users(reading, {actor.organisation, {}, false}, {200, {}}).items)
                page.staff.push_back({user.id.str(), user.display_name + (user.job_title.empty() ? "" : " (" + user.job_title + ")")});
        return page;
    });
}

Result<std::string> save_post(World& world, const access::Actor& actor, const PostEntry& entry) {
    constexpr auto action = access::Action::ArrangeCover;
    if (auto may = allowed(world, actor, action); !may) return refuse(may.error());
    if (!may_change_post(world, actor, entry.post)) {
        const char* words = entry.post == kLeadRole && may_arrange_cover(world, actor) ? "The safeguarding lead is appointed by the governing body: the headteacher or the chair of governors enters it."
                                                                                       : "The register is kept by the safeguarding lead, the headteacher and the chair of governors. Ask one of them.";
        return note_refusal(world, actor, action, {}, Refusal::of(RefusalCode::NotPermitted, "role", words));
    }
    Refusal refusal;
    const Post* post = post_called(entry.post);
    auto next = checked(entry, post, refusal);
    if (!refusal.reasons.empty()) return refuse(std::move(refusal));
    return world.database.write([&](store::Transaction& transaction) -> Result<std::string> {
        next.id = entry.id.empty() ? world.ids.next<EventId>().str() : entry.id;
        next.organisation = actor.organisation;
        next.post = entry.post;
        const auto held = entry.id.empty() ? std::nullopt : store::find_safeguarding_post(transaction, entry.id);
        if (!entry.id.empty() && (!held || held->organisation != actor.organisation || held->post != entry.post))
            return refuse(RefusalCode::NotFound, "no-such-post", "That entry is not in this school's register.");
        Refusal wrong;
        if (!next.user.empty() && store::roles_ever_held(transaction, next.user).empty()) wrong.reasons.push_back({"unknown", "Choose somebody of this school from the list.", "user"});
        check_beside_others(*post, next, store::safeguarding_posts_of(transaction, actor.organisation), calendar::local_date_of(world.clock.now()), wrong);
        if (!wrong.reasons.empty()) return refuse(std::move(wrong));
        if (held) {
            if (auto changed = store::change_safeguarding_post(transaction, next); !changed) return refuse(changed.error());
        } else {
            store::add_safeguarding_post(transaction, next);
        }
        auto line = audit_line(world, actor, action);
        line.detail = "post:" + next.post + ":" + next.id;
        store::append_audit(transaction, std::move(line));
        return next.id;
    });
}

std::vector<std::string> register_warnings(World& world, store::Reading& reading, const OrganisationId& school) {
    std::vector<std::string> warnings;
    for (const auto& group : groups_of(world, reading, school)) warn_of(group, warnings);
    return warnings;
}

std::vector<std::string> register_warnings_for(World& world, const access::Actor& actor) {
    if (!may_arrange_cover(world, actor)) return {};
    return world.database.read([&](store::Reading& reading) { return register_warnings(world, reading, actor.organisation); });
}

std::optional<Reason> leaves_without_lead(World&, store::Reading& reading, const store::RoleHeld& held, LocalDate last_day) {
    if (held.role != kLeadRole) return std::nullopt;
    for (const auto& other : store::holders_of(reading, held.organisation, {kLeadRole}, calendar::plus_days(last_day, 1)))
        if (other.id != held.id) return std::nullopt;
    return Reason{"successor", "This would leave the school without a designated safeguarding lead from " + calendar::date_text(calendar::plus_days(last_day, 1)) +
                                   ". Give the role to who follows first, from that day or earlier; then end this one.", "until"};
}

}  // namespace hearken::casework
