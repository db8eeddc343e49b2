package oriel.rdp.codec.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Codecs Capability Set (TS_BITMAPCODECS_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.10.
 *
 * @param codecs codecs for surface commands, at most 255
 */
public record BitmapCodecsCapability(List<BitmapCodec> codecs) implements CapabilitySet {
    /** CAPSETTYPE_BITMAP_CODECS. */
    public static final int TYPE = 0x001D;

    /** CODEC_GUID_NSCODEC: MS-RDPNSC. */
    public static final UUID NSCODEC = UUID.fromString("ca8d1bb9-000f-154f-589f-ae2d1a87e2d6");

    /** CODEC_GUID_REMOTEFX: MS-RDPRFX. */
    public static final UUID REMOTEFX = UUID.fromString("76772f12-bd72-4463-afb3-b73c9c6f7886");

    /** CODEC_GUID_IMAGE_REMOTEFX: MS-RDPRFX, for single images. */
    public static final UUID IMAGE_REMOTEFX = UUID.fromString("2744ccd4-9d8a-4e74-803c-0ecbeea19c54");

    /** CODEC_GUID_IGNORE: to be ignored. */
    public static final UUID IGNORE = UUID.fromString("9c4351a6-3535-42ae-910c-cdfce5760b58");

    private static final int MOST = 255;

    /** Copies the list. */
    public BitmapCodecsCapability {
        codecs = List.copyOf(codecs);
        if (codecs.size() > MOST) {
            throw new IllegalArgumentException("more than 255 codecs");
        }
    }

    static BitmapCodecsCapability decodeFields(WireReader in) {
        in.named("Bitmap Codecs Capability Set", "MS-RDPBCGR 2.2.7.2.10");
        int count = in.u8("bitmapCodecCount");
        var codecs = new ArrayList<BitmapCodec>();
        for (int i = 0; i < count; i++) {
            codecs.add(BitmapCodec.decode(in));
        }
        return new BitmapCodecsCapability(codecs);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u8(codecs.size());
        codecs.forEach(codec -> codec.encode(out));
    }

    /**
     * Bitmap Codec (TS_BITMAPCODEC) — MS-RDPBCGR, section 2.2.7.2.10.1.1.
     *
     * @param codecGuid which codec
     * @param codecId number the client gives it; in the server's set 0, but 1 for NSCodec
     * @param properties what the codec's own document defines
     */
    public record BitmapCodec(UUID codecGuid, int codecId, Octets properties) {
        static BitmapCodec decode(WireReader in) {
            UUID guid = guid(in);
            int id = in.u8("codecID");
            return new BitmapCodec(guid, id, in.octets(in.u16("codecPropertiesLength"), "codecProperties"));
        }

        /** A GUID: one number of 32 bits, two of 16, little-endian, and eight bytes. */
        private static UUID guid(WireReader in) {
            long first = in.u32("codecGUID");
            long second = in.u16("codecGUID");
            long third = in.u16("codecGUID");
            return new UUID(first << 32 | second << 16 | third, Long.reverseBytes(in.i64("codecGUID")));
        }

        void encode(WireWriter out) {
            long high = codecGuid.getMostSignificantBits();
            out.i32((int) (high >>> 32)).u16((int) (high >>> 16) & 0xFFFF).u16((int) high & 0xFFFF);
            out.i64(Long.reverseBytes(codecGuid.getLeastSignificantBits()));
            out.u8(codecId).u16(properties.length()).octets(properties);
        }
    }
}
