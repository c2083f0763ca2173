// Reading a Children in Need census return (one XML file of a local authority and year, Department for Education), made
// by any system. Pure: text in, values and doubts out. Nothing that stands in the file is left out: what cannot be
// understood is kept as it was written and doubted in words.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/local_time.hpp"
#include "core/result.hpp"

namespace hearken::returns {

struct ReturnedValue {
    std::string item;                              ///< the element's name, "CINclosureDate"
    std::string written;                           ///< exactly as in the file, without the blanks around it
    std::string meaning;                           ///< in words, where it is a known code
    std::optional<calendar::LocalDate> date;       ///< where the item is a date, and the date exists
    int line = 0;
};

/// An element with others inside, in the file's order.
struct ReturnedGroup {
    std::string item;
    std::vector<ReturnedValue> values;
    std::vector<ReturnedGroup> groups;
    int line = 0;

    const ReturnedValue* value(std::string_view name) const;  ///< the first of that name, or null
    std::string text(std::string_view name) const;            ///< as written; empty where there is none
    std::optional<calendar::LocalDate> date(std::string_view name) const;
    std::vector<const ReturnedGroup*> all(std::string_view name) const;
    std::vector<const ReturnedValue*> values_of(std::string_view name) const;
};

/// Why a value is doubted. An error contradicts the return's rules; a query may be right and is worth asking about.
struct Doubt {
    enum class Severity { Error, Query };
    Severity severity = Severity::Error;
    std::string rule;      ///< number of the Department's rule, or empty where it is ours
    std::string child;     ///< the authority's number of the child; empty for the return as a whole
    std::string place;     ///< "episode 2, section 47 enquiry 1"; empty for the child as a whole
    std::string item;
    std::string written;
    std::string why;       ///< a sentence
    int line = 0;
};

struct ReturnedChild {
    std::string la_child_id;
    ReturnedGroup identifiers, characteristics;
    std::vector<ReturnedGroup> episodes;           ///< CINdetails: one for each referral
    std::vector<ReturnedValue> others;             ///< anything else that stood in the child's element
    int line = 0;

    std::optional<calendar::LocalDate> born() const;      ///< PersonBirthDate
    std::optional<calendar::LocalDate> expected() const;  ///< ExpectedPersonBirthDate: not born yet
    std::optional<calendar::LocalDate> died() const;
};

struct CinCensus {
    std::string authority;                         ///< LEA: the Department's number of the local authority
    std::string year;
    std::optional<calendar::LocalDate> reference_date;
    ReturnedGroup header;
    std::vector<ReturnedChild> children;
    std::vector<Doubt> doubts;                     ///< in the order of the file, those of the whole return first
};

/// Refuses only what is no such return: not XML, another root, no children. Everything else is read and doubted.
Result<CinCensus> read_cin_census(std::string_view xml);

/// "Closed after assessment, no further action" for ("CINdetails.ReasonForClosure" →) "ReasonForClosure", "RC8"; empty for an unknown code.
std::string meaning_of(std::string_view item, std::string_view code);

}  // namespace hearken::returns
