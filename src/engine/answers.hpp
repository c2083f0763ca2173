// What was answered on a form. Unanswered, "not known" and "not asked" are three different things
// (definition-needs section 6): a blank is neither a yes nor a no.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace hearken::engine {

struct Answer;
using Answers = std::map<std::string, Answer>;  ///< by field id; a field that is absent is unanswered

/// One answer. Everything a person typed is text, kept exactly as typed; its field's type says how it is read:
/// dates "2026-04-02", date-times ISO in UTC, yes/no "yes"/"no", choices by option id, people and organisations by id;
/// an approximate date "2026", "2026-04" or "2026-04-02"; files by id; a signature is the signer's id or written name.
/// Answers that belong to another stand beside it, under ids made from its own:
///   FIELD-reason        why it is not known (reason_if_not_known)
///   FIELD.OPTION-text   the words an option asks for (needs_text)
///   FIELD-speaker       whose words a quotation is
/// Rows: of a group, one Answers each; of a body map, "view" (front, back …), "x" and "y" (per cent of the drawing, 0
/// to 100) and "note" (what was seen there). A reason about a row's field names it "GROUP[0].FIELD", counting from 0.
struct Answer {
    enum class Kind { Given, NotKnown, NotAsked };
    Kind kind = Kind::Given;
    std::vector<std::string> values;  ///< one, or several for a multiple choice
    std::vector<Answers> rows;        ///< for a repeating group; each row may carry "row-id"

    static Answer of(std::string value) { return {Kind::Given, {std::move(value)}, {}}; }
    static Answer not_known() { return {Kind::NotKnown, {}, {}}; }
    bool blank() const;  ///< given, but nothing (no value with a visible character, no row)
    const std::string& first() const;  ///< the first value, or empty
    bool operator==(const Answer&) const = default;
};

}  // namespace hearken::engine
