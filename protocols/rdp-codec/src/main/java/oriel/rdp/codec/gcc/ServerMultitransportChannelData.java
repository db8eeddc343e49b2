package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Multitransport Channel Data (TS_UD_SC_MULTITRANSPORT) — MS-RDPBCGR, section 2.2.1.4.6.
 *
 * @param flags those of {@link ClientMultitransportChannelData}
 */
public record ServerMultitransportChannelData(int flags) implements ServerBlock {
    /** SC_MULTITRANSPORT. */
    public static final int TYPE = 0x0C08;

    static ServerMultitransportChannelData decodeFields(WireReader in) {
        in.named("Server Multitransport Channel Data", "MS-RDPBCGR 2.2.1.4.6");
        return new ServerMultitransportChannelData(in.i32("flags"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(flags);
    }
}
