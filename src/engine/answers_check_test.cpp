#include "engine/answers_check.hpp"

#include "engine/test_definitions.hpp"

namespace hearken::engine::test {

namespace {

/// Faults of one field's answer, as "code field".
struct OneForm {
    Form form;
    Definition definition;
    CaseState state;
    Surroundings world;

    explicit OneForm(std::vector<Field> fields) {
        form.id = "form";
        form.fields = std::move(fields);
        definition = test::definition({});
        definition.forms = {form};
        world.now = at("2026-03-02T10:00:00Z");
        world.vocabulary = &vocabulary();
    }
    std::vector<std::string> faults(const Answers& answers,
                                    Completeness completeness = Completeness::Submitting) const {
        std::vector<std::string> found;
        for (const auto& reason : check_answers(form, answers, completeness, definition, state, world))
            found.push_back(reason.code + " " + reason.field);
        return found;
    }
};

using Faults = std::vector<std::string>;

Option choice(std::string id, bool exclusive = false, bool needs_text = false) {
    return {id, id, "", exclusive, needs_text};
}

}  // namespace

TEST(CheckAnswers, SaysTheRemedyInTheFieldsOwnWords) {
    Field words = field("childs-words", FieldType::Quotation, true);
    words.label = "The child's own words";
    words.not_known = words.reason_if_not_known = true;
    words.not_known_label = "Not obtained";
    const OneForm form({words});
    const auto reasons =
        check_answers(form.form, {}, Completeness::Submitting, form.definition, form.state, form.world);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].text, "Enter the child's own words, or choose “Not obtained” and say why.");
    EXPECT_EQ(reasons[0].field, "childs-words");
}

TEST(CheckAnswers, ADayOnWhichNobodyWorksIsRefusedWhereAWorkingDayIsAsked) {
    Field day = field("day", FieldType::Date), moment = field("moment", FieldType::DateTime);
    day.working_day = moment.working_day = true;
    const OneForm form({day, moment});
    EXPECT_EQ(form.faults({{"day", Answer::of("2026-03-07")}}), Faults{"working-day day"}) << "a Saturday";
    EXPECT_EQ(form.faults({{"day", Answer::of("2026-04-03")}}), Faults{"working-day day"}) << "Good Friday";
    EXPECT_EQ(form.faults({{"moment", Answer::of("2026-04-05T23:30:00Z")}}), Faults{"working-day moment"}) << "half past midnight on Easter Monday";
    EXPECT_EQ(form.faults({{"day", Answer::of("2026-03-09")}, {"moment", Answer::of("2026-04-07T09:00:00Z")}}), Faults{});
}

TEST(CheckAnswers, UnansweredNotKnownAndNotAskedAreThreeThings) {
    Field where = field("where", FieldType::Text, true);
    const OneForm strict({where});
    EXPECT_EQ(strict.faults({}), Faults{"required where"});
    EXPECT_EQ(strict.faults({{"where", Answer::of(" \t")}}), Faults{"required where"});
    EXPECT_EQ(strict.faults({{"where", Answer::not_known()}}), Faults{"not-known where"});
    where.not_known = where.reason_if_not_known = true;
    const OneForm tolerant({where});
    EXPECT_EQ(tolerant.faults({{"where", Answer::not_known()}}), Faults{"reason where-reason"});
    EXPECT_EQ(tolerant.faults({{"where", Answer::not_known()}, {"where-reason", Answer::of("Nobody would say.")}}),
              Faults{});
    Answer both = Answer::not_known();
    both.values = {"At home"};
    EXPECT_EQ(tolerant.faults({{"where", both}, {"where-reason", Answer::of("x")}}), Faults{"not-known where"});
}

TEST(CheckAnswers, ADraftIsNeverRefusedForWhatIsMissing) {
    const OneForm form({field("a", FieldType::Text, true), field("b", FieldType::Date, true)});
    EXPECT_EQ(form.faults({}, Completeness::Draft), Faults{});
    EXPECT_EQ(form.faults({{"b", Answer::of("soon")}}, Completeness::Draft), Faults{"date b"});
}

TEST(CheckAnswers, WhatIsDueBeforeClosingIsAskedOnlyThen) {
    Field late = field("late", FieldType::Text);
    late.required = Field::Required::ToClose;
    const OneForm form({late});
    EXPECT_EQ(form.faults({}, Completeness::Submitting), Faults{});
    EXPECT_EQ(form.faults({}, Completeness::Closing), Faults{"required late"});
}

TEST(CheckAnswers, EachTypeTakesOnlyItsKind) {
    struct Case {
        FieldType type;
        const char* good;
        const char* bad;
    };
    for (const auto& [type, good, bad] :
         {Case{FieldType::YesNo, "yes", "not-known"}, Case{FieldType::YesNoNotKnown, "not-known", "maybe"},
          Case{FieldType::Date, "2024-02-29", "2026-02-29"}, Case{FieldType::Date, "2026-03-27", "27/03/2026"},
          Case{FieldType::Date, "1990-01-01", "0090-01-01"}, Case{FieldType::ApproximateDate, "2026-04", "2026-13"},
          Case{FieldType::ApproximateDate, "2026", "about 2026"},
          Case{FieldType::DateTime, "2026-03-01T09:00:00Z", "2026-03-01T09:00"}, Case{FieldType::Number, "-2.5", "2,5"},
          Case{FieldType::Number, "3", "1e3"}, Case{FieldType::Person, "0a1b2c", "Ada Example"},
          Case{FieldType::Organisation, "school-1", "../school"}, Case{FieldType::File, "file-1", "a b"},
          Case{FieldType::Text, "One line", "two\nlines"}, Case{FieldType::LongText, "two\nlines", "a\x01b"},
          Case{FieldType::LongText, "Zoë “said”", "\xc3"}, Case{FieldType::LongText, "tab\there", "\xed\xa0\x80"},
          Case{FieldType::LongText, "\xf0\x9f\x99\x82", "\xc2\x85"}}) {
        const OneForm form({field("a", type)});
        EXPECT_EQ(form.faults({{"a", Answer::of(good)}}), Faults{}) << good;
        EXPECT_EQ(form.faults({{"a", Answer::of(bad)}}).size(), 1u) << bad;
    }
}

TEST(CheckAnswers, TextHasALimitInCharactersNotBytes) {
    Field short_one = field("a", FieldType::Text);
    short_one.max_length = 3;
    const OneForm form({short_one, field("b", FieldType::LongText)});
    EXPECT_EQ(form.faults({{"a", Answer::of("Zoë")}}), Faults{});
    EXPECT_EQ(form.faults({{"a", Answer::of("Zoës")}}), Faults{"too-long a"});
    EXPECT_EQ(form.faults({{"b", Answer::of(std::string(20'000, 'x'))}}), Faults{});
    EXPECT_EQ(form.faults({{"b", Answer::of(std::string(20'001, 'x'))}}), Faults{"too-long b"});
}

TEST(CheckAnswers, AnEventTimeIsNotInTheFuture) {
    Field when = field("when", FieldType::DateTime);
    when.computed_from = "event time";
    Field day = field("day", FieldType::Date);
    day.computed_from = "event time";
    const OneForm form({when, day, field("review-on", FieldType::Date)});
    EXPECT_EQ(form.faults({{"when", Answer::of("2026-03-02T10:00:01Z")}}), Faults{"future when"});
    EXPECT_EQ(form.faults({{"day", Answer::of("2026-03-03")}}), Faults{"future day"});
    EXPECT_EQ(form.faults({{"day", Answer::of("2026-03-02")}, {"review-on", Answer::of("2027-01-01")}}), Faults{});
}

TEST(CheckAnswers, ChoicesAreFromTheListOnceAndNoneOfTheseStandsAlone) {
    Field several = field("a", FieldType::Choices);
    several.options = {choice("signer"), choice("other", false, true), choice("none", true)};
    Field one = several;
    one.id = one.label = "b";
    one.type = FieldType::Choice;
    const OneForm form({several, one});
    EXPECT_EQ(form.faults({{"a", {Answer::Kind::Given, {"signer", "none"}, {}}}}), Faults{"exclusive a"});
    EXPECT_EQ(form.faults({{"a", {Answer::Kind::Given, {"signer", "signer"}, {}}}}), Faults{"twice a"});
    EXPECT_EQ(form.faults({{"a", Answer::of("drummer")}}), Faults{"choice a"});
    EXPECT_EQ(form.faults({{"a", Answer::of("other")}}), Faults{"option-text a.other-text"});
    EXPECT_EQ(form.faults({{"a", Answer::of("other")}, {"a.other-text", Answer::of("A friend interprets.")}}),
              Faults{});
    EXPECT_EQ(form.faults({{"b", {Answer::Kind::Given, {"signer", "none"}, {}}}}), Faults{"several b"});
}

TEST(CheckAnswers, OptionsMayComeFromACodeList) {
    Vocabulary words = vocabulary();
    words.code_lists["sex"] = {choice("female"), choice("male")};
    Field sex = field("sex", FieldType::Choice);
    sex.code_list = "sex";
    OneForm form({sex});
    form.world.vocabulary = &words;
    EXPECT_EQ(form.faults({{"sex", Answer::of("female")}}), Faults{});
    EXPECT_EQ(form.faults({{"sex", Answer::of("dog")}}), Faults{"choice sex"});
}

TEST(CheckAnswers, AQuotationNamesItsSpeaker) {
    const OneForm form({field("said", FieldType::Quotation)});
    EXPECT_EQ(form.faults({{"said", Answer::of("I don't want to go home.")}}), Faults{"speaker said-speaker"});
    EXPECT_EQ(form.faults({{"said", Answer::of("I don't want to go home.")}, {"said-speaker", Answer::of("Ada")}}),
              Faults{});
}

TEST(CheckAnswers, AMarkOnTheBodyMapHasAPlaceAndSaysWhatWasSeen) {
    const OneForm form({field("marks", FieldType::BodyMap)});
    const auto mark = [](std::string x, std::string y, std::string note) {
        Answer map;
        map.rows = {{{"view", Answer::of("front")},
                     {"x", Answer::of(std::move(x))},
                     {"y", Answer::of(std::move(y))},
                     {"note", Answer::of(std::move(note))}}};
        return Answers{{"marks", map}};
    };
    EXPECT_EQ(form.faults(mark("50", "12.5", "A bruise.")), Faults{});
    EXPECT_EQ(form.faults(mark("150", "12.5", "A bruise.")), Faults{"body-map marks[0]"});
    EXPECT_EQ(form.faults(mark("nan", "1", "A bruise.")), Faults{"body-map marks[0]"});
    EXPECT_EQ(form.faults(mark("50", "12.5", "")), Faults{"required marks[0].note"});
}

TEST(CheckAnswers, RowsOfAGroupAreCheckedOneByOne) {
    Field group = field("siblings", FieldType::Group, true);
    group.fields = {field("name", FieldType::Text, true), field("born", FieldType::Date),
                    field("school", FieldType::Text)};
    group.fields[2].when = answer_is("form.siblings.name", "Ben");
    group.fields[2].required = Field::Required::ToSubmit;
    const OneForm form({group});
    EXPECT_EQ(form.faults({}), Faults{"required siblings"});
    Answer rows;
    rows.rows = {{{"name", Answer::of("Ada")}, {"row-id", Answer::of("1")}},
                 {{"born", Answer::of("x")}, {"shoe-size", Answer::of("3")}},
                 {{"name", Answer::of("Ben")}}};
    EXPECT_EQ(form.faults({{"siblings", rows}}),
              (Faults{"required siblings[1].name", "date siblings[1].born", "unknown-field siblings[1].shoe-size",
                      "required siblings[2].school"}));
}

TEST(CheckAnswers, AQuestionIsAskedAndRequiredByWhatIsBeingTyped) {
    Field why = field("why-not", FieldType::Text);
    why.when = answer_is("form.informed", "no");
    why.required = Field::Required::ToSubmit;
    Field also = field("also", FieldType::Text);
    also.required_when = answer_is("form.informed", "yes");
    const OneForm form({field("informed", FieldType::YesNo, true), why, also});
    EXPECT_EQ(form.faults({{"informed", Answer::of("yes")}}), Faults{"required also"});
    EXPECT_EQ(form.faults({{"informed", Answer::of("no")}}), Faults{"required why-not"});
    EXPECT_TRUE(
        field_applies(why, form.form, {{"informed", Answer::of("no")}}, form.definition, form.state, form.world));
    EXPECT_FALSE(field_applies(why, form.form, {}, form.definition, form.state, form.world));
}

TEST(CheckAnswers, AQuestionOfASectionThatDoesNotApplyIsNotAsked) {
    OneForm form({field("a", FieldType::YesNo), field("b", FieldType::Text, true)});
    form.form.layout.sections = {{"s", "S", "", {"b"}, answer_is("form.a", "yes")}};
    EXPECT_EQ(form.faults({{"a", Answer::of("no")}}), Faults{});
    EXPECT_EQ(form.faults({{"a", Answer::of("yes")}}), Faults{"required b"});
}

TEST(CheckAnswers, RefusesWhatTheFormDoesNotAsk) {
    const OneForm form({field("a", FieldType::Text)});
    EXPECT_EQ(form.faults({{"b", Answer::of("x")}}, Completeness::Draft), Faults{"unknown-field b"});
    EXPECT_EQ(form.faults({{"a-reason", Answer::of(std::string(1, '\0'))}}, Completeness::Draft),
              Faults{"unreadable a-reason"});
}

}  // namespace hearken::engine::test
