#include "store/jobs.hpp"

#include "store/sql.hpp"

namespace hearken::store {

namespace {

void bind(Sql& sql, const Job& job) {
    sql.with("id", job.id).with("kind", job.kind).with("subject", job.subject).with("run_at", job.run_at).with("unique_key", job.unique_key);
}

const std::string kAsk = "insert into job (id, kind, subject, run_at, unique_key) values (:id, :kind, :subject, :run_at, :unique_key) on conflict (unique_key) do ";

}  // namespace

bool ask_for_job(Transaction& transaction, const Job& job) {
    Sql sql(transaction, kAsk + "nothing");
    bind(sql, job);
    return sql.run() > 0;
}

void ask_for_job_again(Transaction& transaction, const Job& job) {
    Sql sql(transaction, kAsk + "update set run_at = excluded.run_at, done_at = '', attempts = 0, last_error = '', claimed_by = '', claimed_until = ''");
    bind(sql, job);
    sql.run();
}

std::vector<Job> claim_jobs(Transaction& transaction, const std::string& claimant, Instant now, std::chrono::seconds lease, int most) {
    // PostgreSQL: rows that another server is claiming at this moment are passed over, not waited for.
    const std::string lock = transaction.backend() == Backend::Postgresql ? " for update skip locked" : "";
    Sql sql(transaction,
            "update job set claimed_by = :claimant, claimed_until = :claimed_until, attempts = attempts + 1 where id in "
            "(select id from job where done_at = '' and run_at <= :now and claimed_until < :now order by run_at, id limit :most" + lock + ") "
            "and claimed_until < :now and done_at = '' returning id, kind, subject, run_at, unique_key, attempts");
    sql.with("claimant", claimant).with("claimed_until", now + lease).with("now", now).with("most", most);
    std::vector<Job> jobs;
    for (const Row& row : sql.rows()) {
        Job& job = jobs.emplace_back();
        row.into(job.id, job.kind, job.subject, job.run_at, job.unique_key, job.attempts);
    }
    return jobs;
}

bool finish_job(Transaction& transaction, const std::string& id, const std::string& claimant, Instant now) {
    return Sql(transaction, "update job set done_at = :now, claimed_by = '', claimed_until = '' where id = :id and claimed_by = :claimant and done_at = ''")
               .with("now", now).with("id", id).with("claimant", claimant).run() > 0;
}

void fail_job(Transaction& transaction, const std::string& id, const std::string& claimant, Instant retry_at, const std::string& error) {
    Sql(transaction, "update job set run_at = :retry_at, last_error = :error, claimed_by = '', claimed_until = '' where id = :id and claimed_by = :claimant")
        .with("retry_at", retry_at).with("error", error).with("id", id).with("claimant", claimant).run();
}

long count_waiting_jobs(Reading& reading, Instant due_before) {
    return Sql(reading, "select count(*) from job where done_at = '' and run_at <= :before").with("before", due_before).number();
}

}  // namespace hearken::store
