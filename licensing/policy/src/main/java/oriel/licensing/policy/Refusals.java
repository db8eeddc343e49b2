package oriel.licensing.policy;

import oriel.contract.protocol.ErrorInfo;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseOutcome.Why;
import oriel.licensing.ledger.Claim;

/** What users are told when there is no licence for them; the ledger's own words are for the administrator. */
final class Refusals {

    static final String UNREACHABLE = "the licences cannot be looked up now; try again later";

    private Refusals() {}

    /** There is none for a user, who is past the exchange of packets and can be told on the screen. */
    static LicenseOutcome.Refused of(Claim.Refused refused) {
        return onScreen(ErrorInfo.LICENSE_NONE_AVAILABLE, text(refused), why(refused));
    }

    static LicenseOutcome.Refused unreachable() {
        return onScreen(ErrorInfo.LICENSE_NO_SERVER, UNREACHABLE, Why.UNREACHABLE);
    }

    static LicenseOutcome.Refused lost() {
        return onScreen(ErrorInfo.LICENSE_NONE_AVAILABLE, "the seat was taken back", Why.REVOKED);
    }

    static LicenseOutcome.Refused onScreen(ErrorInfo error, String reason, Why why) {
        return new LicenseOutcome.Refused(error, reason, LicenseOutcome.Telling.ON_SCREEN, why);
    }

    static Why why(Claim.Refused refused) {
        return switch (refused.reason()) {
            case NO_POOL -> Why.NONE_HERE;
            case POOL_EMPTY -> Why.ALL_TAKEN;
            case REVOKED -> Why.REVOKED;
            case TEMPORARY_USED -> Why.EXPIRED;
        };
    }

    static String text(Claim.Refused refused) {
        return switch (refused.reason()) {
            case NO_POOL -> "this host has no licences to give; ask your administrator";
            case POOL_EMPTY -> "all licences are in use; try again later or ask your administrator";
            case REVOKED -> "the licence was taken back; ask your administrator";
            case TEMPORARY_USED -> "the temporary licence has expired; ask your administrator";
        };
    }
}
