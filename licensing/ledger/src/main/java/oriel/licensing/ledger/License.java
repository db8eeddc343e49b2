package oriel.licensing.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A licence, as the ledger knows it.
 *
 * @param serial    its number
 * @param pool      the pool it is from
 * @param holder    who holds it
 * @param temporary whether it is temporary; else permanent, which is to say: renewed as long as the pool lasts
 * @param version   the version of the product it is good for: major in the high 16 bits, minor in the low ones
 * @param state     where in its life it is
 * @param issued    when it was granted
 * @param expires   when it ends; empty = with the connection that holds it
 * @param lastSeen  when its holder was last seen with it
 * @param user      who last logged on with it; empty = nobody yet
 * @param proven    whether somebody has logged on with it
 * @param group     the group whose reservation it is from; empty = from what everybody shares
 */
public record License(
        Serial serial,
        String pool,
        Holder holder,
        boolean temporary,
        int version,
        LicenseState state,
        Instant issued,
        Optional<Instant> expires,
        Instant lastSeen,
        Optional<String> user,
        boolean proven,
        Optional<String> group) {

    /**
     * Whether it is good at a time: it is in its holder's hands and has not expired.
     *
     * @param now the time
     * @return whether it is
     */
    public boolean validAt(Instant now) {
        return state == LicenseState.ACTIVE
                && expires.map(end -> end.isAfter(now)).orElse(true);
    }
}
