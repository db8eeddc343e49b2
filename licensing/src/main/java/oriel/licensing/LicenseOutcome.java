package oriel.licensing;

import oriel.contract.protocol.ErrorInfo;

/** How a licence exchange went. */
public sealed interface LicenseOutcome {

    /** The client may go on. */
    record Granted() implements LicenseOutcome {}

    /**
     * The client may not go on.
     *
     * @param error  what it is told, 0x100 … 0x10A
     * @param reason why, for the log
     */
    record Refused(ErrorInfo error, String reason) implements LicenseOutcome {}
}
