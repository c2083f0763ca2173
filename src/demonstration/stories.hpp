// The cases of the demonstration: concerns and referrals in every state that somebody may want to look at.
#pragma once
#include "demonstration/script.hpp"

namespace hearken::demonstration {

/// Puts the stories into the script. `stories` keeps what they share; it must outlive Script::play.
void school_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children);
/// Cover of the school's safeguarding lead, who is away today, and concerns of different urgency for the deputy's board.
void cover_stories(casework::World& world, Script& script, const Cast& cast, std::vector<std::unique_ptr<Story>>& stories, const Children& children, Instant today);
void front_door_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children);
/// A neighbour rings; who rang stays within social care.
void public_stories(Script& script, const Children& children);
/// A child on a ward whose discharge is held, and a worry of a youth club that waits for its safeguarding lead.
void agency_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories);
/// An early help assessment made with a family, and a concern with signs ticked.
void early_help_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children);
/// A referral in the MASH: one agency has answered, one in part, one not in time; and a disagreement at its second stage.
void request_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children);
void sharing_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories, const Children& children);

/// Two sisters with a child protection plan, a month on.
void protection_stories(Script& script, std::vector<std::unique_ptr<Story>>& stories);

/// A concern of the school that has come as far as the decision to refer, and the referral, `days` working days ago.
/// The referral is in `story.referral` once the script has come that far.
struct Referred {
    int days, hour;
    std::string school_staff, dsl, authority, child_part;
    std::string worry;
};
void refer_from_school(Script& script, Story& story, const Referred& how);
/// The front door's and the social worker's part, up to the decision that waits for a signature.
struct Screened {
    Instant from;
    std::string contact_officer, social_worker, outcome, reasons;
};
void screen_and_decide(Script& script, Story& story, const Screened& how);

engine::Answers complete_referral(const std::string& authority, const std::string& worry, const std::string& who_refers);

}  // namespace hearken::demonstration
