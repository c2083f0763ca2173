// GOV.UK date input: day, month and year in three boxes.
#pragma once
#include <optional>
#include <vector>

#include "web/components/fieldset.hpp"
#include "web/components/form_group.hpp"

namespace hearken::web {

struct DatePart {
    std::string name{};   ///< "day", "month", "year"
    std::string label{};  ///< the name with a capital when empty
    std::string id{};
    std::string value{};
    std::string classes{};
    int width = 2;                ///< in characters; not used when classes name a width
    std::optional<bool> error{};  ///< this part is the wrong one; when none says so, all are
    std::string inputmode = "numeric";
    std::string autocomplete{};
    std::string pattern{};
    Attributes attributes{};
};

struct DateInput {
    std::string id{};
    std::string name_prefix{};  ///< parts are then named "prefix-day" and so on
    std::optional<Fieldset> fieldset{};
    Hint hint{};
    ErrorMessage error{};
    std::vector<DatePart> parts{};  ///< day, month and year when empty
    std::string day{};              ///< values of those three
    std::string month{};
    std::string year{};
    std::string classes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html date_input(const DateInput& options);

}  // namespace hearken::web
