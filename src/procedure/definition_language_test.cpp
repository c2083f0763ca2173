// The language, its specimen and its documentation say the same.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "procedure/load.hpp"
#include "procedure/reading_files_test.hpp"

namespace hearken::procedure {

namespace {

const std::string kRoot = HEARKEN_SOURCE_DIR;

WordsUsed words_of_specimen() {
    WordsUsed used;
    std::vector<Fault> faults;
    for (const auto& [name, text] : read_folder(kRoot + "/procedures/specimen")) {
        Loading loading{name, &faults, &used, {}, {}, {}};
        if (name.rfind("guidance/", 0) == 0) {
            (void)load_guidance_page(loading, name, text);
        } else if (name.find(".yaml") != std::string::npos) {
            const auto root = read_yaml(name, text, faults);
            if (!root) continue;
            if (name == "vocabulary.yaml")
                (void)load_vocabulary(loading, *root);
            else if (name == "carried-in-code.yaml")
                (void)load_carried_in_code(loading, *root);
            else if (root->find("guide"))
                (void)load_guide(loading, *root);
            else
                (void)load_definition(loading, *root);
        }
    }
    return used;
}

/// The text of each section of the documentation, by its heading.
std::map<std::string, std::string> sections_of_documentation() {
    std::ifstream file(kRoot + "/docs/definition-language.md");
    std::map<std::string, std::string> sections;
    std::string line, heading;
    while (std::getline(file, line)) {
        if (line.rfind("## ", 0) == 0)
            heading = line.substr(3);
        else if (line.rfind("### ", 0) == 0)
            heading = line.substr(4);
        else
            sections[heading] += line + "\n";
    }
    return sections;
}

/// Keywords stand in headings, `like this`; the words of a closed list anywhere in the section.
bool has(const std::string& section, const std::string& word, bool in_heading) {
    std::istringstream lines(section);
    for (std::string line; std::getline(lines, line);)
        if ((!in_heading || line.rfind("#### ", 0) == 0) &&
            (line.find("`" + word + "`") != std::string::npos || line.find(": " + word + "`") != std::string::npos))
            return true;
    return false;
}

}  // namespace

TEST(DefinitionLanguage, TheSpecimenLoadsWithoutAnError) {
    const auto loaded = Library::load(read_folder(kRoot + "/procedures/specimen"));
    EXPECT_TRUE(loaded.ok()) << in_words(loaded.faults);
}

TEST(DefinitionLanguage, EveryWordOccursInTheSpecimen) {
    const WordsUsed used = words_of_specimen();
    for (const Noun& noun : language())
        for (const auto word : noun.words)
            EXPECT_TRUE(used.count({noun.name, word}))
                << "`" << word << "` of " << noun.name << " is not in procedures/specimen";
}

TEST(DefinitionLanguage, EveryWordHasItsHeadingInTheDocumentation) {
    const auto sections = sections_of_documentation();
    for (const Noun& noun : language()) {
        const auto section = sections.find(std::string(noun.heading));
        ASSERT_NE(section, sections.end()) << "no section \"" << noun.heading << "\"";
        for (const auto word : noun.words)
            EXPECT_TRUE(has(section->second, std::string(word), !noun.values))
                << "`" << word << "` of " << noun.name << " under \"" << noun.heading << "\"";
    }
}

}  // namespace hearken::procedure
