// GOV.UK task list: the sections of a long form and how far each has got.
#pragma once
#include <vector>

#include "web/components/tag.hpp"

namespace hearken::web {

struct TaskTitle {
    Content content{};
    std::string classes{};
};

struct TaskStatus {
    Content content{};  ///< plain words, or …
    Tag tag{};          ///< … a tag
    std::string classes{};
};

struct TaskListItem {
    TaskTitle title{};
    std::string href{};  ///< empty while it cannot be started
    Content hint{};
    TaskStatus status{};
    std::string classes{};
    bool left_out = false;  ///< not shown, but its number stays taken, so that the ids of the others do not move
};

struct TaskList {
    std::vector<TaskListItem> items{};
    std::string id_prefix = "task-list";
    std::string classes{};
    Attributes attributes{};
};

Html task_list(const TaskList& options);

}  // namespace hearken::web
