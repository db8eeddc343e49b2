package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Cache Host Support Capability Set (TS_BITMAPCACHE_HOSTSUPPORT_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.1.
 *
 * @param cacheVersion 1, the server supports revision 2 of the bitmap caches
 */
public record BitmapCacheHostSupportCapability(int cacheVersion) implements CapabilitySet {
    /** CAPSTYPE_BITMAPCACHE_HOSTSUPPORT. */
    public static final int TYPE = 0x0012;

    static BitmapCacheHostSupportCapability decodeFields(WireReader in) {
        in.named("Bitmap Cache Host Support Capability Set", "MS-RDPBCGR 2.2.7.2.1");
        int cacheVersion = in.u8("cacheVersion");
        in.skip(1, "pad1octet");
        in.skip(2, "pad2octets");
        return new BitmapCacheHostSupportCapability(cacheVersion);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u8(cacheVersion).pad(1).pad(2);
    }
}
