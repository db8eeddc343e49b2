package oriel.licensing.packets;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensed Version Information — MS-RDPELE, section 2.2.1.4.2 (licensing.md, section 6.3).
 *
 * @param major major version of the product
 * @param minor minor version of the product
 * @param flags {@link #ENFORCED} and the others
 */
public record LicensedVersionInformation(int major, int minor, int flags) {
    /** The licence is enforced. */
    public static final int ENFORCED = 0x0000_8000;

    /** The product is a release, not a beta. */
    public static final int RELEASE = 0x0080_0000;

    /** The licence is a temporary one. */
    public static final int TEMPORARY = 0x8000_0000;

    /** Size in bytes. */
    static final int SIZE = 2 /* major */ + 2 /* minor */ + 4 /* flags */;

    /** Whether the licence is a temporary one. */
    public boolean temporary() {
        return (flags & TEMPORARY) != 0;
    }

    static LicensedVersionInformation decode(WireReader in) {
        return new LicensedVersionInformation(
                in.u16("ProductLicenseMajorVersion"),
                in.u16("ProductLicenseMinorVersion"),
                in.i32("ProductLicenseFlags"));
    }

    void encode(WireWriter out) {
        out.u16(major).u16(minor).i32(flags);
    }
}
