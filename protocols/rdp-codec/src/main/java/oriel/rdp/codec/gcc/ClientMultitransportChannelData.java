package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Multitransport Channel Data (TS_UD_CS_MULTITRANSPORT) — MS-RDPBCGR, section 2.2.1.3.8.
 *
 * @param flags {@link #UDP_FEC_R} and the others
 */
public record ClientMultitransportChannelData(int flags) implements ClientBlock {
    /** CS_MULTITRANSPORT. */
    public static final int TYPE = 0xC00A;

    /** TRANSPORTTYPE_UDPFECR: reliable UDP. */
    public static final int UDP_FEC_R = 0x01;

    /** TRANSPORTTYPE_UDPFECL: lossy UDP. */
    public static final int UDP_FEC_L = 0x04;

    /** TRANSPORTTYPE_UDP_PREFERRED. */
    public static final int UDP_PREFERRED = 0x100;

    /** SOFTSYNC_TCP_TO_UDP: channels may move from TCP to UDP. */
    public static final int SOFTSYNC_TCP_TO_UDP = 0x200;

    static ClientMultitransportChannelData decodeFields(WireReader in) {
        in.named("Client Multitransport Channel Data", "MS-RDPBCGR 2.2.1.3.8");
        return new ClientMultitransportChannelData(in.i32("flags"));
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
