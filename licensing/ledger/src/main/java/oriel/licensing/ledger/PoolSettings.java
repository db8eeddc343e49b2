package oriel.licensing.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a pool is to be.
 *
 * @param name         up to 64 letters, digits, dots, dashes and underscores
 * @param kind         what its licences are for
 * @param size         how many there are; empty = as many as are asked for
 * @param validity     how long a permanent licence is good until it is renewed; of no meaning for seats
 * @param temporaries  how many temporary licences there may be beside the permanent ones; empty = as many as are asked for
 * @param reservations how many are kept for which group; together no more than there are
 * @param ends         when the pool itself ends; empty = never
 */
public record PoolSettings(
        String name,
        LicenseKind kind,
        OptionalInt size,
        Duration validity,
        OptionalInt temporaries,
        List<Reservation> reservations,
        Optional<Instant> ends) {

    /** How long a licence is good where nothing else is said. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(80);

    /** How many temporary licences there may be where nothing else is said. */
    public static final int DEFAULT_TEMPORARIES = 1000;

    /** Checks name, numbers and the sum of the reservations. */
    public PoolSettings {
        reservations = List.copyOf(reservations);
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a pool's name has up to 64 letters, digits, dots, dashes and underscores");
        }
        if (size.isPresent() && size.getAsInt() < 0) {
            throw new IllegalArgumentException("pool " + name + " has a negative size");
        }
        if (temporaries.isPresent() && temporaries.getAsInt() < 0) {
            throw new IllegalArgumentException("pool " + name + " has a negative number of temporary licences");
        }
        if (validity.compareTo(Duration.ofMinutes(1)) < 0 || validity.compareTo(Duration.ofDays(36_500)) > 0) {
            throw new IllegalArgumentException("pool " + name + " has a validity below a minute or above a century");
        }
        if (reservations.stream().map(Reservation::group).distinct().count() != reservations.size()) {
            throw new IllegalArgumentException("pool " + name + " names a group twice");
        }
        long reserved = reservations.stream().mapToLong(Reservation::count).sum();
        if (size.isPresent() && reserved > size.getAsInt()) {
            throw new IllegalArgumentException(
                    "pool " + name + " reserves " + reserved + " of " + size.getAsInt() + " licences");
        }
    }

    /**
     * A pool with the usual validity and no reservations; temporary licences for devices only.
     *
     * @param name its name
     * @param kind what its licences are for
     * @param size how many
     * @return the settings
     */
    public static PoolSettings of(String name, LicenseKind kind, int size) {
        return new PoolSettings(
                name,
                kind,
                OptionalInt.of(size),
                DEFAULT_VALIDITY,
                OptionalInt.of(kind == LicenseKind.PER_DEVICE ? DEFAULT_TEMPORARIES : 0),
                List.of(),
                Optional.empty());
    }
}
