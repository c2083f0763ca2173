#include "demonstration/cast.hpp"

#include <stdexcept>

#include "calendar/local_time.hpp"
#include "casework/actors.hpp"
#include "store/roles_held.hpp"
#include "store/users.hpp"

namespace hearken::demonstration {

namespace {

struct Person {
    const char *name, *display_name, *job_title;
};
/// demo.NAME. Surnames are words: nobody is called so.
constexpr Person kPeople[] = {
    {"midday-supervisor", "Sam Testwell", "Midday supervisor"},
    {"school-staff", "Tess Exampleby", "Class teacher, Year 4"},
    {"dsl", "Dana Sampleton", "Deputy head, designated safeguarding lead"},
    {"deputy-dsl", "Devi Madeup", "Inclusion lead, deputy safeguarding lead"},
    {"headteacher", "Hilary Pretendle", "Headteacher"},
    {"senior-mental-health-lead", "Mina Fictive", "Senior mental health lead"},
    {"governor", "Gwen Notreal", "Safeguarding governor"},
    {"chair-of-governors", "Chris Notional", "Chair of governors"},
    {"school-administrator", "Ade Inventwell", "School business manager"},
    {"contact-officer", "Cora Imagin", "Contact officer, front door"},
    {"mash-worker", "Maisie Fabler", "MASH worker"},
    {"social-worker", "Sol Specimen", "Social worker, assessment team north"},
    {"second-social-worker", "Wren Storyline", "Social worker, assessment team south"},
    {"third-social-worker", "Tova Tallytest", "Social worker, assessment team north"},
    {"fourth-social-worker", "Cornelius-Augustine Longname-Fictitious", "Newly qualified social worker, assessment team north"},
    {"team-manager", "Mo Figment", "Team manager, assessment team north"},
    {"second-team-manager", "May Makebelieve", "Team manager, assessment team south"},
    {"service-manager", "Stella Supposely", "Service manager"},
    {"conference-chair", "Chas Chairfable", "Independent conference chair"},
    {"safeguarding-unit-officer", "Una Unitsample", "Safeguarding unit officer"},
    {"safeguarding-unit-manager", "Uriel Unitfiction", "Manager of the safeguarding unit"},
    {"minute-taker", "Minty Notesample", "Minute taker, safeguarding unit"},
    {"head-of-service", "Hedda Headfable", "Head of service"},
    {"emergency-duty-worker", "Eddie Nightly-Invented", "Emergency duty worker"},
    {"early-help-worker", "Ely Trialton", "Early help worker"},
    {"police-officer", "Pat Mockingham", "Police constable"},
    {"mash-police", "Pia Dummitt", "Detective constable, safeguarding hub"},
    {"health-professional", "Hana Shamwell", "Health visitor"},
    {"mash-health", "Hugo Pseudonym", "Safeguarding nurse"},
    {"ward-nurse", "Nia Wardsample", "Ward nurse, Lapwing Ward"},
    {"hospital-doctor", "Dara Roundsley-Test", "Paediatric registrar, Lapwing Ward"},
    {"consultant-paediatrician", "Paula Consultest", "Consultant paediatrician"},
    {"named-nurse", "Nell Namedly", "Named nurse for safeguarding children"},
    {"voluntary-worker", "Vic Clubfiction", "Youth worker"},
    {"club-safeguarding-lead", "Sal Ringside-Sample", "Club safeguarding lead"},
    {"club-manager", "Linda Linefable", "Club manager"},
    {"adult-social-care-worker", "Asa Standin", "Adult social care worker"},
    {"hub-manager", "Hattie Hubfiction", "MASH manager"},
    {"police-safeguarding-lead", "Lee Leadsample", "Detective inspector, safeguarding lead"},
    {"business-unit-officer", "Bo Binderfable", "Officer of the partnership's business unit"},
    {"partnership-manager", "Petra Protoname", "Partnership manager"},
    {"system-administrator", "Ada Nullman", "System administrator"},
    {"second-system-administrator", "Ali Voidley", "System administrator"},
    {"auditor", "Audrey Blankson", "Auditor"},
    {"several-roles", "Rae Manyhat", "Team manager and out-of-hours worker"},
    {"aldwick-dsl", "Odi Quaytest", "Designated safeguarding lead, Aldwick Quay Academy"},
    {"aldwick-school-staff", "Tam Dockside-Example", "Class teacher, Aldwick Quay Academy"},
    {"aldwick-contact-officer", "Ola Citysample", "Contact officer"},
    {"aldwick-social-worker", "Suki Urbantest", "Social worker"},
    {"aldwick-team-manager", "Tariq Townfiction", "Team manager"},
};

struct Holding {
    const char *who, *role, *at, *team, *covers;  ///< covers: whose holding of the role it stands in for
    const char* covered_role;
};
constexpr Holding kHoldings[] = {
    {"midday-supervisor", "midday-supervisor", "millbrook", "", "", ""},
    {"school-staff", "school-staff", "millbrook", "", "", ""},
    {"dsl", "dsl", "millbrook", "", "", ""},
    {"deputy-dsl", "deputy-dsl", "millbrook", "", "dsl", "dsl"},
    {"deputy-dsl", "school-staff", "millbrook", "", "", ""},
    {"headteacher", "headteacher", "millbrook", "", "", ""},
    {"senior-mental-health-lead", "senior-mental-health-lead", "millbrook", "", "", ""},
    {"governor", "governor", "millbrook", "", "", ""},
    {"governor", "safeguarding-governor", "millbrook", "", "", ""},
    {"chair-of-governors", "chair-of-governors", "millbrook", "", "", ""},
    {"school-administrator", "system-administrator", "millbrook", "", "", ""},
    {"contact-officer", "contact-officer", "fenmere-csc", "fenmere-front-door", "", ""},
    {"mash-worker", "mash-worker", "fenmere-csc", "fenmere-mash", "", ""},
    {"social-worker", "social-worker", "fenmere-csc", "fenmere-north", "", ""},
    {"second-social-worker", "social-worker", "fenmere-csc", "fenmere-south", "", ""},
    {"third-social-worker", "social-worker", "fenmere-csc", "fenmere-north", "", ""},
    {"fourth-social-worker", "social-worker", "fenmere-csc", "fenmere-north", "", ""},
    {"team-manager", "team-manager", "fenmere-csc", "fenmere-north", "", ""},
    {"second-team-manager", "team-manager", "fenmere-csc", "fenmere-south", "", ""},
    {"service-manager", "service-manager", "fenmere-csc", "", "", ""},
    {"conference-chair", "conference-chair", "fenmere-csc", "", "", ""},
    {"safeguarding-unit-officer", "safeguarding-unit-officer", "fenmere-csc", "", "", ""},
    {"safeguarding-unit-manager", "safeguarding-unit-manager", "fenmere-csc", "", "", ""},
    {"minute-taker", "minute-taker", "fenmere-csc", "", "", ""},
    {"head-of-service", "head-of-service", "fenmere-csc", "", "", ""},
    {"emergency-duty-worker", "emergency-duty-worker", "fenmere-csc", "fenmere-out-of-hours", "contact-officer", "contact-officer"},
    {"early-help-worker", "early-help-worker", "fenmere-early-help", "fenmere-early-help-east", "", ""},
    {"police-officer", "police-officer", "police", "", "", ""},
    {"mash-police", "mash-police", "police", "police-hub", "", ""},
    {"health-professional", "health-professional", "health", "", "", ""},
    {"mash-health", "mash-health", "health", "health-hub", "", ""},
    {"ward-nurse", "ward-nurse", "hospital", "lapwing-ward", "", ""},
    {"hospital-doctor", "hospital-doctor", "hospital", "lapwing-ward", "", ""},
    {"consultant-paediatrician", "consultant-paediatrician", "hospital", "", "", ""},
    {"named-nurse", "named-nurse", "hospital", "", "", ""},
    {"voluntary-worker", "voluntary-worker", "youth-club", "", "", ""},
    {"club-safeguarding-lead", "agency-safeguarding-lead", "youth-club", "", "", ""},
    {"club-manager", "agency-line-manager", "youth-club", "", "", ""},
    {"adult-social-care-worker", "adult-social-care-worker", "fenmere-adult", "", "", ""},
    {"hub-manager", "hub-manager", "fenmere-csc", "fenmere-mash", "", ""},
    {"police-safeguarding-lead", "agency-safeguarding-lead", "police", "police-hub", "", ""},
    {"business-unit-officer", "business-unit-officer", "partnership", "", "", ""},
    {"partnership-manager", "partnership-manager", "partnership", "", "", ""},
    {"system-administrator", "system-administrator", "partnership", "", "", ""},
    {"second-system-administrator", "system-administrator", "partnership", "", "", ""},
    {"auditor", "auditor", "partnership", "", "", ""},
    {"several-roles", "team-manager", "fenmere-csc", "fenmere-south", "", ""},
    {"several-roles", "emergency-duty-worker", "fenmere-csc", "fenmere-out-of-hours", "contact-officer", "contact-officer"},
    {"aldwick-dsl", "dsl", "aldwick-quay", "", "", ""},
    {"aldwick-school-staff", "school-staff", "aldwick-quay", "", "", ""},
    {"aldwick-contact-officer", "contact-officer", "aldwick-csc", "aldwick-front-door", "", ""},
    {"aldwick-social-worker", "social-worker", "aldwick-csc", "aldwick-assessment", "", ""},
    {"aldwick-team-manager", "team-manager", "aldwick-csc", "aldwick-assessment", "", ""},
};

}  // namespace

Cast Cast::make(casework::World& world, store::Transaction& transaction, const Partnership& partnership) {
    Cast cast;
    const auto now = world.clock.now();
    for (const auto& person : kPeople) {
        store::UserAccount user;
        user.id = world.ids.next<UserId>();
        user.sign_in_name = std::string("demo.") + person.name;
        user.display_name = person.display_name;
        user.job_title = person.job_title;
        user.email = std::string(person.name) + "@example.org";
        user.created_at = now;
        cast.users_[person.name] = user.id;
        // No password: in a demonstration people are signed in as with one press.
        if (!store::add_user(transaction, user)) throw std::logic_error("a user of the demonstration was refused");
    }
    const auto since = calendar::plus_months(calendar::local_date_of(now), -14);
    for (const auto& held : kHoldings) {
        store::RoleHeld role;
        role.id = world.ids.next<RoleHeldId>();
        role.user = cast.users_.at(held.who);
        role.role = held.role;
        role.organisation = partnership.organisations.at(held.at);
        if (*held.team) role.team = partnership.teams.at(held.team);
        role.held_from = since;
        if (*held.covers) role.cover_for = cast.holdings_.at(held.covers).at(held.covered_role);
        store::add_role_held(transaction, role);
        cast.holdings_[held.who][held.role] = role.id;
        cast.first_role_.try_emplace(held.who, held.role);
    }
    return cast;
}

const UserId& Cast::user(const std::string& name) const { return users_.at(name); }

access::Actor Cast::actor(casework::World& world, const std::string& name, const std::string& role) const {
    const auto& holding = holdings_.at(name).at(role.empty() ? first_role_.at(name) : role);
    return world.database.read([&](store::Reading& reading) {
        const auto held = store::find_role_held(reading, holding);
        if (!held) throw std::logic_error("a role of the demonstration is not held");
        return casework::actor_in(world, reading, *held);
    });
}

}  // namespace hearken::demonstration
