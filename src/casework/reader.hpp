// A reader of a case: what they see of it and in which capacities; made once for a page. Internal to casework.
#pragma once
#include "casework/case_record.hpp"
#include "casework/cases.hpp"
#include "store/cases.hpp"
#include "store/work.hpp"

namespace hearken::casework {

struct Reader {
    World& world;
    store::Reading& reading;
    const access::Actor& actor;
    const CaseRecord& record;
    const engine::Surroundings& surroundings;
    access::CaseView view;
    Capacities capacities;
    Names& names;

    bool sees_fully() const { return view == access::CaseView::Full; }
    /// A task is this reader's to know of: all of them in full view; as a party their own relation's and those whose
    /// doing tells them, so that both sides see the same clock.
    bool sees_task(const procedure::Task& task) const;
    bool is_own_side(const procedure::Task& task) const;
    std::string task_title(const std::string& task) const;
};

/// Whoever sees the whole case may print any version; a party only those made for them that have been sent to somebody.
bool may_read_version(const Reader& reader, const procedure::Version& version);

CaseSummary summary_of(Reader& reader);
SubjectView subject_view(Reader& reader, const engine::SubjectState& subject);
/// A case in a list, where it has not been loaded.
CaseSummary summary_of(const World& world, store::Reading& reading, Names& names, const store::SeenCase& seen, const std::vector<store::CaseSubject>& subjects);

TaskView task_view(Reader& reader, const procedure::Task& task, const engine::TaskState* state, const std::vector<engine::Possible>& possible);
ClockView clock_view(const engine::DueSet& set, Instant original_due_at, std::optional<Instant> met_at, std::optional<Instant> recorded_at, Instant now);

/// The clocks of open tasks as lists hold them, all of them, so that a target never hides the limit behind it. Looked up
/// at once, for every task of the list.
class ListedClocks {
public:
    ListedClocks(store::Reading& reading, const std::vector<store::WorkTask>& tasks, Instant now);
    std::vector<ClockView> of(const store::WorkTask& task) const;

private:
    Instant now_;
    std::map<CaseId, std::vector<store::ClockRow>> by_case_;
};

/// The forms this reader may see, field by field.
std::vector<FormView> form_views(Reader& reader);
std::vector<AnswerView> answer_views(Reader& reader, const procedure::Form& form, const engine::Answers& answers, const PersonId& subject, bool with_gaps);
/// The answers without the fields this reader must not see.
engine::Answers redacted(Reader& reader, const procedure::Form& form, engine::Answers answers, const PersonId& subject);
/// What somebody saves, with the answers they were never shown put back: a save must not wipe what is masked from them.
engine::Answers with_masked_kept(const Reader& reader, const procedure::Form& form, engine::Answers saved, const PersonId& subject);
bool may_read_form(const Reader& reader, const procedure::Form& form);

std::vector<DecisionView> decision_views(Reader& reader);

/// What happened, in words; significant: the chronology, otherwise all of it.
std::vector<ChronologyEntry> history_of(Reader& reader, bool significant_only);

std::vector<std::string> guidance_for(Reader& reader, const procedure::Task& task);

}  // namespace hearken::casework
