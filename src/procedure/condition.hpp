// A condition as structured data: never an expression language (design, "A definition, roughly").
#pragma once
#include <string>
#include <vector>

namespace hearken::procedure {

/// In YAML a condition is a map with one keyword:
///   {all: [..]} {any: [..]} {not: {..}} always
///   {answer: form.field, is: x | in: [..] | answered: true | not-known: true | at-least: 3 | at-most: 3}
///   {done: task}                   any occurrence, for this child when the task is per child
///   {decided: decision, is: option | in: [..]}      without is/in: any option
///   {approved: decision}           every signature it needs has been given
///   {exists: chronology-entry | note | disclosure | minutes | file}
///   {fact: name, is: value}        a fact of procedures/vocabulary.yaml about the child or the case; default is: yes
///   {age: {under: 1}} {age: {at-least: 16}}         whole years on the day; an unborn child is under every age
///   {setting: id, is: value}
///   {entered: stage} {left: stage}
///   {responsible: aspect, is: relation}             an organisation's relation to the case
///   {linked: procedure, state: open | closed | any}
///   {elsewhere: procedure, state: open | closed | any}   the child (any child) is in another case of it, linked or not
///   {children: ended}              every child's own course in this case has ended
///   {held: meeting} {quorate: meeting}
///   {answered: exchange} {sent: exchange}
///   {prohibited: prohibition}      in force on any subject of the case, from whichever case it was set
///   {flag: flag}                   a dated flag in force on the child
///   {elapsed: anchor, period: 3 working days}       that long has passed since the anchor; or `setting: id` for the period
struct Condition {
    enum class Kind {
        Always, All, Any, Not, Answer, Done, Decided, Approved, Exists, Fact, Age, Setting, Entered, Left, Responsible,
        Linked, Elsewhere, ChildrenEnded, Held, Quorate, ExchangeAnswered, ExchangeSent, Prohibited, Flag, Elapsed,
    };
    enum class Test { Is, In, Answered, NotKnown, AtLeast, AtMost, Under };
    Kind kind = Kind::Always;
    std::string name;                 ///< the element, fact, setting … it is about; "form.field" for Answer
    Test test = Test::Is;
    std::vector<std::string> values;  ///< empty with Test::Is on Done, Decided …: "at all"
    std::vector<Condition> of;        ///< for All, Any, Not
    std::string setting;              ///< Elapsed: the setting that gives the period
    int line = 0;                     ///< in the definition file, for messages

    bool always() const { return kind == Kind::Always; }
    /// Holds in no case. Absent in YAML, Gate::unless, Field::unmask_when and a side strand's starts_when are this.
    bool never() const { return kind == Kind::Any && of.empty(); }
    static Condition that_never_holds() {
        Condition condition;
        condition.kind = Kind::Any;
        return condition;
    }
};

}  // namespace hearken::procedure
