// A form's questions on a page, and what was typed into them back as answers: the same for every procedure, because
// both are made from the definition alone. Names of controls: "f-FIELD", parts after two hyphens ("f-born--day"),
// rows of a group "f-GROUP--0--COLUMN".
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"
#include "engine/answers.hpp"
#include "procedure/model.hpp"
#include "web/components/error_summary.hpp"
#include "web/html/html.hpp"
#include "web/server/named_values.hpp"

namespace hearken::web {

/// Somebody, or some organisation, that an answer may name.
struct Named {
    std::string id, name;
    bool at_work = false;   ///< a colleague, who is never the child that a form asks for
    bool subject = false;   ///< whom the case is about, and so never the professional
};

/// A file that an answer names by id.
struct FileShown {
    std::string name, size;  ///< "letter.pdf", "245 KB"
};

using FieldList = std::vector<const procedure::Field*>;
using ErrorList = std::vector<Reason>;

/// What the questions of a form are asked with.
struct FormSetting {
    const procedure::Vocabulary* vocabulary = nullptr;  ///< for code lists
    std::string form;                                   ///< its id: conditions name "FORM.FIELD"
    std::vector<Named> people;                          ///< whom a person field may name
    std::map<std::string, std::vector<Named>> organisations;  ///< by kind; "" is any
    std::function<std::optional<FileShown>(const std::string& id)> file_named;  ///< nothing: it is no longer kept
    std::string signer;                                 ///< who signs, when somebody signs now
    engine::Answers before;                             ///< what is saved: a signature already given stays whose it is
    bool question_is_heading = false;                   ///< the one question of a page is its heading
};

/// The fields that belong on the page, each with its answer and errors. Fields that only depend on a choice among them
/// are put under that choice.
Html render_fields(const FieldList& fields, const engine::Answers& answers, const ErrorList& errors, const FormSetting& setting);

/// What was typed in these fields. Blank rows of a group are dropped unless they are to be shown again.
enum class BlankRows { Drop, Keep };
engine::Answers parse_fields(const FieldList& fields, const Fields& posted, const FormSetting& setting, BlankRows blank = BlankRows::Drop);

/// A row added to or removed from a group by a button (values "add:GROUP", "remove:GROUP:0" of the control "_rows").
/// True when the button was pressed, and `answers` changed.
bool change_rows(const Fields& posted, engine::Answers& answers);
inline constexpr char kRowsButton[] = "_rows";

/// Each error linked to the control it concerns ("childs-words[0].words" to "#f-childs-words--0--words").
std::vector<ErrorSummaryItem> error_items(const FieldList& fields, const ErrorList& errors);

/// One answer in words, to check before sending.
struct AnswerInWords {
    std::string label;
    std::vector<std::string> lines;  ///< empty: not answered
    std::vector<std::vector<std::pair<std::string, std::string>>> rows;  ///< of a group: (column, words)
};
AnswerInWords in_words(const procedure::Field& field, const engine::Answers& answers, const FormSetting& setting);
/// The value cell of a summary list.
Html words_cell(const AnswerInWords& words);

// --- shared by the files of form_fields ---------------------------------------------------------------------------

const std::vector<procedure::Option>& options_of(const procedure::Field& field, const FormSetting& setting);

/// Where a field stands: at the top of the form, or in a row of a group.
struct FieldPlace {
    std::string control = "f-";            ///< what control names begin with
    std::string path;                      ///< what the engine's field names begin with: "group[0]."
    std::vector<std::string> conditions;   ///< what conditions call the fields here: "form.", "form.group."

    static FieldPlace top(const FormSetting& setting) { return {"f-", "", {setting.form + "."}}; }
    FieldPlace row(const procedure::Field& group, size_t number) const;
};

/// The choice under which a field is shown, when it is asked only because of one choice among its neighbours.
struct Reveal {
    const procedure::Field* parent = nullptr;
    std::string option;
};
Reveal reveal_of(const procedure::Field& field, const FieldList& neighbours, const FieldPlace& place, const FormSetting& setting);

/// The value sent by the choice "Not known", which is no option of anybody's.
inline constexpr char kNotKnown[] = "--not-known";

/// Follows a file field's name in the control that removes files.
inline constexpr char kRemove[] = "--remove";

/// Radios rather than a list to open, up to this many.
inline constexpr size_t kMostRadios = 8;

FieldList pointers_to(const std::vector<procedure::Field>& fields);

}  // namespace hearken::web
