#include "web/pages/case_parts.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

void add_case_pages(Router& router, Site& site) {
    add_start_pages(router, site);
    add_case_reading_pages(router, site);
    add_case_record_pages(router, site);
    add_case_people_pages(router, site);
    add_case_course_pages(router, site);
    add_task_pages(router, site);
    add_case_documents(router, site);
}

}  // namespace hearken::web
