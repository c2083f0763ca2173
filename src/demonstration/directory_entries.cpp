// The demonstration's directory of whom to ring. Invented numbers, but for 999, 101 and the national helplines.
#include "demonstration/partnership.hpp"

#include "calendar/local_time.hpp"
#include "store/directory.hpp"

namespace hearken::demonstration {

namespace {

constexpr char kOffice[] = "Monday-Friday 9:00-17:00", kAlways[] = "always";
constexpr char kOutOfHours[] = "Monday-Friday 0:00-9:00; Monday-Friday 17:00-24:00; Saturday-Sunday 0:00-24:00; bank holidays 0:00-24:00";

struct Line {
    const char *kind, *organisation, *name, *what_for, *phone, *hours;
    std::set<std::string> areas, worries;
    int preference;
    bool is_public;
    int checked_days_ago;
};

const std::vector<Line>& lines() {
    static const std::set<std::string> kSocialCare{"danger-now", "harm", "unborn", "outside-home"};
    static const std::vector<Line> kLines{
        {"front-door", "fenmere-csc", "Fenmere children's social care, front door", "Worries that a child is being hurt, neglected or is not safe.", "01632 960101", kOffice, {"fenmere"}, kSocialCare, 10, true, 20},
        {"front-door", "aldwick-csc", "Aldwick children's social care, front door", "Worries that a child is being hurt, neglected or is not safe.", "01632 960201", kOffice, {"aldwick"}, kSocialCare, 10, true, 20},
        {"out-of-hours", "fenmere-csc", "Emergency Duty Team", "What cannot wait until the front door opens, for Fenmere and Aldwick.", "01632 960199", kOutOfHours, {"fenmere", "aldwick"}, {"danger-now", "harm", "unborn", "outside-home", "allegation"}, 15, true, 20},
        {"police", "police", "Police, when it is not an emergency", "A crime, or somebody missing, and nobody in danger this minute.", "101", kAlways, {}, {}, 60, true, 45},
        {"early-help", "fenmere-early-help", "Fenmere early help", "Support for families before things get worse; advice for those who work with them.", "01632 960110", kOffice, {"fenmere"}, {"help-for-family"}, 20, true, 30},
        {"early-help", "aldwick-early-help", "Aldwick early help", "Support for families before things get worse; advice for those who work with them.", "01632 960210", kOffice, {"aldwick"}, {"help-for-family"}, 20, true, 30},
        {"health", "health", "Child and adolescent mental health, single point of access", "A child's mental health.", "01632 960120", "Monday-Friday 8:00-20:00", {}, {"mental-health"}, 20, false, 60},
        {"health", "health", "Sexual behaviour service", "Harmful sexual behaviour between children: advice and consultation.", "01632 960122", kOffice, {}, {"sexual-behaviour"}, 20, false, 230},
        {"designated-officer", "fenmere-csc", "Designated officer for allegations", "Somebody who works or volunteers with children may have harmed one.", "01632 960130", kOffice, {}, {"allegation"}, 5, false, 30},
        {"prevent", "police", "Prevent team", "Extreme views, and children drawn into them.", "01632 960150", kOffice, {}, {"radicalisation"}, 20, false, 90},
        {"education", "fenmere-csc", "Education safeguarding team", "Advice for schools and nurseries.", "01632 960140", kOffice, {}, {}, 70, false, 30},
        {"caldicott-guardian", "health", "Caldicott guardian, community health", "Whether health information may be shared.", "01632 960160", kOffice, {}, {"records"}, 20, false, 100},
        {"designated-professional", "health", "Designated nurse and doctor for safeguarding children", "Advice for anybody in health.", "01632 960161", kOffice, {}, {}, 75, false, 40},
        {"named-professional", "health", "Named nurse for safeguarding children", "Advice for community nurses and midwives.", "01632 960162", kOffice, {}, {"unborn"}, 76, false, 40},
        {"escalation", "partnership", "Partnership office", "A disagreement between agencies that you cannot settle between you.", "01632 960400", kOffice, {}, {"disagreement"}, 20, false, 15},
        {"helpline", "", "NSPCC helpline", "Any adult who is worried about a child.", "0808 800 5000", kAlways, {}, {}, 80, true, 30},
        {"helpline", "", "Childline", "For children and young people themselves. Free, day and night.", "0800 1111", kAlways, {}, {}, 81, true, 30},
    };
    return kLines;
}

}  // namespace

void make_directory(casework::World& world, store::Transaction& transaction, const Partnership& partnership, Instant today) {
    for (const auto& line : lines()) {
        store::DirectoryEntry entry;
        entry.id = world.ids.next<store::DirectoryEntryId>();
        entry.kind = line.kind;
        if (*line.organisation) entry.organisation = partnership.organisations.at(line.organisation);
        entry.name = line.name;
        entry.what_for = line.what_for;
        entry.phone = line.phone;
        entry.hours = line.hours;
        entry.areas = line.areas;
        entry.worries = line.worries;
        entry.preference = line.preference;
        entry.is_public = line.is_public;
        entry.checked_on = calendar::plus_days(calendar::local_date_of(today), -line.checked_days_ago);
        entry.checked_by = "Partnership office";
        store::add_directory_entry(transaction, entry);
    }
}

}  // namespace hearken::demonstration
