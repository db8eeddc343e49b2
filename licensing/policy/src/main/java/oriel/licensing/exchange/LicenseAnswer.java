package oriel.licensing.exchange;

import oriel.contract.protocol.ErrorInfo;

/** What a client is answered after it has met the challenge (licensing.md, section 7.2). */
public sealed interface LicenseAnswer {

    /**
     * <em>New License</em>, or <em>Upgrade License</em> if the client has presented one (cases 5 and 6).
     *
     * @param terms what the licence says
     */
    record Issue(LicenseTerms terms) implements LicenseAnswer {}

    /** <em>Upgrade License</em> with the licence that was presented (cases 1 and 4). */
    record OldLicense() implements LicenseAnswer {}

    /** <em>Valid client</em>, without a licence (cases 2a and 3a). */
    record ValidClient() implements LicenseAnswer {}

    /**
     * A licensing error message and total abort (cases 2b and 3b).
     *
     * @param licenseError code of the licensing error message, e.g. {@code ERR_INVALID_CLIENT} 0x8
     * @param error        what Set Error Info says, 0x100 … 0x10A
     * @param reason       why, for the log
     */
    record Abort(int licenseError, ErrorInfo error, String reason) implements LicenseAnswer {}
}
