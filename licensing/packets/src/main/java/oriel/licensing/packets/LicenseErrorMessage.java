package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensing Error Message (LICENSE_ERROR_MESSAGE) — MS-RDPBCGR, section 2.2.1.12.1.3.
 *
 * @param code what is said
 * @param transition what follows from it
 * @param errorInfo more about it, or empty
 */
public record LicenseErrorMessage(LicenseErrorCode code, StateTransition transition, Octets errorInfo)
        implements LicensePacket {

    /** The client is a valid one. */
    public static final LicenseErrorMessage VALID_CLIENT =
            new LicenseErrorMessage(LicenseErrorCode.VALID_CLIENT, StateTransition.NO_TRANSITION, Octets.EMPTY);

    /** An error after which licensing and the connection end. */
    public static LicenseErrorMessage abort(LicenseErrorCode code) {
        return new LicenseErrorMessage(code, StateTransition.TOTAL_ABORT, Octets.EMPTY);
    }

    @Override
    public int messageType() {
        return LicensePreamble.ERROR_ALERT;
    }

    static LicenseErrorMessage decodeMessage(WireReader in) {
        in.named("Licensing Error Message", "MS-RDPBCGR 2.2.1.12.1.3");
        return new LicenseErrorMessage(
                new LicenseErrorCode(in.i32("dwErrorCode")),
                new StateTransition(in.i32("dwStateTransition")),
                LicenseBlob.decode(in, "bbErrorInfo").data());
    }

    @Override
    public void encodeMessage(WireWriter out) {
        out.i32(code.value()).i32(transition.value());
        new LicenseBlob(LicenseBlob.ERROR, errorInfo).encode(out);
    }
}
