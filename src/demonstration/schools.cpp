// 400 invented schools with their terms. The names of the places in them are made up.
#include <fmt/format.h>

#include "demonstration/partnership.hpp"
#include "store/calendars.hpp"
#include "store/organisations.hpp"

namespace hearken::demonstration {

namespace {

constexpr int kSchools = 400;
constexpr int kFirstUrn = 900001;
constexpr const char* kPlaces[] = {"Fenbrook", "Aldmere", "Larkstow", "Wrenmoor", "Thistleby", "Quillham", "Marlowick", "Osierdale", "Pippinford", "Hathermere",
                                   "Nettlecot", "Saxonley", "Brambleden", "Cinderhay", "Dapplecombe", "Eelwater", "Foxglade", "Gorsewick", "Hollinmarsh", "Inklethorpe",
                                   "Juniperton", "Kestrelow", "Linnetsend", "Mothwell", "Oakenfeld"};
constexpr const char* kKinds[] = {"Primary School", "Community Primary School", "Infant School", "Junior School", "Academy", "High School", "Church Primary School", "Nursery School",
                                  "Lane Primary School", "Meadow Primary School", "Bridge Academy", "Park School", "Hill Primary School", "Green Infant School", "Road Junior School", "Grove Special School"};

using calendar::Closure;
using calendar::LocalDate;
using calendar::Term;

constexpr LocalDate day(int y, unsigned m, unsigned d) { return LocalDate{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}}; }

const std::vector<Term>& terms() {
    static const std::vector<Term> all{
        {"Autumn term 2025", {day(2025, 9, 3), day(2025, 12, 19)}}, {"Spring term 2026", {day(2026, 1, 5), day(2026, 3, 27)}},
        {"Summer term 2026", {day(2026, 4, 13), day(2026, 7, 21)}}, {"Autumn term 2026", {day(2026, 9, 2), day(2026, 12, 18)}},
        {"Spring term 2027", {day(2027, 1, 4), day(2027, 3, 25)}},  {"Summer term 2027", {day(2027, 4, 12), day(2027, 7, 21)}},
    };
    return all;
}

/// Half-terms are the authorities'; INSET days are each school's own.
std::vector<Closure> closures(int school) {
    std::vector<Closure> all{
        {{day(2025, 10, 27), day(2025, 10, 31)}, "half-term"}, {{day(2026, 2, 16), day(2026, 2, 20)}, "half-term"}, {{day(2026, 5, 25), day(2026, 5, 29)}, "half-term"},
        {{day(2026, 10, 26), day(2026, 10, 30)}, "half-term"}, {{day(2027, 2, 15), day(2027, 2, 19)}, "half-term"}, {{day(2027, 5, 31), day(2027, 6, 4)}, "half-term"},
    };
    const auto inset = [&](LocalDate monday) {
        const auto date = calendar::plus_days(monday, school % 5);
        all.push_back({{date, date}, "INSET day"});
    };
    inset(day(2025, 11, 17));
    inset(day(2026, 6, 22));
    inset(day(2026, 11, 9));
    inset(day(2027, 6, 21));
    return all;
}

}  // namespace

void make_schools(casework::World& world, store::Transaction& transaction, Partnership& partnership) {
    for (int i = 0; i < kSchools; ++i) {
        store::Organisation school;
        school.id = world.ids.next<OrganisationId>();
        school.kind = "school";
        school.urn = std::to_string(kFirstUrn + i);
        // Every fourth is in the city.
        school.area = i % 4 == 1 ? "aldwick" : "fenmere";
        school.telephone = fmt::format("01632 960{:03}", 500 + i % 500);
        school.name = fmt::format("{} {}", kPlaces[i % 25], kKinds[i / 25]);
        school.invented = true;
        if (i == 0) {
            school.name = "Millbrook Lane Primary School";
            school.address = "Millbrook Lane, Larkstow, FN1 2AB";
            partnership.organisations["millbrook"] = school.id;
        } else if (i == 1) {
            school.name = "Aldwick Quay Academy";
            school.address = "1 Quay Street, Aldwick, AX1 1AA";
            partnership.organisations["aldwick-quay"] = school.id;
        }
        if (!store::add_organisation(transaction, school)) throw std::logic_error("a school of the demonstration was refused");
        store::keep_school_calendar(transaction, school.id, terms(), closures(i));
    }
}

}  // namespace hearken::demonstration
