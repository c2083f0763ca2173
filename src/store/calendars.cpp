#include "store/calendars.hpp"

#include "store/sql.hpp"

namespace hearken::store {

void keep_school_calendar(Transaction& transaction, const OrganisationId& school, const std::vector<calendar::Term>& terms,
                          const std::vector<calendar::Closure>& closures) {
    Sql(transaction, "delete from school_term where organisation_id = :school").with("school", school).run();
    Sql(transaction, "delete from school_closure where organisation_id = :school").with("school", school).run();
    for (const auto& term : terms)
        Sql(transaction, "insert into school_term (organisation_id, name, starts, ends) values (:school, :name, :starts, :ends)")
            .with("school", school).with("name", term.name).with("starts", term.dates.from).with("ends", term.dates.until).run();
    for (const auto& closure : closures)
        Sql(transaction, "insert into school_closure (organisation_id, starts, ends, reason) values (:school, :starts, :ends, :reason)")
            .with("school", school).with("starts", closure.dates.from).with("ends", closure.dates.until).with("reason", closure.reason).run();
}

StoredSchoolCalendar school_calendar_of(Reading& reading, const OrganisationId& school) {
    StoredSchoolCalendar held;
    for (const Row& row : Sql(reading, "select name, starts, ends from school_term where organisation_id = :school order by starts").with("school", school).rows()) {
        calendar::Term& term = held.terms.emplace_back();
        row.into(term.name, term.dates.from, term.dates.until);
    }
    for (const Row& row : Sql(reading, "select starts, ends, reason from school_closure where organisation_id = :school order by starts").with("school", school).rows()) {
        calendar::Closure& closure = held.closures.emplace_back();
        row.into(closure.dates.from, closure.dates.until, closure.reason);
    }
    return held;
}

void keep_bank_holidays(Transaction& transaction, const std::vector<calendar::BankHoliday>& holidays, Instant now) {
    Sql(transaction, "delete from bank_holiday").run();
    for (const auto& holiday : holidays)
        Sql(transaction, "insert into bank_holiday (holiday, name, substitute, added_at) values (:holiday, :name, :substitute, :added_at)")
            .with("holiday", holiday.date).with("name", holiday.name).with("substitute", holiday.substitute).with("added_at", now).run();
}

std::vector<calendar::BankHoliday> imported_bank_holidays(Reading& reading) {
    std::vector<calendar::BankHoliday> holidays;
    for (const Row& row : Sql(reading, "select holiday, name, substitute from bank_holiday order by holiday").rows()) {
        calendar::BankHoliday& holiday = holidays.emplace_back();
        row.into(holiday.date, holiday.name, holiday.substitute);
    }
    return holidays;
}

void keep_service_hours(Transaction& transaction, const std::string& service, const OrganisationId& organisation, const std::string& hours) {
    Sql(transaction,
        "insert into service_hours (service, organisation_id, hours) values (:service, :organisation_id, :hours) "
        "on conflict (service, organisation_id) do update set hours = excluded.hours")
        .with("service", service).with("organisation_id", organisation).with("hours", hours).run();
}

std::optional<std::string> service_hours_of(Reading& reading, const std::string& service, const OrganisationId& organisation) {
    // The organisation's own before the service's usual ones.
    const auto row = Sql(reading, "select hours from service_hours where service = :service and organisation_id in (:organisation_id, '') order by organisation_id desc limit 1")
                         .with("service", service).with("organisation_id", organisation).row();
    return row ? std::optional(row->text(0)) : std::nullopt;
}

}  // namespace hearken::store
