// Two people on one form: what the other saved beside what was typed here, question by question. Nothing typed is lost.
#include "web/components/summary_list.hpp"
#include "web/pages/task_pages.hpp"

namespace hearken::web {

Html compare(const TaskVisit& task, const engine::Answers& theirs, const engine::Answers& typed) {
    Html out;
    int differing = 0;
    for (const auto& part : task.parts)
        for (const auto* field : part.fields) {
            const auto saved = in_words(*field, theirs, task.setting), yours = in_words(*field, typed, task.setting);
            if (words_cell(saved).str() == words_cell(yours).str()) continue;
            ++differing;
            SummaryList both;
            both.rows = {{.key = {.content = "Saved by somebody else"}, .value = {.content = words_cell(saved)}}, {.key = {.content = "What you typed"}, .value = {.content = words_cell(yours)}}};
            both.card = SummaryCard{.title = {.content = saved.label, .heading_level = 3}};
            out << summary_list(both);
        }
    Html whole = smaller_heading("Somebody saved this form while you were writing");
    if (differing == 0) return whole << paragraph("Your answers and theirs are the same. Send again.");
    whole << paragraph("The form below has your answers. Where you differ, put the two together, then send again.");
    return whole << out;
}

}  // namespace hearken::web
