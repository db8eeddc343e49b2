package oriel.licensing.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Examines a ledger: the file itself, the counts of the pools, and that licences and journal tell the same. */
final class Checkup {

    private static final int MOST_FAULTS = 100;

    private Checkup() {}

    static LedgerCheck of(Transaction transaction) throws SQLException {
        List<String> faults = new ArrayList<>();
        transaction.list(row -> row.getString(1), "pragma integrity_check(" + MOST_FAULTS + ")").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> faults.add("the file is damaged: " + line));
        faults.addAll(transaction.list(
                row -> "pool " + row.getString(1) + " has " + row.getLong(2) + " holders and never had more than "
                        + row.getLong(3) + " licences",
                """
                select name, used, largest from (select name, largest, (select count(distinct holder) from license l
                  where l.pool = pool.name and l.temporary = 0 and l.state < 2) as used from pool) where used > largest"""));
        faults.addAll(transaction.list(
                row -> "licence " + new Serial(row.getLong(1)) + " is in another state than the journal says",
                """
                select l.serial from license l join journal j on j.number =
                  (select max(number) from journal k where k.serial = l.serial and k.state is not null)
                where j.state <> l.state limit ?""",
                MOST_FAULTS));
        faults.addAll(transaction.list(
                row -> "licence " + new Serial(row.getLong(1)) + " is not in the journal", """
                select l.serial from license l where not exists (select 1 from journal j where j.serial = l.serial)
                and l.issued >= (select coalesce(min(at), 0) from journal) limit ?""", MOST_FAULTS));
        faults.addAll(transaction.list(
                row -> "licence " + new Serial(row.getLong(1)) + " is in the journal only", """
                select j.serial from journal j where j.serial is not null
                and not exists (select 1 from license l where l.serial = j.serial)
                group by j.serial limit ?""", MOST_FAULTS));
        return new LedgerCheck(
                transaction.number("select count(*) from license"),
                transaction.number("select count(*) from journal"),
                faults);
    }
}
