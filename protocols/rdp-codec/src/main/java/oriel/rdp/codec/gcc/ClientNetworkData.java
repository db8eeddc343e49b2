package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Network Data (TS_UD_CS_NET) — MS-RDPBCGR, section 2.2.1.3.4.
 *
 * @param channels static virtual channels the client wants, at most {@link #MAXIMUM_CHANNELS}
 */
public record ClientNetworkData(List<ChannelDefinition> channels) implements ClientBlock {
    /** CS_NET. */
    public static final int TYPE = 0xC003;

    /** Most channels a client may ask for. */
    public static final int MAXIMUM_CHANNELS = 31;

    /** Copies the list. */
    public ClientNetworkData {
        channels = List.copyOf(channels);
        if (channels.size() > MAXIMUM_CHANNELS) {
            throw new IllegalArgumentException("more than 31 channels");
        }
    }

    static ClientNetworkData decodeFields(WireReader in) {
        in.named("Client Network Data", "MS-RDPBCGR 2.2.1.3.4");
        int count = in.count(in.u32("channelCount"), MAXIMUM_CHANNELS, "channelCount");
        in.need(count * ChannelDefinition.SIZE, "channelDefArray");
        var channels = new ArrayList<ChannelDefinition>(count);
        for (int i = 0; i < count; i++) {
            channels.add(ChannelDefinition.decode(in));
        }
        return new ClientNetworkData(channels);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(channels.size());
        channels.forEach(channel -> channel.encode(out));
    }

    /**
     * Channel Definition Structure (CHANNEL_DEF) — MS-RDPBCGR, section 2.2.1.3.4.1.
     *
     * @param name at most 7 characters
     * @param options {@link #INITIALIZED} and the others
     */
    public record ChannelDefinition(String name, int options) {
        /** CHANNEL_OPTION_INITIALIZED. */
        public static final int INITIALIZED = 0x8000_0000;

        /** CHANNEL_OPTION_ENCRYPT_RDP. */
        public static final int ENCRYPT_RDP = 0x4000_0000;

        /** CHANNEL_OPTION_ENCRYPT_SC. */
        public static final int ENCRYPT_SC = 0x2000_0000;

        /** CHANNEL_OPTION_ENCRYPT_CS. */
        public static final int ENCRYPT_CS = 0x1000_0000;

        /** CHANNEL_OPTION_PRI_HIGH. */
        public static final int PRI_HIGH = 0x0800_0000;

        /** CHANNEL_OPTION_PRI_MED. */
        public static final int PRI_MED = 0x0400_0000;

        /** CHANNEL_OPTION_PRI_LOW. */
        public static final int PRI_LOW = 0x0200_0000;

        /** CHANNEL_OPTION_COMPRESS_RDP. */
        public static final int COMPRESS_RDP = 0x0080_0000;

        /** CHANNEL_OPTION_COMPRESS. */
        public static final int COMPRESS = 0x0040_0000;

        /** CHANNEL_OPTION_SHOW_PROTOCOL: the channel PDU header goes to the application. */
        public static final int SHOW_PROTOCOL = 0x0020_0000;

        /** REMOTE_CONTROL_PERSISTENT. */
        public static final int REMOTE_CONTROL_PERSISTENT = 0x0010_0000;

        private static final int NAME_SIZE = 8;
        private static final int SIZE = NAME_SIZE + 4 /* options */;

        static ChannelDefinition decode(WireReader in) {
            return new ChannelDefinition(FixedText.latin1(in, NAME_SIZE, "name"), in.i32("options"));
        }

        void encode(WireWriter out) {
            FixedText.latin1(out, name, NAME_SIZE);
            out.i32(options);
        }
    }
}
