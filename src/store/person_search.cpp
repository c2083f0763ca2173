#include "store/person_search.hpp"

#include <algorithm>
#include <map>

#include "store/condition.hpp"
#include "store/person_keys.hpp"

namespace hearken::store {

using access::Reach;
using people::SearchTerm;

namespace {

constexpr long kMostCounted = 5000;  ///< how far terms are counted to find the rarest
constexpr long kMostRead = 50000;    ///< rows of the rarest term that one search reads

/// The keys that answer a term, as a condition on `alias`.key.
std::string answers_term(const std::string& alias, size_t n, const SearchTerm& term) {
    const std::string i = std::to_string(n);
    std::string text = term.prefix ? "(" + alias + ".key >= :word" + i + " and " + alias + ".key < :beyond" + i + ")" : alias + ".key = :word" + i;
    if (!term.sound.empty()) text += " or " + alias + ".key = :sound" + i;
    return "(" + text + ")";
}

void bind(Sql& sql, size_t n, const SearchTerm& term) {
    const std::string i = std::to_string(n), word = word_key(term.word);
    sql.with("word" + i, word);
    if (term.prefix) sql.with("beyond" + i, word + "\xf4\x8f\xbf\xbf");  // after every character that can follow
    if (!term.sound.empty()) sql.with("sound" + i, sound_key(term.sound));
}

long count_up_to(Reading& reading, const SearchTerm& term, long most) {
    Sql sql(reading, "select count(*) from (select k.person_id from person_key k where " + answers_term("k", 0, term) + " limit :most) as counted");
    bind(sql, 0, term);
    return sql.with("most", most).number();
}

/// The term with fewest keys: the others are then looked up person by person.
size_t rarest(Reading& reading, const std::vector<SearchTerm>& terms) {
    size_t best = 0;
    long fewest = kMostCounted + 1;
    for (size_t n = 0; n < terms.size(); ++n) {
        const long count = count_up_to(reading, terms[n], fewest);
        if (count >= fewest) continue;
        fewest = count;
        best = n;
    }
    return best;
}

/// Who this reader could see at all, about person p. Wider than access::view_of, never narrower.
Condition within_reach(const access::Actor& actor, const std::string& today) {
    if (actor.reach == Reach::None) return {"(1 = 0)", {}};
    if (actor.searches_index && actor.reach != Reach::OwnRecording) return {"(1 = 1)", {}};
    Condition reach{"(exists (select 1 from registration r where r.person_id = p.id and r.organisation_id = :own_organisation "
                    "and (r.valid_from = '' or r.valid_from <= :today) and (r.valid_until is null or r.valid_until >= :today))",
                    {{"own_organisation", actor.organisation.str()}, {"today", today}}};
    if (actor.reach != Reach::OwnRecording) {
        const Condition cases = visible_cases(access::case_rule(actor), access::CaseView::Party);
        reach.text += " or p.created_at_organisation = :own_organisation"
                      " or exists (select 1 from case_subject s join case_file c on c.id = s.case_id where s.person_id = p.id and " + cases.text +
                      ") or exists (select 1 from case_involvement i join case_file c on c.id = i.case_id where i.who = p.id and " + cases.text + ")";
        reach.values.insert(cases.values.begin(), cases.values.end());
    }
    reach.text += ")";
    return reach;
}

std::vector<PersonId> candidates(Reading& reading, const access::Actor& actor, const people::NameSearch& search, const std::string& today, int most) {
    std::string text = "select p.id from person p where ";
    if (!search.terms.empty()) {
        const size_t driver = rarest(reading, search.terms);
        text += "p.id in (select k.person_id from person_key k where " + answers_term("k", driver, search.terms[driver]) + " limit :most_read)";
        for (size_t n = 0; n < search.terms.size(); ++n)
            if (n != driver) text += " and exists (select 1 from person_key x where x.person_id = p.id and " + answers_term("x", n, search.terms[n]) + ")";
    } else if (search.number) {
        text += "p.id in (select i.person_id from person_identifier i where i.kind = :number_kind and i.value = :number)";
    } else {
        text += "p.birth_date = :born";
    }
    const bool number_too = search.number && !search.terms.empty();
    if (number_too) text += " and exists (select 1 from person_identifier i where i.person_id = p.id and i.kind = :number_kind and i.value = :number)";
    const bool born_too = search.born && (!search.terms.empty() || search.number);
    if (born_too) text += " and p.birth_date = :born";
    const Condition reach = within_reach(actor, today);
    Sql sql(reading, text + " and " + reach.text + " order by p.list_name, p.id limit :most");
    for (size_t n = 0; n < search.terms.size(); ++n) bind(sql, n, search.terms[n]);
    if (!search.terms.empty()) sql.with("most_read", kMostRead);
    if (search.number) sql.with("number_kind", code_of(search.number->kind())).with("number", search.number->value());
    if (search.born) sql.with("born", *search.born);
    bind(sql, reach);
    std::vector<PersonId> persons;
    for (const Row& row : sql.with("most", most).rows()) persons.emplace_back(row.text(0));
    return persons;
}

std::pair<std::string, std::string> in_order(const PersonId& one, const PersonId& other) { return std::minmax(one.str(), other.str()); }

}  // namespace

SearchedPersons search_persons(Reading& reading, const access::Actor& actor, const people::NameSearch& search, const std::string& today, int limit) {
    SearchedPersons searched;
    if (search.terms.empty() && !search.number && !search.born) return searched;
    auto persons = candidates(reading, actor, search, today, limit + 1);
    if (persons.size() > static_cast<size_t>(limit)) {
        persons.pop_back();
        searched.cut_short = true;
    }
    if (!search.terms.empty()) {
        const SearchTerm& driver = search.terms[rarest(reading, search.terms)];
        searched.cut_short |= count_up_to(reading, driver, kMostCounted + 1) > kMostCounted && count_up_to(reading, driver, kMostRead + 1) > kMostRead;
    }
    searched.found = visible_persons(reading, actor, persons, today);
    return searched;
}

KeySearch persons_under_keys(Reading& reading, const std::vector<std::string>& match_keys, int limit, int most_per_key) {
    std::map<PersonId, int> shared;
    KeySearch search;
    for (const std::string& key : match_keys) {
        const auto rows = Sql(reading, "select person_id from person_key where key = :key limit :most").with("key", match_key(key)).with("most", most_per_key + 1).rows();
        search.too_common |= rows.size() > static_cast<size_t>(most_per_key);
        for (const Row& row : rows) ++shared[PersonId{row.text(0)}];
    }
    for (const auto& [person, keys] : shared) search.found.push_back({person, keys});
    std::stable_sort(search.found.begin(), search.found.end(), [](const auto& one, const auto& other) { return one.keys_shared > other.keys_shared; });
    if (search.found.size() > static_cast<size_t>(limit)) search.found.resize(static_cast<size_t>(limit));
    return search;
}

void decide_not_the_same(Transaction& transaction, const PersonId& one, const PersonId& other, const UserId& by, Instant now, const std::string& reason) {
    const auto [first, second] = in_order(one, other);
    Sql(transaction, "insert into not_the_same (first_id, second_id, decided_by, decided_at, reason) values (:first, :second, :by, :now, :reason) on conflict (first_id, second_id) do nothing")
        .with("first", first).with("second", second).with("by", by).with("now", now).with("reason", reason).run();
}

bool decided_not_the_same(Reading& reading, const PersonId& one, const PersonId& other) {
    const auto [first, second] = in_order(one, other);
    return Sql(reading, "select 1 from not_the_same where first_id = :first and second_id = :second").with("first", first).with("second", second).row().has_value();
}

std::vector<PersonId> not_the_same_as(Reading& reading, const PersonId& person) {
    std::vector<PersonId> others;
    for (const Row& row : Sql(reading, "select first_id, second_id from not_the_same where first_id = :person or second_id = :person order by decided_at").with("person", person).rows())
        others.emplace_back(row.text(0) == person.str() ? row.text(1) : row.text(0));
    return others;
}

}  // namespace hearken::store
