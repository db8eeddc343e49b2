package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Network Data (TS_UD_SC_NET) — MS-RDPBCGR, section 2.2.1.4.4.
 *
 * @param mcsChannelId the I/O channel
 * @param channelIds identifiers of the static virtual channels, in the order the client named them; 0 for one not granted
 */
public record ServerNetworkData(int mcsChannelId, List<Integer> channelIds) implements ServerBlock {
    /** SC_NET. */
    public static final int TYPE = 0x0C03;

    /** Copies the list. */
    public ServerNetworkData {
        channelIds = List.copyOf(channelIds);
    }

    static ServerNetworkData decodeFields(WireReader in) {
        in.named("Server Network Data", "MS-RDPBCGR 2.2.1.4.4");
        int io = in.u16("MCSChannelId");
        int count = in.count(in.u16("channelCount"), ClientNetworkData.MAXIMUM_CHANNELS, "channelCount");
        in.need(2 * count, "channelIdArray");
        var ids = new ArrayList<Integer>(count);
        for (int i = 0; i < count; i++) {
            ids.add(in.u16("channelIdArray"));
        }
        return new ServerNetworkData(io, ids);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(mcsChannelId).u16(channelIds.size());
        channelIds.forEach(out::u16);
        out.pad(2 * (channelIds.size() % 2) /* the block is a multiple of four bytes */);
    }
}
