#include "procedure/walk.hpp"

#include "procedure/tells_linked.hpp"

namespace hearken::procedure {

namespace {

class Walker {
  public:
    Walker(Definition& definition, const Visitor& visitor) : definition_(definition), to_(visitor) {}

    void all() {
        Definition& d = definition_;
        names(Refers::OrganisationKind, d.owner_kinds, 0, "owner-kinds");
        start();
        for (Form& form : d.forms) this->form(form);
        for (Strand& strand : d.strands) this->strand(strand);
        for (Task& task : d.anytime) this->task(task, nullptr, "anytime/" + task.id);
        for (auto& [stage, tasks] : d.adds_tasks)
            for (Task& task : tasks) this->task(task, nullptr, "adds-tasks/" + stage + "/" + task.id);
        for (auto& [task, gates] : d.adds_gates) this->gates(gates, "adds-gates/" + task);
        for (auto& [task, invitees] : d.adds_invitees) this->invitees(invitees, 0, "adds-invitees/" + task);
        for (auto& added : d.adds_fields) {
            const std::string path = "adds-fields/" + added.form;
            for (Field& field : added.fields) this->field(field, nullptr, added.form, path + "/" + field.id);
            condition(added.when, path + "/when");
            name(Refers::Form, added.form, 0, path + "/form");
        }
        if (d.joins) {
            names(Refers::Procedure, d.joins->procedures, 0, "joins/procedures");
            condition(d.joins->when, "joins/when");
        }
        parts();
        for (TimeRule& rule : d.keep) time(rule, nullptr, "keep/" + rule.id);
        carries(d.carries, "carries", 0, !d.keep.empty());
    }

  private:
    void name(Refers to, std::string& text, int line, const std::string& path, const std::string& form = kNoForm) {
        tell(to_.reference, to, text, line, path, form);
    }
    void names(Refers to, std::vector<std::string>& texts, int line, const std::string& path,
               const std::string& form = kNoForm) {
        for (std::string& text : texts) name(to, text, line, path, form);
    }
    void condition(Condition& condition, const std::string& path) {
        if (condition.always()) return;
        if (to_.condition) to_.condition(condition, path);
        if (to_.reference) walk_condition(condition, path, to_.reference);
    }
    void carries(std::vector<Carries>& all, const std::string& path, int line, bool has_clock) {
        if (!to_.carries) return;
        for (Carries& each : all) to_.carries(each, {path, line, has_clock});
    }
    void period(std::string& text, int line, const std::string& path) {
        if (to_.period && !text.empty()) to_.period(text, line, path);
    }

    void time(TimeRule& rule, Task* task, const std::string& path) {
        if (to_.time) to_.time(rule, task, path);
        walk_anchor(rule.of, rule.line, path, to_.reference);
        period(rule.period, rule.line, path);
        for (auto* limbs : {&rule.earlier_of, &rule.later_of})
            for (TimeRule::Limb& limb : *limbs) {
                walk_anchor(limb.of, rule.line, path, to_.reference);
                period(limb.period, rule.line, path);
            }
        for (TimeRule::Phase& phase : rule.phases) {
            if (phase.until) walk_anchor(*phase.until, rule.line, path, to_.reference);
            period(phase.period, rule.line, path);
        }
        name(Refers::Setting, rule.setting, rule.line, path);
        name(Refers::Role, rule.extension_approved_by, rule.line, path + "/extension");
        name(Refers::Role, rule.asks, rule.line, path + "/asks");
        name(Refers::Service, rule.service, rule.line, path + "/service");
        names(Refers::Alerted, rule.alerts, rule.line, path + "/alerts");
        condition(rule.state, path + "/state");
        condition(rule.when, path + "/when");
        if (to_.carries && !rule.source.empty()) {
            Carries timed{Carried::Timed, rule.source};
            to_.carries(timed, {path, rule.line, true});
            rule.source = timed.duties;
        }
    }

    void effect(Effect& effect, Task* task, const std::string& path) {
        using Kind = Effect::Kind;
        if (to_.effect) to_.effect(effect, task, path);
        condition(effect.when, path + "/when");
        const int line = effect.line;
        switch (effect.kind) {
            case Kind::OpenCase:
                name(Refers::Procedure, effect.name, line, path);
                name(Refers::FormField, effect.for_each, line, path + "/for-each");
                for (auto& [from, to] : effect.carry)
                    if (!is_fixed(from)) name(Refers::FieldOrRelation, from, line, path + "/carry");
                break;
            case Kind::EnterStage:
                name(Refers::Stage, effect.name, line, path);
                break;
            case Kind::StartStrand:
                name(Refers::Strand, effect.name, line, path);
                break;
            case Kind::CloseCase:
            case Kind::EndChild:
                name(Refers::Outcome, effect.name, line, path);
                break;
            case Kind::SetFact:
                name(Refers::Fact, effect.name, line, path);
                name(Refers::FormField, effect.at, line, path + "/at");
                break;
            case Kind::SetFlag:
            case Kind::EndFlag:
                name(Refers::Flag, effect.name, line, path);
                break;
            case Kind::Prohibit:
            case Kind::Lift:
                name(Refers::Prohibition, effect.name, line, path);
                break;
            case Kind::MoveResponsibility:
                name(Refers::Aspect, effect.name, line, path);
                name(Refers::Relation, effect.value, line, path);
                break;
            case Kind::Involve:
                name(Refers::Involvement, effect.name, line, path);
                if (known_involvement(effect.value).empty()) name(Refers::FieldOrRelation, effect.value, line, path);
                break;
            case Kind::Chronology:
                break;
            case Kind::Tell:
                if (!tells_linked(effect)) name(Refers::Notice, effect.name, line, path);
                for (auto& [from, to] : effect.carry)
                    if (!is_fixed(from)) name(Refers::FieldOrRelation, from, line, path + "/carry");
                break;
            case Kind::ReopenTask:
                name(Refers::Task, effect.name, line, path);
                break;
            case Kind::Share:
                name(Refers::Version, effect.name, line, path);
                name(Refers::RelationOrInvolvement, effect.value, line, path);
                break;
        }
    }
    void effects(std::vector<Effect>& all, Task* task, const std::string& path) {
        for (size_t i = 0; i < all.size(); ++i) effect(all[i], task, path + "/" + std::to_string(i + 1));
    }

    void gates(std::vector<Gate>& all, const std::string& path, bool has_clock = false) {
        for (Gate& gate : all) {
            name(Refers::Declared, gate.id, gate.line, path);
            condition(gate.that, path + "/" + gate.id);
            condition(gate.unless, path + "/" + gate.id + "/unless");
            names(Refers::Role, gate.bypass_by, gate.line, path + "/" + gate.id + "/bypass");
            carries(gate.carries, path + "/" + gate.id, gate.line, has_clock);
        }
    }
    void prompts(std::vector<Prompt>& all, const std::string& path, bool has_clock) {
        for (Prompt& prompt : all) {
            condition(prompt.when, path + "/prompts/" + prompt.id);
            carries(prompt.carries, path + "/prompts/" + prompt.id, prompt.line, has_clock);
        }
    }
    void guidance(std::vector<GuidanceRef>& all, const std::string& path, bool has_clock) {
        for (GuidanceRef& page : all) {
            name(Refers::Page, page.page, page.line, path + "/guidance");
            condition(page.when, path + "/guidance/" + page.page);
            carries(page.carries, path + "/guidance/" + page.page, page.line, has_clock);
        }
    }
    void invitees(std::vector<Meeting::Invitee>& all, int line, const std::string& path) {
        for (Meeting::Invitee& invitee : all) {
            name(Refers::RoleOrInvolvement, invitee.who, line, path);
            condition(invitee.when, path + "/" + invitee.who);
        }
    }

    void start() {
        Definition::Start& start = definition_.start;
        names(Refers::Role, start.roles, start.line, "start/roles");
        name(Refers::Form, start.form, start.line, "start/form");
        name(Refers::Stage, start.gathers_until, start.line, "start/gathers-until");
        name(Refers::Relation, start.relation, start.line, "start/relation");
        for (TimeRule& rule : start.time) time(rule, nullptr, "start/" + rule.id);
        const bool clock = !start.time.empty();
        prompts(start.prompts, "start", clock);
        guidance(start.guidance, "start", clock);
        effects(start.then, nullptr, "start/then");
        for (size_t i = 0; i < start.instead.size(); ++i) {
            auto& instead = start.instead[i];
            const std::string path = "start/instead/" + std::to_string(i + 1);
            condition(instead.when, path + "/when");
            name(Refers::Procedure, instead.open, instead.line, path + "/open");
            for (auto& [from, to] : instead.carry) name(Refers::FormField, from, instead.line, path + "/carry");
            carries(instead.carries, path, instead.line, clock);
        }
        carries(start.carries, "start", start.line, clock);
    }

    void field(Field& field, Form* form, const std::string& form_id, const std::string& path) {
        if (to_.field) to_.field(field, form, path);
        condition(field.required_when, path + "/required-when");
        condition(field.when, path + "/when");
        if (!field.unmask_when.never()) condition(field.unmask_when, path + "/unmask-when");
        name(Refers::CodeList, field.code_list, field.line, path);
        if (field.type == FieldType::Organisation)
            name(Refers::OrganisationKind, field.of_kind, field.line, path + "/of-kind");
        names(Refers::Reader, field.readers, field.line, path + "/readers");
        names(Refers::Reader, field.hidden_from, field.line, path + "/hidden-from");
        if (field.rows.find('.') != std::string::npos) name(Refers::FormField, field.rows, field.line, path + "/rows");
        walk_anchor_text(field.computed_from, field.line, path + "/computed-from", to_.reference);
        carries(field.carries, path, field.line, false);
        for (Field& column : field.fields) this->field(column, form, form_id, path + "/" + column.id);
    }
    void form(Form& form) {
        const std::string path = "forms/" + form.id;
        const std::string id = form.id;  // kept: a visitor may rename it
        for (Field& each : form.fields) field(each, &form, id, path + "/fields/" + each.id);
        for (Layout::Section& section : form.layout.sections) {
            names(Refers::LocalField, section.fields, form.line, path + "/layout/" + section.id, id);
            condition(section.when, path + "/layout/" + section.id);
        }
        names(Refers::Reader, form.readers, form.line, path + "/readers");
        carries(form.carries, path, form.line, false);
        name(Refers::Declared, form.id, form.line, path);
    }

    void decision(Decision& decision, Task& task, const std::string& path, bool clock) {
        for (DecisionOption& option : decision.options) {
            const std::string at = path + "/options/" + option.id;
            condition(option.when, at + "/when");
            effects(option.then, &task, at + "/then");
            carries(option.carries, at, option.line, clock);
        }
        names(Refers::Role, decision.approved_by, task.line, path + "/approved-by");
        names(Refers::Relation, decision.agree, task.line, path + "/agree");
        name(Refers::Words, decision.advice_from, task.line, path + "/advice-from");
        period(decision.review_after, task.line, path + "/review-after");
        for (Decision::Row& row : decision.table) condition(row.when, path + "/table");
    }
    void meeting(Meeting& meeting, Task& task, const std::string& path) {
        name(Refers::RoleOrInvolvement, meeting.convened_by, task.line, path + "/convened-by");
        name(Refers::RoleOrInvolvement, meeting.chair, task.line, path + "/chair");
        name(Refers::Setting, meeting.quorum_setting, task.line, path + "/quorum-setting");
        names(Refers::RoleOrOrganisationKind, meeting.quorum_of, task.line, path + "/quorum");
        invitees(meeting.invite, task.line, path + "/invite");
        period(meeting.minutes_within, task.line, path + "/minutes-within");
        period(meeting.series, task.line, path + "/series");
    }
    static bool has_clock(const Task& task) {
        return !task.time.empty() ||
               (task.meeting && !(task.meeting->minutes_within.empty() && task.meeting->series.empty())) ||
               (task.exchange && !(task.exchange->answer_within.empty() && task.exchange->chase_after.empty())) ||
               (task.plan && !task.plan->review_every.empty()) ||
               (task.decision && !task.decision->review_after.empty());
    }
    void task(Task& task, const Stage* stage, const std::string& path) {
        if (to_.task) to_.task(task, stage, path);
        const bool clock = has_clock(task);
        names(Refers::Role, task.roles, task.line, path + "/role");
        name(Refers::Relation, task.relation, task.line, path + "/relation");
        condition(task.when, path + "/when");
        if (task.upon) walk_anchor(*task.upon, task.line, path + "/upon", to_.reference);
        names(Refers::LocalField, task.form_fields, task.line, path + "/form-fields", task.form);
        name(Refers::Form, task.form, task.line, path + "/form");
        if (task.decision) decision(*task.decision, task, path + "/decision", clock);
        if (task.meeting) meeting(*task.meeting, task, path + "/meeting");
        if (task.exchange) {
            name(Refers::Words, task.exchange->body, task.line, path + "/exchange");
            period(task.exchange->answer_within, task.line, path + "/exchange/answer-within");
            period(task.exchange->chase_after, task.line, path + "/exchange/chase-after");
        }
        if (task.plan) period(task.plan->review_every, task.line, path + "/plan/review-every");
        for (TimeRule& rule : task.time) time(rule, &task, path + "/" + rule.id);
        gates(task.needs, path + "/needs", clock);
        names(Refers::Task, task.blocks, task.line, path + "/blocks");
        effects(task.then, &task, path + "/then");
        names(Refers::Notice, task.tells, task.line, path + "/tells");
        prompts(task.prompts, path, clock);
        guidance(task.guidance, path, clock);
        for (Task::Shows& shown : task.shows) {
            name(Refers::Procedure, shown.linked, shown.line, path + "/shows");
            if (shown.not_moved_since) walk_anchor(*shown.not_moved_since, shown.line, path + "/shows/not-moved-since", to_.reference);
        }
        carries(task.carries, path, task.line, clock);
        name(Refers::Declared, task.id, task.line, path);
    }
    void strand(Strand& strand) {
        const std::string base = definition_.strands.size() == 1 ? "stages/" : "strands/" + strand.id + "/stages/";
        name(Refers::Relation, strand.relation, strand.line, "strands/" + strand.id + "/relation");
        if (!strand.starts_when.never()) condition(strand.starts_when, "strands/" + strand.id + "/starts-when");
        for (Stage& stage : strand.stages) {
            const std::string path = base + stage.id;
            for (Task& each : stage.tasks) task(each, &stage, path + "/tasks/" + each.id);
            gates(stage.leave_when, path + "/gate");
            for (Stage::Next& next : stage.next) {
                name(Refers::Stage, next.to, stage.line, path + "/next");
                condition(next.when, path + "/next/" + next.to);
            }
            if (!(strand.id != "main" && stage.ends == "ended"))
                name(Refers::Outcome, stage.ends, stage.line, path + "/ends");
            carries(stage.carries, path, stage.line, false);
            name(Refers::Declared, stage.id, stage.line, path);
        }
        name(Refers::Declared, strand.id, strand.line, "strands/" + strand.id);
    }

    void parts() {
        for (Notice& notice : definition_.notices) {
            const std::string path = "notices/" + notice.id;
            names(Refers::Recipient, notice.to, notice.line, path + "/to");
            names(Refers::Recipient, notice.escalate_to, notice.line, path + "/escalate-to");
            if (notice.upon) walk_anchor(*notice.upon, notice.line, path + "/upon", to_.reference);
            condition(notice.when, path + "/when");
            name(Refers::Version, notice.version, notice.line, path + "/version");
            period(notice.escalate_after, notice.line, path + "/escalate-after");
            name(Refers::Setting, notice.escalate_after_setting, notice.line, path + "/escalate-after-setting");
            // A notice goes out the moment its event happens: that is its clock.
            carries(notice.carries, path, notice.line, notice.upon.has_value() || !notice.escalate_to.empty());
            name(Refers::Declared, notice.id, notice.line, path);
        }
        for (Prohibition& prohibition : definition_.prohibitions) {
            const std::string path = "prohibitions/" + prohibition.id;
            names(Refers::ForbiddenAct, prohibition.forbids, prohibition.line, path + "/forbids");
            names(Refers::Role, prohibition.set_by, prohibition.line, path + "/set-by");
            names(Refers::Role, prohibition.lifted_by, prohibition.line, path + "/lifted-by");
            period(prohibition.review_after, prohibition.line, path + "/review-after");
            carries(prohibition.carries, path, prohibition.line, !prohibition.review_after.empty());
            name(Refers::Declared, prohibition.id, prohibition.line, path);
        }
        for (Flag& flag : definition_.flags) {
            const std::string path = "flags/" + flag.id;
            names(Refers::RoleOrInvolvement, flag.readers, flag.line, path + "/readers");
            period(flag.review_after, flag.line, path + "/review-after");
            period(flag.expires_after, flag.line, path + "/expires-after");
            carries(flag.carries, path, flag.line, !flag.review_after.empty() || !flag.expires_after.empty());
            name(Refers::Declared, flag.id, flag.line, path);
        }
        for (Version& version : definition_.versions) {
            const std::string path = "versions/" + version.id;
            names(Refers::LocalField, version.fields, version.line, path + "/fields", version.form);
            name(Refers::Form, version.form, version.line, path + "/form");
            name(Refers::RelationOrInvolvement, version.for_involvement, version.line, path + "/for-involvement");
            carries(version.carries, path, version.line, false);
            name(Refers::Declared, version.id, version.line, path);
        }
        for (size_t i = 0; i < definition_.child_ends.size(); ++i) {
            auto& ends = definition_.child_ends[i];
            const std::string path = "child-ends/" + std::to_string(i + 1);
            name(Refers::Outcome, ends.outcome, ends.line, path);
            condition(ends.when, path + "/when");
            effects(ends.then, nullptr, path + "/then");
            carries(ends.carries, path, ends.line, false);
        }
        for (Milestone& milestone : definition_.milestones) {
            const std::string path = "milestones/" + milestone.id;
            name(Refers::Relation, milestone.relation, milestone.line, path + "/for");
            walk_anchor(milestone.of, milestone.line, path + "/of", to_.reference);
            name(Refers::Declared, milestone.id, milestone.line, path);
        }
        for (Setting& setting : definition_.settings) {
            const std::string path = "settings/" + setting.id;
            name(Refers::Role, setting.changeable_by, setting.line, path + "/changeable-by");
            name(Refers::Declared, setting.id, setting.line, path);
        }
    }

    Definition& definition_;
    const Visitor& to_;
};

}  // namespace

void walk(Definition& definition, const Visitor& visitor) { Walker(definition, visitor).all(); }

void walk(const Definition& definition, const Visitor& visitor) {
    Definition copy = definition;
    walk(copy, visitor);
}

}  // namespace hearken::procedure
