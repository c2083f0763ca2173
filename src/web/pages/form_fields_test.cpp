#include "web/pages/form_fields.hpp"

#include <gtest/gtest.h>

#include <random>

#include "web/pages/form_asking.hpp"
#include "web/pages/form_fields_dates.hpp"
#include "web/server/urlencoded.hpp"

namespace hearken::web {
namespace {

using engine::Answer;
using engine::Answers;
using procedure::Field;
using procedure::FieldType;
using procedure::Option;

/// What a browser would send back of this markup untouched: every control with its value.
class Browser {
public:
    static Fields sent_back(const std::string& markup) { return Browser(markup).fields_; }

private:
    explicit Browser(const std::string& markup) : markup_(markup) {
        for (size_t at = 0; (at = markup_.find('<', at)) != std::string::npos; ++at) {
            if (starts("<input", at)) input(tag_at(at));
            if (starts("<textarea", at)) textarea(at);
            if (starts("<select", at)) select(at);
        }
    }

    bool starts(std::string_view word, size_t at) const { return std::string_view(markup_).substr(at).starts_with(word); }
    std::string tag_at(size_t at) const { return markup_.substr(at, markup_.find('>', at) - at); }

    static std::string unescaped(std::string text) {
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&amp;", "&"}})
            for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
        return text;
    }

    static std::string attribute(const std::string& tag, const std::string& name) {
        const auto at = tag.find(" " + name + "=\"");
        if (at == std::string::npos) return {};
        const auto from = at + name.size() + 3;
        return unescaped(tag.substr(from, tag.find('"', from) - from));
    }

    void input(const std::string& tag) {
        const auto type = attribute(tag, "type");
        if ((type == "radio" || type == "checkbox") && tag.find(" checked") == std::string::npos) return;
        if (const auto name = attribute(tag, "name"); !name.empty()) fields_.add(name, attribute(tag, "value"));
    }

    void textarea(size_t at) {
        const auto from = markup_.find('>', at) + 1;
        fields_.add(attribute(tag_at(at), "name"), unescaped(markup_.substr(from, markup_.find("</textarea>", from) - from)));
    }

    void select(size_t at) {
        const auto end = markup_.find("</select>", at);
        std::string chosen;
        for (size_t option = at; (option = markup_.find("<option", option)) < end; ++option)
            if (const auto tag = tag_at(option); tag.find(" selected") != std::string::npos) chosen = attribute(tag, "value");
        fields_.add(attribute(tag_at(at), "name"), chosen);
    }

    const std::string& markup_;
    Fields fields_;
};

class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    bool yes() { return below(2) == 0; }
    std::string words() {
        static const std::vector<std::string> kWords = {"bruise", "<b>", "said \"no\"", "O'Nobody", "a & b", "two\nlines", "ünïcode", "--", "[0]", "x=y"};
        std::string text = "w";
        for (int i = below(4); i >= 0; --i) text += " " + kWords[static_cast<size_t>(below(static_cast<int>(kWords.size())))];
        return text;
    }
    std::string line() {
        std::string text = words();
        for (auto& c : text)
            if (c == '\n') c = ' ';
        return text;
    }
    std::string day(bool approximate) {
        const std::string year = std::to_string(1990 + below(40));
        const int parts = approximate ? below(3) : 2;
        const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
        return year + (parts > 0 ? two(1 + below(12)) : "") + (parts > 1 ? two(1 + below(28)) : "");
    }

private:
    std::mt19937 random_;
};

constexpr FieldType kTypes[] = {FieldType::Text, FieldType::LongText, FieldType::YesNo, FieldType::YesNoNotKnown, FieldType::Choice, FieldType::Choices, FieldType::Date,
                                FieldType::ApproximateDate, FieldType::DateTime, FieldType::Number, FieldType::Person, FieldType::People, FieldType::Organisation, FieldType::Address,
                                FieldType::File, FieldType::BodyMap, FieldType::Quotation, FieldType::Signature, FieldType::Group};

Field any_field(Chance& chance, const std::string& id, FieldType type) {
    Field field;
    field.id = id;
    field.type = type;
    field.label = "About " + id;
    const bool may_be_unknown = type != FieldType::BodyMap && type != FieldType::Signature && type != FieldType::YesNoNotKnown;
    field.not_known = may_be_unknown && chance.yes();
    field.reason_if_not_known = field.not_known && chance.yes();
    for (int i = 0, options = 2 + chance.below(12); i < options; ++i) field.options.push_back({"option-" + std::to_string(i), "Option " + std::to_string(i), {}, false, i == 1 && options < 9});
    if (type == FieldType::Choices) field.options.push_back({"none", "None", {}, true, false});
    if (type == FieldType::Group)
        for (int i = 0; i < 3; ++i) {
            const auto column = kTypes[chance.below(18)];
            if (column == FieldType::Signature) continue;
            field.fields.push_back(any_field(chance, "c" + std::to_string(i), column));
        }
    return field;
}

void answer(Chance& chance, const Field& field, Answers& answers);

Answer rows_for(Chance& chance, const Field& group) {
    Answer all;
    for (int i = 0, rows = 1 + chance.below(3); i < rows; ++i) {
        Answers row;
        for (const auto& column : group.fields) answer(chance, column, row);
        if (!row.empty()) all.rows.push_back(row);
    }
    return all;
}

Answer a_mark(Chance& chance) {
    Answer marks;
    marks.rows.push_back({{"part", Answer::of("front-chest")}, {"view", Answer::of("front")}, {"x", Answer::of("50.0")}, {"y", Answer::of("29.8")}, {"note", Answer::of(chance.line())}});
    return marks;
}

void choose_several(Chance& chance, const Field& field, Answers& answers) {
    Answer chosen;
    for (const auto& option : field.options)
        if (!option.exclusive && chance.yes()) {
            chosen.values.push_back(option.id);
            if (option.needs_text) answers[field.id + "." + option.id + "-text"] = Answer::of(chance.line());
        }
    if (!chosen.values.empty()) answers[field.id] = chosen;
}

void answer(Chance& chance, const Field& field, Answers& answers) {
    if (chance.below(5) == 0) return;
    if ((field.not_known || field.type == FieldType::YesNoNotKnown) && chance.below(3) == 0) {
        answers[field.id] = Answer::not_known();
        if (field.reason_if_not_known) answers[field.id + "-reason"] = Answer::of(chance.line());
        return;
    }
    switch (field.type) {
        case FieldType::LongText:
        case FieldType::Address: answers[field.id] = Answer::of(chance.words()); return;
        case FieldType::YesNo:
        case FieldType::YesNoNotKnown: answers[field.id] = Answer::of(chance.yes() ? "yes" : "no"); return;
        case FieldType::Choice: {
            const auto& option = field.options[static_cast<size_t>(chance.below(static_cast<int>(field.options.size())))];
            answers[field.id] = Answer::of(option.id);
            if (option.needs_text) answers[field.id + "." + option.id + "-text"] = Answer::of(chance.line());
            return;
        }
        case FieldType::Choices: return choose_several(chance, field, answers);
        case FieldType::Date:
        case FieldType::ApproximateDate: answers[field.id] = Answer::of(chance.day(field.type == FieldType::ApproximateDate)); return;
        case FieldType::DateTime: answers[field.id] = Answer::of(chance.day(false) + "T15:50:00Z"); return;
        case FieldType::Number: answers[field.id] = Answer::of(std::to_string(chance.below(900))); return;
        case FieldType::Person: answers[field.id] = Answer::of("person-1"); return;
        case FieldType::People: answers[field.id] = {Answer::Kind::Given, {"person-1", "person-2"}, {}}; return;
        case FieldType::Organisation: answers[field.id] = Answer::of("school-2"); return;
        case FieldType::File: answers[field.id] = {Answer::Kind::Given, {"photo.jpg", "letter-2.pdf"}, {}}; return;
        case FieldType::BodyMap: answers[field.id] = a_mark(chance); return;
        case FieldType::Quotation:
            answers[field.id] = Answer::of(chance.words());
            answers[field.id + "-speaker"] = Answer::of(chance.line());
            return;
        case FieldType::Signature: answers[field.id] = Answer::of("Kit Testwell"); return;
        case FieldType::Group:
            if (auto rows = rows_for(chance, field); !rows.rows.empty()) answers[field.id] = std::move(rows);
            return;
        case FieldType::Text:
        case FieldType::Computed: answers[field.id] = Answer::of(chance.line()); return;
    }
}

FormSetting a_setting() {
    FormSetting setting;
    setting.form = "form";
    setting.people = {{"person-1", "Ada Testwell"}, {"person-2", "Ben Testwell"}};
    setting.organisations[""] = {{"school-1", "First School"}, {"school-2", "Second School"}};
    setting.signer = "Kit Testwell";
    return setting;
}

Fields round(const FieldList& fields, const Answers& answers, const FormSetting& setting) { return Browser::sent_back(render_fields(fields, answers, {}, setting).str()); }

Field a_field(const char* id, FieldType type) {
    Field field;
    field.id = id;
    field.type = type;
    field.label = id;
    return field;
}

procedure::Condition when(const char* field, const char* value) {
    procedure::Condition condition;
    condition.kind = procedure::Condition::Kind::Answer;
    condition.name = field;
    condition.values = {value};
    return condition;
}

TEST(FormFields, WhatIsShownComesBackAsTheSameAnswersForEveryTypeOfField) {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Chance chance(seed);
        std::vector<Field> fields;
        int number = 0;
        for (const auto type : kTypes) fields.push_back(any_field(chance, "f" + std::to_string(number++), type));
        Answers answers;
        for (const auto& field : fields) answer(chance, field, answers);
        const auto setting = a_setting();
        const auto list = pointers_to(fields);
        const auto back = parse_fields(list, round(list, answers, setting), setting);
        for (const auto& [key, value] : answers) ASSERT_TRUE(back.contains(key) && back.at(key) == value) << "seed " << seed << ", " << key;
        ASSERT_EQ(back, answers) << "seed " << seed;
    }
}

TEST(FormFields, ADateThatDoesNotExistComesBackAsItWasTyped) {
    for (const TypedDate& typed : {TypedDate{"31", "2", "2026"}, TypedDate{"", "3", "2026"}, TypedDate{"1", "Septober", "2026"}, TypedDate{"1", "2", "26"}})
        EXPECT_EQ(typed_date(date_answer(typed)), typed) << date_answer(typed);
}

TEST(FormFields, AMonthMayBeTypedAsAWordAndATimeInTheWaysPeopleWriteIt) {
    EXPECT_EQ(date_answer({"2", "April", "2026"}), "2026-04-02");
    for (const char* time : {"16:50", "16.50", "4:50pm", "4.50 pm", "1650"}) EXPECT_EQ(moment_answer({{"2", "4", "2026"}, time}), "2026-04-02T15:50:00Z") << time;
    EXPECT_EQ(moment_answer({{"2", "12", "2026"}, "midday"}), "2026-12-02T12:00:00Z");
    EXPECT_EQ(moment_answer({{"2", "4", "2026"}, "25:00"}), "2/4/2026|25:00");
    EXPECT_EQ(moment_answer({{"2", "4", "2026"}, ""}), "2/4/2026|");
}

TEST(FormFields, AQuestionAskedBecauseOfOneChoiceStandsUnderThatChoice) {
    std::vector<Field> fields = {a_field("agree", FieldType::YesNo), a_field("why-not", FieldType::Text)};
    fields[1].when = when("form.agree", "no");
    const auto setting = a_setting();
    const auto list = pointers_to(fields);
    const auto reveal = reveal_of(fields[1], list, FieldPlace::top(setting), setting);
    EXPECT_EQ(reveal.parent, &fields[0]);
    EXPECT_EQ(reveal.option, "no");
    const auto markup = render_fields(list, {}, {}, setting).str();
    EXPECT_LT(markup.find("govuk-radios__conditional"), markup.find("name=\"f-why-not\""));
    EXPECT_EQ(markup.find("name=\"f-why-not\""), markup.rfind("name=\"f-why-not\"")) << "asked once only";
}

TEST(FormFields, WordsUnderAnOptionThatIsNotChosenAreDropped) {
    auto field = a_field("how", FieldType::Choice);
    field.options = {{"told", "Told", {}, false, false}, {"other", "Other", {}, false, true}};
    const auto answers = parse_fields({&field}, {{"f-how", "told"}, {"f-how--other--text", "left over"}}, a_setting());
    EXPECT_EQ(answers, (Answers{{"how", Answer::of("told")}}));
}

TEST(FormFields, ASignatureIsTheSignersWhateverTheBrowserSends) {
    const auto field = a_field("signed", FieldType::Signature);
    auto setting = a_setting();
    EXPECT_EQ(parse_fields({&field}, {{"f-signed", "Somebody Else"}}, setting).at("signed").first(), "Kit Testwell");
    setting.before["signed"] = Answer::of("Robin Testwell");
    EXPECT_EQ(parse_fields({&field}, {{"f-signed", "signed"}}, setting).at("signed").first(), "Robin Testwell");
    EXPECT_TRUE(parse_fields({&field}, {}, setting).empty());
}

TEST(FormFields, LineEndsOfABrowserAreKeptAsPlainOnes) {
    const auto field = a_field("said", FieldType::LongText);
    EXPECT_EQ(parse_fields({&field}, {{"f-said", "one\r\ntwo"}}, a_setting()).at("said").first(), "one\ntwo");
}

TEST(FormFields, RowsAreAddedAndRemovedByPlainButtons) {
    Answers answers{{"people", {Answer::Kind::Given, {}, {{{"name", Answer::of("Ada")}}, {{"name", Answer::of("Ben")}}}}}};
    EXPECT_TRUE(change_rows({{kRowsButton, "add:people"}}, answers));
    EXPECT_EQ(answers["people"].rows.size(), 3u);
    EXPECT_TRUE(change_rows({{kRowsButton, "remove:people:0"}}, answers));
    EXPECT_EQ(answers["people"].rows.front().at("name").first(), "Ben");
    EXPECT_FALSE(change_rows({{"f-people--rows", "2"}}, answers));
    EXPECT_TRUE(change_rows({{kRowsButton, "remove:people:99"}}, answers));
    EXPECT_EQ(answers["people"].rows.size(), 2u);
}

TEST(FormFields, EveryErrorIsLinkedToItsControl) {
    std::vector<Field> fields = {a_field("born", FieldType::Date), a_field("people", FieldType::Group), a_field("how", FieldType::Choice), a_field("words", FieldType::Quotation)};
    fields[1].fields = {a_field("seen", FieldType::DateTime)};
    const auto items = error_items(pointers_to(fields), {{"date", "a", "born"}, {"date", "b", "people[2].seen"}, {"x", "c", "how.other-text"}, {"x", "d", "words-speaker"}, {"x", "e", "reasons"}, {"x", "f", ""}});
    std::vector<std::string> links;
    for (const auto& item : items) links.push_back(item.href);
    EXPECT_EQ(links, (std::vector<std::string>{"#f-born--day", "#f-people--2--seen--day", "#f-how--other--text", "#f-words--speaker", "#reasons", ""}));
}

TEST(FormFields, AnErrorStandsBesideTheFieldItNames) {
    const auto field = a_field("summary", FieldType::LongText);
    const auto markup = render_fields({&field}, {}, {{"required", "Enter what happened.", "summary"}}, a_setting()).str();
    EXPECT_NE(markup.find("id=\"f-summary-error\""), std::string::npos);
    EXPECT_NE(markup.find("Enter what happened."), std::string::npos);
}

TEST(FormAsking, AnswersToQuestionsNoLongerAskedFallAwayWithThoseThatHungOnThem) {
    procedure::Form form;
    form.id = "form";
    form.fields = {a_field("a", FieldType::YesNo), a_field("b", FieldType::YesNo), a_field("c", FieldType::Text)};
    form.fields[1].when = when("form.a", "yes");
    form.fields[2].when = when("form.b", "yes");
    procedure::Definition definition;
    definition.forms = {form};
    const procedure::Vocabulary vocabulary;
    const auto& held = definition.forms.front();
    const auto asks = asks_at_start(definition, held, vocabulary, Instant{});
    const auto part = parts_of(held).front();
    const Answers all{{"a", Answer::of("yes")}, {"b", Answer::of("yes")}, {"c", Answer::of("words")}};
    EXPECT_EQ(with_part({}, part, all, asks), all);
    const Answers no{{"a", Answer::of("no")}, {"b", Answer::of("yes")}, {"c", Answer::of("words")}};
    EXPECT_EQ(with_part(all, part, no, asks), (Answers{{"a", Answer::of("no")}}));
}

TEST(FormAsking, AConditionOfAFormPerChildReadsThatChildsAnswers) {
    procedure::Form form;
    form.id = "form";
    form.per_child = true;
    form.fields = {a_field("a", FieldType::YesNo), a_field("b", FieldType::Text)};
    form.fields[1].when = when("form.a", "yes");
    procedure::Definition definition;
    definition.forms = {form};
    const procedure::Vocabulary vocabulary;
    const auto& held = definition.forms.front();
    const auto asks = asks_at_start(definition, held, vocabulary, Instant{});
    EXPECT_TRUE(asks(held.fields[1], {{"a", Answer::of("yes")}}));
    EXPECT_FALSE(asks(held.fields[1], {{"a", Answer::of("no")}}));
}

TEST(FormAsking, QuestionsThatFollowFromSeveralChoicesAreSeenBeforeThePageIsDone) {
    procedure::Form form;
    form.id = "form";
    form.fields = {a_field("status", FieldType::Choice), a_field("from-whom", FieldType::Text)};
    form.fields[0].options = {{"given", "Given", {}, false, false}, {"refused", "Refused", {}, false, false}, {"not-sought", "Not sought", {}, false, false}};
    form.fields[1].when = when("form.status", "given");
    form.fields[1].when.test = procedure::Condition::Test::In;
    form.fields[1].when.values = {"given", "refused"};
    procedure::Definition definition;
    definition.forms = {form};
    const procedure::Vocabulary vocabulary;
    const auto& held = definition.forms.front();
    const auto asks = asks_at_start(definition, held, vocabulary, Instant{});
    const auto part = parts_of(held).front();
    FormSetting setting = a_setting();
    EXPECT_EQ(to_render(part, {}, asks, setting).size(), 1u);
    const Answers given{{"status", Answer::of("given")}};
    const auto fresh = newly_asked(part, given, asks, "status");
    ASSERT_EQ(fresh.size(), 1u);
    EXPECT_EQ(fresh.front()->id, "from-whom");
    EXPECT_TRUE(newly_asked(part, given, asks, "status,from-whom").empty());
    EXPECT_EQ(to_render(part, given, asks, setting).size(), 2u);
}

}  // namespace
}  // namespace hearken::web
