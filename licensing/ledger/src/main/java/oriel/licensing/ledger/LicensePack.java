package oriel.licensing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a vendor sells: pools of licences. {@link PackFile} writes and reads it.
 *
 * @param id       the vendor's number for it; letters, digits, dots, dashes and underscores
 * @param vendor   who sells it
 * @param customer who bought it; may be empty
 * @param issued   when it was made
 * @param expires  when the licences in it end, and until when it can be imported; empty = never
 * @param ledger   the id of the one ledger it is for; empty = for any
 * @param pools    what it holds; without reservations, which are the administrator's
 */
public record LicensePack(
        String id,
        String vendor,
        String customer,
        Instant issued,
        Optional<Instant> expires,
        Optional<String> ledger,
        List<PoolSettings> pools) {

    /** How many pools a pack can hold. */
    public static final int MOST_POOLS = 64;

    /** Checks names and pools. */
    public LicensePack {
        pools = List.copyOf(pools);
        if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a pack's id has up to 40 letters, digits, dots, dashes and underscores");
        }
        if (vendor.isBlank() || vendor.length() > Holder.LONGEST_NAME || customer.length() > Holder.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a pack names its vendor, and no name is longer than " + Holder.LONGEST_NAME);
        }
        if (pools.isEmpty() || pools.size() > MOST_POOLS) {
            throw new IllegalArgumentException("a pack holds 1 to " + MOST_POOLS + " pools");
        }
        if (pools.stream().map(PoolSettings::name).distinct().count() != pools.size()) {
            throw new IllegalArgumentException("a pack names a pool twice");
        }
        if (pools.stream()
                .anyMatch(pool -> !pool.reservations().isEmpty() || pool.ends().isPresent())) {
            throw new IllegalArgumentException("a pack's pools have no reservations and end with the pack");
        }
        if (pools.stream().anyMatch(pool -> pool.name().length() > 23)) {
            throw new IllegalArgumentException("a pool's name in a pack has up to 23 characters");
        }
    }
}
