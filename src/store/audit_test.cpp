#include "store/audit.hpp"

#include <thread>

#include "store/a_history.hpp"
#include "store/audit_writer.hpp"
#include "store/verify.hpp"

namespace hearken::store {

class Audit : public WithHistory {};
HEARKEN_ON_BOTH(Audit);

TEST_P(Audit, IsReadByPersonByUserAndByCaseNewestFirst) {
    database->write([&](Transaction& transaction) {
        for (int n = 1; n <= 5; ++n) {
            AuditLine line = an_audit_line("read-person", clock.now() + std::chrono::minutes{n});
            if (n == 3) line.user = UserId{"robin"};
            if (n == 4) line.persons = {PersonId{"child-c"}};
            line.case_id = CaseId{n == 5 ? "other" : "rabbit"};
            append_audit(transaction, line);
        }
    });
    database->read([&](Reading& reading) {
        const auto first = audit_of_person(reading, PersonId{"child-a"}, {}, {3, {}});
        ASSERT_EQ(first.items.size(), 3u);
        EXPECT_EQ(first.items[0].sequence, 5);
        EXPECT_EQ(first.items[0].persons.size(), 2u);
        const auto rest = audit_of_person(reading, PersonId{"child-a"}, {}, {3, first.next});
        ASSERT_EQ(rest.items.size(), 1u);
        EXPECT_EQ(rest.items[0].sequence, 1);
        EXPECT_TRUE(rest.next.empty());
        EXPECT_EQ(audit_of_user(reading, UserId{"robin"}, {}, {}).items.size(), 1u);
        EXPECT_EQ(audit_of_case(reading, CaseId{"rabbit"}, {}, {}).items.size(), 4u);
        AuditFilter refused;
        refused.outcome = "refused";
        EXPECT_TRUE(audit_of_all(reading, refused, {}).items.empty());
        EXPECT_EQ(audit_of_all(reading, {}, {2, "made up"}).items.size(), 2u) << "a cursor that somebody made up is ignored";
    });
}

TEST_P(Audit, IsRolledBackWithItsTransaction) {
    {
        Transaction transaction = database->transaction();
        append_audit(transaction, an_audit_line("read-case", clock.now()));
    }
    EXPECT_EQ(count("select count(*) from audit_line"), 0);
}

TEST_P(Audit, LinesOfManyReadersShareCommitsAndMakeOneChain) {
    {
        AuditWriter writer(*database);
        std::vector<std::thread> readers;
        for (int t = 0; t < 8; ++t)
            readers.emplace_back([&] {
                for (int i = 0; i < 20; ++i) {
                    AuditLine line = an_audit_line("read-case", clock.now());
                    line.case_id = {};
                    writer.write(line);
                }
            });
        // Changes with lines of their own go on meanwhile.
        for (int i = 0; i < 10; ++i) database->write([&](Transaction& transaction) { append_audit(transaction, an_audit_line("act-in-case", clock.now())); });
        for (std::thread& reader : readers) reader.join();
    }
    EXPECT_EQ(count("select count(*) from audit_line"), 170);
    EXPECT_TRUE(verify(*database).sound());
}

TEST_P(Audit, ALineThatCannotBeKeptStopsItsReader) {
    AuditWriter writer(*database);
    tamper("drop table audit_person");
    EXPECT_THROW(writer.write(an_audit_line("read-case", clock.now())), DatabaseFailure);
    EXPECT_EQ(count("select count(*) from audit_line"), 0);
}

}  // namespace hearken::store
