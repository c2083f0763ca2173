#include "web/api/operation.hpp"
#include "web/api/team_operations.hpp"

namespace hearken::web {

namespace api {

std::vector<Operation> all_operations() {
    std::vector<Operation> all;
    for (auto part : {case_operations(), act_operations(), file_operations(), people_operations(), family_operations(), sharing_operations(), manual_operations(), duty_operations(), team_operations()})
        all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    return all;
}

}  // namespace api

void add_api(Router& router, Site& site) {
    for (auto& operation : api::all_operations()) add_route(router, site, std::move(operation.route));
}

}  // namespace hearken::web
