#include "web/components/body_map.hpp"

#include <gtest/gtest.h>

#include <set>

#include "web/components/body_parts.hpp"

namespace hearken::web {

TEST(BodyParts, HaveIdsAndNumbersOfTheirOwn) {
    std::set<std::string_view> ids;
    std::set<int> numbers;
    for (const auto& part : body_parts()) {
        EXPECT_TRUE(ids.insert(part.id).second) << part.id;
        EXPECT_TRUE(numbers.insert(part.number).second) << part.number;
        EXPECT_EQ(part.id.starts_with("front-"), part.side == BodySide::Front) << part.id;
    }
}

TEST(BodyParts, AreKnownByTheirIds) {
    EXPECT_EQ(body_part_label("front-chest"), "Chest");
    EXPECT_EQ(body_part_label("elsewhere"), "");
}

TEST(BodyMap, TicksAndDescribesWhatWasMarked) {
    const auto markup = body_map({.legend = "Where?", .marks = {{"front-chest", "Bruise <2 cm>"}}}).str();
    EXPECT_NE(
        markup.find("id=\"body-map-front-chest\" name=\"body-map\" type=\"checkbox\" value=\"front-chest\" checked"),
        std::string::npos);
    EXPECT_NE(markup.find("name=\"body-map-front-chest\" type=\"text\" value=\"Bruise &lt;2 cm&gt;\""),
              std::string::npos);
    EXPECT_NE(markup.find("hearken-body-map__region--marked\" data-part=\"body-map-front-chest\""), std::string::npos);
    EXPECT_EQ(body_map({.legend = "Where?"}).str().find(" checked"), std::string::npos);
}

TEST(BodyMap, TiesHintAndErrorToTheWholeGroup) {
    const auto markup = body_map({.legend = "Where?",
                                  .hint = {.content = "The child's own left"},
                                  .error = {.content = "Tick a part, or say that nothing was seen"}})
                            .str();
    EXPECT_NE(markup.find("aria-describedby=\"body-map-hint body-map-error\""), std::string::npos);
    EXPECT_NE(markup.find("govuk-form-group--error"), std::string::npos);
}

TEST(BodyMapDrawing, ListsOnlyWhatIsMarkedAndHasNoFields) {
    const auto markup = body_map_drawing({{"back-upper", "Three marks"}, {"front-chest", ""}}).str();
    EXPECT_NE(markup.find("34 Upper back"), std::string::npos);
    EXPECT_NE(markup.find("Three marks"), std::string::npos);
    EXPECT_NE(markup.find("Marked, not described"), std::string::npos);
    EXPECT_EQ(markup.find("Abdomen"), std::string::npos);
    EXPECT_EQ(markup.find("<input"), std::string::npos);
    EXPECT_TRUE(body_map_drawing({}).empty());
}

}  // namespace hearken::web
