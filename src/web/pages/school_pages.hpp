// The pages of a school's safeguarding: the triage board, who is on duty, the register of posts.
#pragma once
#include "casework/duty.hpp"
#include "casework/views.hpp"
#include "web/pages/site.hpp"

namespace hearken::web {

void add_school_pages(Router& router, Site& site);

/// Who is on duty now, in a few lines, with what to do if nobody can be reached. Nothing outside a school.
Html duty_panel(const Visit& visit);
/// The chain as a list: names, what they are there for, how to reach them.
Html duty_chain(const casework::DutyNow& now);
/// What the lead and the headteacher are warned of on their home: gaps in cover, vacant posts, lapsed training.
Html school_warnings(const Visit& visit);
/// The link to the triage board, for whoever has one.
Html triage_link(const Visit& visit);
/// The same beside a task of the safeguarding lead's; nothing beside urgent action, which waits for no reading.
Html around_beside(const Visit& visit, const casework::TaskView& task, const CaseId& in_case);
/// Family, household and earlier concerns of the children of a case, as far as this reader may know of them.
Html around_panel(const Visit& visit, const CaseId& in_case);

Response triage_page(Visit& visit);
Response cover_page(Visit& visit);
Response cover_poster_page(Visit& visit);
Response register_page(Visit& visit);

void add_cover_forms(Router& router, Site& site);
void add_register_forms(Router& router, Site& site);

}  // namespace hearken::web
