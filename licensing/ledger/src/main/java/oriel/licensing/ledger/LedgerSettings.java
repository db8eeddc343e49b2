package oriel.licensing.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the built-in ledger works.
 *
 * @param file       the database; beside it lie two more files with its name, and the native library
 * @param lease      after how long without a sign of life a process is taken for dead, and what it held comes back
 * @param delivery   how long a licence may be pending
 * @param proving    how long a temporary licence is kept with which nobody has logged on
 * @param retention  how long the journal and ended licences are kept
 * @param thresholds percentages of a pool at which somebody should hear of it
 */
public record LedgerSettings(
        Path file, Duration lease, Duration delivery, Duration proving, Duration retention, List<Integer> thresholds) {

    /** Sorts and checks the thresholds. */
    public LedgerSettings {
        thresholds = thresholds.stream().distinct().sorted().toList();
        if (thresholds.stream().anyMatch(percent -> percent < 1 || percent > 100)) {
            throw new IllegalArgumentException("a threshold is a percentage from 1 to 100");
        }
        if (lease.toMillis() < 100 || delivery.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "a lease or delivery below a tenth of a second would reclaim what is in use");
        }
    }

    /**
     * The usual settings.
     *
     * @param file the database
     * @return a lease of 30 seconds, two minutes to deliver, a day to log on, 400 days of journal, thresholds of 80, 95 and 100 percent
     */
    public static LedgerSettings of(Path file) {
        return new LedgerSettings(
                file,
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofDays(1),
                Duration.ofDays(400),
                List.of(80, 95, 100));
    }

    /**
     * The same with other thresholds.
     *
     * @param percent the percentages
     * @return new settings
     */
    public LedgerSettings thresholds(List<Integer> percent) {
        return new LedgerSettings(file, lease, delivery, proving, retention, percent);
    }

    /**
     * The same with another lease.
     *
     * @param time after how long a silent process is taken for dead
     * @return new settings
     */
    public LedgerSettings lease(Duration time) {
        return new LedgerSettings(file, time, delivery, proving, retention, thresholds);
    }
}
