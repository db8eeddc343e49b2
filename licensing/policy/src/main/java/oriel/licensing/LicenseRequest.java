package oriel.licensing;

import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.LicenseCapabilities;

/**
 * A client that asks to be licensed.
 *
 * @param connection   the connection's id, as in the log and the trace
 * @param listener     name of the listener it came in by
 * @param address      its address, without port
 * @param client       what it said about itself
 * @param capabilities how it can be licensed
 * @param withdrawal   ends the connection if what was granted is lost while it lives
 */
public record LicenseRequest(
        String connection,
        String listener,
        String address,
        ClientData client,
        LicenseCapabilities capabilities,
        Withdrawal withdrawal) {

    /** Takes a grant back. */
    @FunctionalInterface
    public interface Withdrawal {

        /**
         * Ends the connection soon; returns at once. May be called from any thread, at any time, even when the connection has
         * ended long ago.
         *
         * @param why what the client is told, and the reason for the log
         */
        void withdraw(LicenseOutcome.Refused why);
    }
}
