package oriel.rdp.codec.security;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensing Error Message (LICENSE_ERROR_MESSAGE) — MS-RDPBCGR, section 2.2.1.12.1.3.
 *
 * @param errorCode {@link #STATUS_VALID_CLIENT} and the others
 * @param stateTransition {@link #NO_TRANSITION} and the others
 * @param blobType type of the binary blob, 4 for an error blob
 * @param blob more about the error, or empty
 */
public record LicenseError(int errorCode, int stateTransition, int blobType, Octets blob) {
    /** ERR_INVALID_SERVER_CERTIFICATE, from the client. */
    public static final int INVALID_SERVER_CERTIFICATE = 0x01;

    /** ERR_NO_LICENSE, from the client. */
    public static final int NO_LICENSE = 0x02;

    /** ERR_INVALID_MAC. */
    public static final int INVALID_MAC = 0x03;

    /** ERR_INVALID_SCOPE. */
    public static final int INVALID_SCOPE = 0x04;

    /** ERR_NO_LICENSE_SERVER. */
    public static final int NO_LICENSE_SERVER = 0x06;

    /** STATUS_VALID_CLIENT: no licence is needed, or the one shown is good. */
    public static final int STATUS_VALID_CLIENT = 0x07;

    /** ERR_INVALID_CLIENT. */
    public static final int INVALID_CLIENT = 0x08;

    /** ERR_INVALID_PRODUCTID. */
    public static final int INVALID_PRODUCTID = 0x0B;

    /** ERR_INVALID_MESSAGE_LEN. */
    public static final int INVALID_MESSAGE_LEN = 0x0C;

    /** ST_TOTAL_ABORT. */
    public static final int TOTAL_ABORT = 1;

    /** ST_NO_TRANSITION. */
    public static final int NO_TRANSITION = 2;

    /** ST_RESET_PHASE_TO_START. */
    public static final int RESET_PHASE_TO_START = 3;

    /** ST_RESEND_LAST_MESSAGE. */
    public static final int RESEND_LAST_MESSAGE = 4;

    /** BB_ERROR_BLOB. */
    public static final int ERROR_BLOB = 4;

    /** The client needs no licence. */
    public static final LicenseError VALID_CLIENT =
            new LicenseError(STATUS_VALID_CLIENT, NO_TRANSITION, ERROR_BLOB, Octets.EMPTY);

    /** Reads the message of a licensing PDU of type {@link LicensePdu#ERROR_ALERT}. */
    public static LicenseError decode(WireReader in) {
        in.named("Licensing Error Message", "MS-RDPBCGR 2.2.1.12.1.3");
        int errorCode = in.i32("dwErrorCode");
        int stateTransition = in.i32("dwStateTransition");
        int blobType = in.u16("wBlobType");
        return new LicenseError(errorCode, stateTransition, blobType, in.octets(in.u16("wBlobLen"), "blobData"));
    }

    /** Writes the message. */
    public void encode(WireWriter out) {
        out.i32(errorCode).i32(stateTransition).u16(blobType).u16(blob.length()).octets(blob);
    }

    /** The PDU that carries the message. */
    public LicensePdu toPdu() {
        var out = new WireWriter();
        encode(out);
        return new LicensePdu(0, LicensePdu.ERROR_ALERT, LicensePdu.VERSION_3_0, out.toOctets());
    }
}
