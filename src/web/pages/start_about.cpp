// One press on a person's page: the form begins about them, without looking for them again.
#include "casework/children.hpp"
#include "web/pages/start_pages.hpp"

namespace hearken::web {

Response start_about_person(Visit& visit) {
    Response refused;
    auto start = open_start(visit, refused);
    if (!start) return refused;
    const auto read = casework::read_child(visit.world(), visit.actor(), PersonId(visit.params["person"]));
    if (!read) return render_refusal(visit, read.error());
    if (read->summary.view != access::PersonView::Full)
        return render_refusal(visit, Refusal::of(RefusalCode::NotFound, "no-such-person", "There is no such record, or it is not one that you may open."));
    StartSubject subject;
    subject.person = read->summary.id;
    subject.name = read->summary.name;
    subject.kind = read->unborn ? "unborn" : start->definition->subjects.kind;
    start->draft.subjects = {subject};
    start->draft.visit(kWhoPage);
    start->save();
    return redirect_see_other(start->after(kWhoPage));
}

}  // namespace hearken::web
