package oriel.licensing.packets;

import java.util.Map;

/**
 * {@code dwErrorCode} of a licensing error message — MS-RDPBCGR, section 2.2.1.12.1.3.
 *
 * @param value the number
 */
public record LicenseErrorCode(int value) {
    /** ERR_INVALID_SERVER_CERTIFICATE, from the client. */
    public static final LicenseErrorCode INVALID_SERVER_CERTIFICATE = new LicenseErrorCode(0x01);

    /** ERR_NO_LICENSE, from the client. */
    public static final LicenseErrorCode NO_LICENSE = new LicenseErrorCode(0x02);

    /** ERR_INVALID_MAC, from either. */
    public static final LicenseErrorCode INVALID_MAC = new LicenseErrorCode(0x03);

    /** ERR_INVALID_SCOPE. */
    public static final LicenseErrorCode INVALID_SCOPE = new LicenseErrorCode(0x04);

    /** ERR_NO_LICENSE_SERVER. */
    public static final LicenseErrorCode NO_LICENSE_SERVER = new LicenseErrorCode(0x06);

    /** STATUS_VALID_CLIENT: no licence is needed, or the one shown is good. */
    public static final LicenseErrorCode VALID_CLIENT = new LicenseErrorCode(0x07);

    /** ERR_INVALID_CLIENT. */
    public static final LicenseErrorCode INVALID_CLIENT = new LicenseErrorCode(0x08);

    /** ERR_INVALID_PRODUCTID. */
    public static final LicenseErrorCode INVALID_PRODUCTID = new LicenseErrorCode(0x0B);

    /** ERR_INVALID_MESSAGE_LEN. */
    public static final LicenseErrorCode INVALID_MESSAGE_LEN = new LicenseErrorCode(0x0C);

    private static final Map<LicenseErrorCode, String> NAMES = Map.of(
            INVALID_SERVER_CERTIFICATE, "ERR_INVALID_SERVER_CERTIFICATE",
            NO_LICENSE, "ERR_NO_LICENSE",
            INVALID_MAC, "ERR_INVALID_MAC",
            INVALID_SCOPE, "ERR_INVALID_SCOPE",
            NO_LICENSE_SERVER, "ERR_NO_LICENSE_SERVER",
            VALID_CLIENT, "STATUS_VALID_CLIENT",
            INVALID_CLIENT, "ERR_INVALID_CLIENT",
            INVALID_PRODUCTID, "ERR_INVALID_PRODUCTID",
            INVALID_MESSAGE_LEN, "ERR_INVALID_MESSAGE_LEN");

    @Override
    public String toString() {
        return NAMES.getOrDefault(this, "licensing error 0x%x".formatted(value));
    }
}
