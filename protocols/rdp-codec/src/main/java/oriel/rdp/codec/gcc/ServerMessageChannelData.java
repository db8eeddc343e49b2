package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Message Channel Data (TS_UD_SC_MCS_MSGCHANNEL) — MS-RDPBCGR, section 2.2.1.4.5.
 *
 * @param mcsChannelId the channel for auto-detect, heartbeat and multitransport PDUs
 */
public record ServerMessageChannelData(int mcsChannelId) implements ServerBlock {
    /** SC_MCS_MSGCHANNEL. */
    public static final int TYPE = 0x0C04;

    static ServerMessageChannelData decodeFields(WireReader in) {
        in.named("Server Message Channel Data", "MS-RDPBCGR 2.2.1.4.5");
        return new ServerMessageChannelData(in.u16("MCSChannelID"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(mcsChannelId);
    }
}
