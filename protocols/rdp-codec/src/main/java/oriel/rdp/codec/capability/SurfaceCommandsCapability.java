package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Surface Commands Capability Set (TS_SURFCMDS_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.9.
 *
 * @param cmdFlags {@link #SET_SURFACE_BITS} and the others
 */
public record SurfaceCommandsCapability(int cmdFlags) implements CapabilitySet {
    /** CAPSETTYPE_SURFACE_COMMANDS. */
    public static final int TYPE = 0x001C;

    /** SURFCMDS_SET_SURFACE_BITS. */
    public static final int SET_SURFACE_BITS = 0x02;

    /** SURFCMDS_FRAME_MARKER. */
    public static final int FRAME_MARKER = 0x10;

    /** SURFCMDS_STREAM_SURFACE_BITS. */
    public static final int STREAM_SURFACE_BITS = 0x40;

    static SurfaceCommandsCapability decodeFields(WireReader in) {
        in.named("Surface Commands Capability Set", "MS-RDPBCGR 2.2.7.2.9");
        int cmdFlags = in.i32("cmdFlags");
        in.skip(4, "reserved");
        return new SurfaceCommandsCapability(cmdFlags);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(cmdFlags).pad(4);
    }
}
