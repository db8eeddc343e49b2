package oriel.rdp.codec.update;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Fast-Path Update (TS_FP_UPDATE) — MS-RDPBCGR, section 2.2.9.1.2.1: an update or a fragment of one.
 *
 * @param updateCode    one of {@link FastPathUpdateType}
 * @param fragmentation whether this is all, the first, a middle or the last fragment
 * @param updateData    the data, or a part of it
 */
public record FastPathUpdate(int updateCode, int fragmentation, Octets updateData) {

    private static final int COMPRESSION_USED = 0x80;
    private static final int ENCRYPTION = 0xC0;
    private static final int LONG_LENGTH = 0x80;

    /**
     * Reads a Server Fast-Path Update PDU (TS_FP_UPDATE_PDU, 2.2.9.1.2) without encryption, as it is over TLS.
     *
     * @param in holds exactly one PDU
     * @return its updates
     */
    public static List<FastPathUpdate> decodePdu(WireReader in) {
        in.named("Server Fast-Path Update PDU", "MS-RDPBCGR 2.2.9.1.2");
        int whole = in.remaining();
        int header = in.u8("fpOutputHeader");
        if ((header & 3) != 0 || (header & ENCRYPTION) != 0) {
            throw in.malformed("fpOutputHeader", "fast-path output without encryption", header);
        }
        int length = in.u8("length1");
        if ((length & LONG_LENGTH) != 0) {
            length = (length & ~LONG_LENGTH) << 8 | in.u8("length2");
        }
        if (length != whole || length > FastPathUpdateType.LARGEST_PDU) {
            throw in.malformed("length", Integer.toString(whole), length);
        }
        List<FastPathUpdate> updates = new ArrayList<>();
        while (in.hasRemaining()) {
            updates.add(decode(in));
        }
        return updates;
    }

    private static FastPathUpdate decode(WireReader in) {
        int header = in.u8("updateHeader");
        if ((header & COMPRESSION_USED) != 0) {
            throw in.malformed("updateHeader", "no bulk compression", header);
        }
        return new FastPathUpdate(header & 0xF, header >> 4 & 3, in.octets(in.u16("size"), "updateData"));
    }

    /**
     * Writes one update as a Server Fast-Path Update PDU.
     *
     * @param out receives it
     */
    public void encodePdu(WireWriter out) {
        int length = 1 + 2 + 1 + 2 + updateData.length();
        if (length > FastPathUpdateType.LARGEST_PDU) {
            throw new IllegalArgumentException("fast-path PDU of " + length + " bytes");
        }
        out.u8(0).u16be(LONG_LENGTH << 8 | length);
        out.u8(fragmentation << 4 | updateCode).u16(updateData.length()).octets(updateData);
    }
}
