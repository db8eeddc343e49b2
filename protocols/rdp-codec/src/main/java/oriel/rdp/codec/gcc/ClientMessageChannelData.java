package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Message Channel Data (TS_UD_CS_MCS_MSGCHANNEL) — MS-RDPBCGR, section 2.2.1.3.7.
 *
 * @param flags reserved, 0
 */
public record ClientMessageChannelData(int flags) implements ClientBlock {
    /** CS_MCS_MSGCHANNEL. */
    public static final int TYPE = 0xC006;

    static ClientMessageChannelData decodeFields(WireReader in) {
        in.named("Client Message Channel Data", "MS-RDPBCGR 2.2.1.3.7");
        return new ClientMessageChannelData(in.i32("flags"));
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
