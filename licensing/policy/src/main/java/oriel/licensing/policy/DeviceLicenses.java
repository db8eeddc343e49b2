package oriel.licensing.policy;

import java.time.Duration;
import java.util.Optional;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseLedger;
import oriel.licensing.ledger.Refusal;

/** Which licence a device is to have: temporary first, permanent when somebody has logged on with that. */
final class DeviceLicenses {

    private final LicenseLedger ledger;
    private final int version;
    private final Duration temporaryValidity;

    DeviceLicenses(LicenseLedger ledger, int version, Duration temporaryValidity) {
        this.ledger = ledger;
        this.version = version;
        this.temporaryValidity = temporaryValidity;
    }

    LicenseLedger ledger() {
        return ledger;
    }

    /**
     * Asks the ledger for a device.
     *
     * @param presented the licence that the device has shown, as the ledger knows it
     * @param lasts     whether that one is good by itself, so that nothing need be given in its place
     */
    Claim claim(Holder.Device device, Optional<License> presented, boolean lasts) throws LedgerException {
        LedgerRequest permanent = LedgerRequest.permanent(device).version(version);
        if (temporaryValidity.isZero()) {
            return ledger.claim(permanent);
        }
        LedgerRequest temporary =
                LedgerRequest.temporary(device, temporaryValidity).version(version);
        Optional<License> held = ledger.heldBy(device);
        if (!isProven(held) && !isProven(presented)) {
            Claim claim = ledger.claim(temporary);
            // Somebody did log on with it, before it expired.
            return isRefused(claim, Refusal.TEMPORARY_USED) ? ledger.claim(permanent) : claim;
        }
        Claim claim = ledger.claim(permanent);
        boolean noneLeft = isRefused(claim, Refusal.POOL_EMPTY) || isRefused(claim, Refusal.NO_POOL);
        if (noneLeft && !lasts && held.filter(License::temporary).isPresent()) {
            // The device has lost its temporary licence and gets what is left of it.
            Claim rest = ledger.claim(temporary);
            return rest instanceof Claim.Granted ? rest : claim;
        }
        return claim;
    }

    private static boolean isProven(Optional<License> license) {
        return license.filter(known -> known.proven() || !known.temporary()).isPresent();
    }

    private static boolean isRefused(Claim claim, Refusal reason) {
        return claim instanceof Claim.Refused refused && refused.reason() == reason;
    }
}
