package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensed Product Information, an extension of a licence — MS-RDPELE, section 2.2.1.4.2 (licensing.md, section 6.3).
 *
 * @param version {@link #VERSION}
 * @param licenseCount licences of this kind issued to the client
 * @param platformId as the client has sent it
 * @param languageId language of the licence server
 * @param requestedProductId product asked for
 * @param adjustedProductId product granted
 * @param licensed version granted, and how
 */
public record LicensedProductInformation(
        int version,
        int licenseCount,
        PlatformId platformId,
        int languageId,
        String requestedProductId,
        String adjustedProductId,
        LicensedVersionInformation licensed) {

    /** The version that licence servers write. */
    public static final int VERSION = 0x0000_3000;

    private static final int HEADER = 4 /* Version */
            + 4 /* LicenseCount */
            + 4 /* PlatformId */
            + 4 /* LicensedLanguageId */
            + 3 * (2 /* offset */ + 2 /* size or count */);

    /** Checks that the texts can be written. */
    public LicensedProductInformation {
        Terminated.check(requestedProductId, "requested product id");
        Terminated.check(adjustedProductId, "adjusted product id");
    }

    /** Reads a whole structure; licence servers put a few zero bytes behind it. */
    public static LicensedProductInformation decode(Octets bytes) {
        WireReader in = reader(bytes);
        int version = in.i32("Version");
        int count = in.i32("LicenseCount");
        var platformId = new PlatformId(in.i32("PlatformId"));
        int languageId = in.i32("LicensedLanguageId");
        String requested = productId(in, bytes, "RequestedProductId");
        String adjusted = productId(in, bytes, "AdjustedProductId");
        int offset = in.u16("LicensedVersionInfoOffset");
        if (in.u16("LicensedVersionInfoCount") < 1) {
            throw in.malformed("LicensedVersionInfoCount", "at least 1", 0);
        }
        return new LicensedProductInformation(
                version,
                count,
                platformId,
                languageId,
                requested,
                adjusted,
                LicensedVersionInformation.decode(item(bytes, offset, "LicensedVersionInfo")));
    }

    private static String productId(WireReader in, Octets bytes, String field) {
        int offset = in.u16(field + "Offset");
        return Terminated.wide(item(bytes, offset, field), in.u16(field + "ByteCount"), field);
    }

    /** A reader from an offset on. */
    private static WireReader item(Octets bytes, int offset, String field) {
        WireReader in = reader(bytes);
        in.skip(offset, field);
        return in;
    }

    private static WireReader reader(Octets bytes) {
        return bytes.reader().named("Licensed Product Information", "MS-RDPELE 2.2.1.4.2");
    }

    /** The structure's bytes. */
    public Octets toOctets() {
        Octets requested = Terminated.wide(requestedProductId);
        Octets adjusted = Terminated.wide(adjustedProductId);
        var out = new WireWriter();
        out.i32(version).i32(licenseCount).i32(platformId.value()).i32(languageId);
        out.u16(HEADER).u16(requested.length());
        out.u16(HEADER + requested.length()).u16(adjusted.length());
        out.u16(HEADER + requested.length() + adjusted.length()).u16(1);
        licensed.encode(out.octets(requested).octets(adjusted));
        return out.toOctets();
    }
}
