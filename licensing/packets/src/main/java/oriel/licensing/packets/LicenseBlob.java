package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensing Binary Blob (LICENSE_BINARY_BLOB) — MS-RDPBCGR, section 2.2.1.12.1.2.
 *
 * @param type {@link #DATA} and the others; says nothing if there are no bytes
 * @param data the bytes
 */
public record LicenseBlob(int type, Octets data) {
    /** BB_DATA_BLOB: a licence. */
    public static final int DATA = 0x0001;

    /** BB_RANDOM_BLOB: an encrypted premaster secret. */
    public static final int RANDOM = 0x0002;

    /** BB_CERTIFICATE_BLOB. */
    public static final int CERTIFICATE = 0x0003;

    /** BB_ERROR_BLOB. */
    public static final int ERROR = 0x0004;

    /** BB_RSA_KEY_BLOB. */
    public static final int RSA_KEY = 0x0006;

    /** BB_RSA_SIGNATURE_BLOB. */
    public static final int RSA_SIGNATURE = 0x0008;

    /** BB_ENCRYPTED_DATA_BLOB. */
    public static final int ENCRYPTED_DATA = 0x0009;

    /** BB_KEY_EXCHG_ALG_BLOB. */
    public static final int KEY_EXCHANGE_ALGORITHMS = 0x000D;

    /** BB_SCOPE_BLOB. */
    public static final int SCOPE = 0x000E;

    /** BB_CLIENT_USER_NAME_BLOB. */
    public static final int CLIENT_USER_NAME = 0x000F;

    /** BB_CLIENT_MACHINE_NAME_BLOB. */
    public static final int CLIENT_MACHINE_NAME = 0x0010;

    /** Longest licence taken or given (licensing.md, section 7.4). */
    public static final int LONGEST_LICENSE = 16 * 1024;

    /** Longest of all other blobs that is believed: more than any chain of certificates needs. */
    static final int LONGEST = 16 * 1024;

    /** Reads a blob of any type. */
    public static LicenseBlob decode(WireReader in, String field) {
        int type = in.u16(field + " type");
        int length = in.count(in.u16(field + " length"), LONGEST, field + " length");
        return new LicenseBlob(type, in.octets(length, field));
    }

    /** Reads a blob that must be of a type unless it is empty. */
    static Octets expect(WireReader in, int type, String field) {
        LicenseBlob blob = decode(in, field);
        if (blob.type != type && !blob.data.isEmpty()) {
            throw in.malformed(field + " type", "0x%04x".formatted(type), "0x%04x".formatted(blob.type));
        }
        return blob.data;
    }

    /** Writes the blob. */
    public void encode(WireWriter out) {
        out.u16(type).u16(data.length()).octets(data);
    }
}
