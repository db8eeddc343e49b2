package oriel.licensing.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the journal. Lines are added and never changed, but for the count of refusals that follow each other too fast to be told apart.
 *
 * @param number  counts up
 * @param at      when
 * @param event   what happened
 * @param pool    in which pool; empty text = in none
 * @param serial  to which licence; empty = to none
 * @param state   the state the licence was in afterwards; empty = without meaning
 * @param user    who, as far as known; empty text = not known
 * @param device  the hardware id of the device; empty text = none
 * @param machine the name of the device; empty text = not known
 * @param detail  further words, one clause; empty text = nothing to add
 * @param used    how many of the pool were used afterwards
 * @param times   how often it happened; above one only for refusals
 */
public record JournalEntry(
        long number,
        Instant at,
        JournalEvent event,
        String pool,
        Optional<Serial> serial,
        Optional<LicenseState> state,
        String user,
        String device,
        String machine,
        String detail,
        int used,
        int times) {}
