package oriel.licensing.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A pack that a ledger holds.
 *
 * @param pack     the pack
 * @param signer   the fingerprint of the key that signed it
 * @param imported when it was imported
 * @param pools    the names of its pools in the ledger: the pack's id, a dot, and the name within the pack
 * @param fresh    whether this import brought it; otherwise it was there already and nothing has changed
 */
public record PackImport(LicensePack pack, String signer, Instant imported, List<String> pools, boolean fresh) {

    /** Copies the names. */
    public PackImport {
        pools = List.copyOf(pools);
    }
}
