// One walk over everything a definition says: what it refers to, its conditions, clocks, effects and the duties
// carried. Copying of components, the checker and coverage all go this way, so that none of them can overlook a member.
#pragma once
#include <functional>
#include <string>

#include "procedure/model.hpp"

namespace hearken::procedure {

/// What a name in a definition refers to.
enum class Refers {
    Role,  ///< of the vocabulary, or "anyone"/"public"
    Relation,
    Involvement,
    Aspect,
    Form,
    FormField,   ///< "form.field"
    LocalField,  ///< a field of Reference::form
    Task,
    DecisionTask,
    MeetingTask,
    ExchangeTask,
    Stage,
    Strand,
    Notice,
    Flag,
    Prohibition,
    Version,
    Setting,
    Outcome,
    Fact,
    Service,
    Page,
    CodeList,
    OrganisationKind,
    ForbiddenAct,
    Procedure,
    Recipient,          ///< involvement, relation, or role@relation
    RoleOrInvolvement,  ///< invitees
    Reader,             ///< who may read: a role, an involvement, or the relation whose side it is
    Alerted,            ///< a role, an involvement, or role@relation
    RelationOrInvolvement,
    FieldOrRelation,
    RoleOrOrganisationKind,  ///< who makes a quorum
    Words,     ///< free words that may name a relation
    Declared,  ///< not a reference: the id of this element itself
};

struct Reference {
    Refers to;
    std::string& name;
    int line;
    const std::string& path;
    const std::string& form;  ///< for LocalField
};

/// Where a duty is carried.
struct Carrier {
    std::string path;
    int line = 0;
    bool has_clock = false;  ///< this element, or the task it is part of, is timed
};

struct Visitor {
    std::function<void(const Reference&)> reference;
    std::function<void(Condition&, const std::string& path)> condition;  ///< outermost conditions only
    std::function<void(TimeRule&, const Task*, const std::string& path)>
        time;  ///< the task is null on start and retention
    std::function<void(Effect&, const Task*, const std::string& path)> effect;
    std::function<void(Carries&, const Carrier&)> carries;
    std::function<void(Task&, const Stage*, const std::string& path)>
        task;  ///< the stage is null when anytime or added
    std::function<void(Field&, const Form*, const std::string& path)>
        field;  ///< the form is null in an overlay's block
    std::function<void(std::string& period, int line, const std::string& path)> period;
};

void walk(Definition& definition, const Visitor& visitor);
/// The same over a copy: what the visitor is shown lives as long as the call.
void walk(const Definition& definition, const Visitor& visitor);
// The parts of the walk that are wanted by themselves.
using Seen = std::function<void(const Reference&)>;
extern const std::string kNoForm;
/// Tells of one name, unless it is empty or nobody listens.
void tell(const Seen& seen, Refers to, std::string& name, int line, const std::string& path,
          const std::string& form = kNoForm);
void walk_condition(Condition& condition, const std::string& path, const Seen& seen);
void walk_anchor(Anchor& anchor, int line, const std::string& path, const Seen& seen);
/// An anchor kept as text (Condition::Elapsed, Field::computed_from).
void walk_anchor_text(std::string& text, int line, const std::string& path, const Seen& seen);

}  // namespace hearken::procedure
