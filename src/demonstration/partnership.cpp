#include "demonstration/partnership.hpp"

#include "store/organisations.hpp"
#include "store/teams.hpp"

namespace hearken::demonstration {

namespace {

struct Service {
    const char *name, *kind, *title, *area, *telephone;
};
constexpr Service kServices[] = {
    {"fenmere-csc", "childrens-social-care", "Fenmere County Council, children's social care", "fenmere", "01632 960100"},
    {"aldwick-csc", "childrens-social-care", "Aldwick City Council, children's social care", "aldwick", "01632 960200"},
    {"fenmere-early-help", "early-help", "Fenmere County Council, early help", "fenmere", "01632 960110"},
    {"aldwick-early-help", "early-help", "Aldwick City Council, early help", "aldwick", "01632 960210"},
    {"police", "police", "Fenmere and Aldwick Police", "", "01632 960300"},
    {"health", "health", "Fenmere and Aldwick Community Health", "", "01632 960310"},
    {"hospital", "health", "Fenmere General Hospital", "fenmere", "01632 960320"},
    {"youth-club", "voluntary", "Millbrook Youth and Boxing Club", "fenmere", "01632 960330"},
    {"fenmere-adult", "adult-social-care", "Fenmere County Council, adult social care", "fenmere", "01632 960120"},
    {"aldwick-adult", "adult-social-care", "Aldwick City Council, adult social care", "aldwick", "01632 960220"},
    {"partnership", "partnership-board", "Fenmere and Aldwick Safeguarding Children Partnership", "", "01632 960400"},
};

struct ItsTeam {
    const char *name, *organisation, *title, *service;
};
constexpr ItsTeam kTeams[] = {
    {"fenmere-front-door", "fenmere-csc", "Front door", "front-door"},
    {"fenmere-out-of-hours", "fenmere-csc", "Emergency Duty Team", "emergency-duty-team"},
    {"fenmere-mash", "fenmere-csc", "Multi-agency safeguarding hub", "mash"},
    {"fenmere-north", "fenmere-csc", "Assessment team north", ""},
    {"fenmere-south", "fenmere-csc", "Assessment team south", ""},
    {"aldwick-front-door", "aldwick-csc", "Front door", "front-door"},
    {"aldwick-out-of-hours", "aldwick-csc", "Emergency Duty Team", "emergency-duty-team"},
    {"aldwick-assessment", "aldwick-csc", "Assessment team", ""},
    {"fenmere-early-help-east", "fenmere-early-help", "Early help east", "early-help"},
    {"aldwick-early-help-city", "aldwick-early-help", "Early help city", "early-help"},
    {"police-hub", "police", "Safeguarding hub", "mash"},
    {"health-hub", "health", "Safeguarding hub", "mash"},
    {"lapwing-ward", "hospital", "Lapwing Ward", ""},
    {"emergency-department", "hospital", "Emergency department", ""},
};

}  // namespace

Partnership make_organisations(casework::World& world, store::Transaction& transaction) {
    Partnership made;
    for (const auto& service : kServices) {
        store::Organisation organisation;
        organisation.id = world.ids.next<OrganisationId>();
        organisation.kind = service.kind;
        organisation.name = service.title;
        organisation.area = service.area;
        organisation.telephone = service.telephone;
        organisation.invented = true;
        made.organisations[service.name] = organisation.id;
        if (!store::add_organisation(transaction, organisation)) throw std::logic_error("an organisation of the demonstration was refused");
    }
    for (const auto& team : kTeams) {
        const auto id = world.ids.next<TeamId>();
        store::add_team(transaction, {id, made.organisations.at(team.organisation), team.title, team.service, 1});
        made.teams[team.name] = id;
    }
    return made;
}

}  // namespace hearken::demonstration
