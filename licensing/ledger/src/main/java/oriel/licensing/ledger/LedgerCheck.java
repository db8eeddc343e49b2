package oriel.licensing.ledger;

import java.util.List;

/**
 * What an examination of a ledger has found.
 *
 * @param licenses how many licences were looked at
 * @param entries  how many lines of the journal
 * @param faults   what is wrong, one clause each; none = all is well
 */
public record LedgerCheck(long licenses, long entries, List<String> faults) {

    /** Copies the faults. */
    public LedgerCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Whether all is well.
     *
     * @return whether nothing was found
     */
    public boolean sound() {
        return faults.isEmpty();
    }
}
