package oriel.rdp.codec.gcc;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A settings data block of a client — MS-RDPBCGR, sections 2.2.1.3.2 to 2.2.1.3.9. */
public sealed interface ClientBlock extends Block
        permits ClientCoreData,
                ClientSecurityData,
                ClientNetworkData,
                ClientClusterData,
                ClientMonitorData,
                ClientMonitorExtendedData,
                ClientMessageChannelData,
                ClientMultitransportChannelData,
                ClientBlock.Other {
    /** The type in the header. */
    int type();

    /** Reads the next block; what stands behind the known fields of a block is from a newer client and ignored. */
    static ClientBlock decode(WireReader in) {
        in.named("User Data Header", "MS-RDPBCGR 2.2.1.3.1");
        int type = in.u16("type");
        WireReader fields = Block.fields(in);
        return switch (type) {
            case ClientCoreData.TYPE -> ClientCoreData.decodeFields(fields);
            case ClientSecurityData.TYPE -> ClientSecurityData.decodeFields(fields);
            case ClientNetworkData.TYPE -> ClientNetworkData.decodeFields(fields);
            case ClientClusterData.TYPE -> ClientClusterData.decodeFields(fields);
            case ClientMonitorData.TYPE -> ClientMonitorData.decodeFields(fields);
            case ClientMonitorExtendedData.TYPE -> ClientMonitorExtendedData.decodeFields(fields);
            case ClientMessageChannelData.TYPE -> ClientMessageChannelData.decodeFields(fields);
            case ClientMultitransportChannelData.TYPE -> ClientMultitransportChannelData.decodeFields(fields);
            default -> new Other(type, fields.rest());
        };
    }

    /**
     * A block this version does not know.
     *
     * @param type the type in the header
     * @param data the bytes behind the header
     */
    record Other(int type, Octets data) implements ClientBlock {
        @Override
        public void encodeFields(WireWriter out) {
            out.octets(data);
        }
    }
}
