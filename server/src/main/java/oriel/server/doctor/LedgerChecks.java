package oriel.server.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import oriel.licensing.ledger.LedgerCheck;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.Pool;
import oriel.licensing.ledger.SqliteLedger;
import oriel.server.licenses.LicenseFiles;

/** Checks of the ledger of licences, where there is one. */
final class LedgerChecks {

    private static final String CHECK = "licences";

    private LedgerChecks() {}

    static List<Finding> of(LicenseFiles files, Clock clock) {
        List<Finding> findings = new ArrayList<>();
        if (!files.exist()) {
            return findings;
        }
        try (SqliteLedger ledger = SqliteLedger.open(LedgerSettings.of(files.ledger()), clock, LedgerListener.NONE)) {
            LedgerCheck check = ledger.check();
            findings.add(
                    check.sound()
                            ? Finding.good(CHECK, "the ledger is sound, with " + check.licenses() + " licences")
                            : Finding.fails(
                                    CHECK,
                                    String.join("; ", check.faults()),
                                    "restore " + files.ledger()
                                            + " from a backup (`oriel licenses export` makes them)"));
            for (Pool pool : ledger.pools()) {
                OptionalInt free = pool.free();
                if (pool.open() && free.isPresent() && free.getAsInt() == 0) {
                    findings.add(Finding.doubtful(
                            CHECK,
                            "pool " + pool.settings().name() + " is empty: all " + pool.used() + " are in use",
                            "enlarge it, revoke licences that nobody uses, or import a pack"));
                }
            }
            files.vendors();
        } catch (IOException e) {
            findings.add(Finding.fails(CHECK, String.valueOf(e.getMessage()), "look at its files and permissions"));
        }
        return findings;
    }
}
