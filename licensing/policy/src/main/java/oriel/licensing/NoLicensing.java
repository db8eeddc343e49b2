package oriel.licensing;

import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;

/**
 * Policy {@code none}: nobody needs a licence; every client is told that it is a valid one (MS-RDPBCGR 2.2.1.12; licensing.md,
 * section 3.8).
 */
public final class NoLicensing implements LicensingPolicy {

    /** LICENSE_ERROR_MESSAGE with STATUS_VALID_CLIENT, ST_NO_TRANSITION and an empty blob, preamble included. */
    private static final byte[] VALID_CLIENT = {
        (byte) 0xFF,
        0x03,
        0x10,
        0x00, // bMsgType ERROR_ALERT, flags PREAMBLE_VERSION_3_0, wMsgSize 16
        0x07,
        0x00,
        0x00,
        0x00, // dwErrorCode STATUS_VALID_CLIENT
        0x02,
        0x00,
        0x00,
        0x00, // dwStateTransition ST_NO_TRANSITION
        0x04,
        0x00,
        0x00,
        0x00 // bbErrorInfo: BB_ERROR_BLOB, no bytes
    };

    /** Makes the policy; it has no state. */
    public NoLicensing() {}

    @Override
    public String name() {
        return "none";
    }

    @Override
    public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException {
        courier.sendClientLicense(VALID_CLIENT.clone());
        return new LicenseOutcome.Granted(LicenseGrant.NOTHING_HELD);
    }
}
