package oriel.licensing.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What happened, summed up from the journal.
 *
 * @param by    what the lines are for
 * @param from  the first moment that counts
 * @param until the first moment that does not count any more
 * @param lines sorted by what they are for
 */
public record Report(By by, Instant from, Instant until, List<Line> lines) {

    /** Copies the lines. */
    public Report {
        lines = List.copyOf(lines);
    }

    /** What a line of a report can be for. */
    public enum By {
        /** A pool. */
        POOL("pool"),
        /** A user. */
        USER("user"),
        /** A device: its hardware id, or its name where there is none. */
        DEVICE("device"),
        /** A day, in UTC. */
        DAY("day");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /**
         * Its name on the command line.
         *
         * @return e.g. {@code pool}
         */
        public String word() {
            return word;
        }

        /**
         * The one with a name.
         *
         * @param word e.g. {@code pool}
         * @return it; empty = there is none of that name
         */
        public static Optional<By> of(String word) {
            return Arrays.stream(values()).filter(by -> by.word.equals(word)).findFirst();
        }
    }

    /**
     * A line.
     *
     * @param key       the pool, user, device or day; empty text = what belongs to none
     * @param granted   licences and seats granted
     * @param delivered first licences that reached their devices
     * @param used      logons
     * @param renewed   licences renewed
     * @param upgraded  licences upgraded
     * @param refused   clients sent away
     * @param admitted  clients admitted without a licence
     * @param expired   licences expired
     * @param revoked   licences revoked
     * @param returned  licences and seats given back
     * @param reclaimed licences and seats taken back from where they were lost
     * @param peak      the most that were used at once in any one pool
     */
    public record Line(
            String key,
            long granted,
            long delivered,
            long used,
            long renewed,
            long upgraded,
            long refused,
            long admitted,
            long expired,
            long revoked,
            long returned,
            long reclaimed,
            int peak) {}
}
