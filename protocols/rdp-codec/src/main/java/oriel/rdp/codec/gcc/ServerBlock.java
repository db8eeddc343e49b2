package oriel.rdp.codec.gcc;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A settings data block of a server — MS-RDPBCGR, sections 2.2.1.4.2 to 2.2.1.4.6. */
public sealed interface ServerBlock extends Block
        permits ServerCoreData,
                ServerSecurityData,
                ServerNetworkData,
                ServerMessageChannelData,
                ServerMultitransportChannelData,
                ServerBlock.Other {
    /** The type in the header. */
    int type();

    /** Reads the next block; what stands behind the known fields of a block is from a newer server and ignored. */
    static ServerBlock decode(WireReader in) {
        in.named("User Data Header", "MS-RDPBCGR 2.2.1.3.1");
        int type = in.u16("type");
        WireReader fields = Block.fields(in);
        return switch (type) {
            case ServerCoreData.TYPE -> ServerCoreData.decodeFields(fields);
            case ServerSecurityData.TYPE -> ServerSecurityData.decodeFields(fields);
            case ServerNetworkData.TYPE -> ServerNetworkData.decodeFields(fields);
            case ServerMessageChannelData.TYPE -> ServerMessageChannelData.decodeFields(fields);
            case ServerMultitransportChannelData.TYPE -> ServerMultitransportChannelData.decodeFields(fields);
            default -> new Other(type, fields.rest());
        };
    }

    /**
     * A block this version does not know.
     *
     * @param type the type in the header
     * @param data the bytes behind the header
     */
    record Other(int type, Octets data) implements ServerBlock {
        @Override
        public void encodeFields(WireWriter out) {
            out.octets(data);
        }
    }
}
