package oriel.rdp.codec.x224;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * RDP Correlation Info (RDP_NEG_CORRELATION_INFO) — MS-RDPBCGR, section 2.2.1.1.2.
 *
 * @param correlationId 16 bytes that name the connection across machines; the first is neither 0x00 nor 0xF4, none is 0x0D
 */
public record CorrelationInfo(Octets correlationId) {
    private static final int TYPE = 0x06;
    private static final int ID_SIZE = 16;
    private static final int RESERVED_SIZE = 16;
    private static final int SIZE =
            1 /* type */ + 1 /* flags */ + 2 /* length */ + ID_SIZE /* correlationId */ + RESERVED_SIZE /* reserved */;

    /** Checks the length. */
    public CorrelationInfo {
        if (correlationId.length() != ID_SIZE) {
            throw new IllegalArgumentException("a correlation id has 16 bytes");
        }
    }

    /** Reads the structure. */
    public static CorrelationInfo decode(WireReader in) {
        in.named("RDP Correlation Info", "MS-RDPBCGR 2.2.1.1.2");
        in.expectU8(TYPE, "type");
        in.skip(1, "flags");
        in.expectU16(SIZE, "length");
        Octets id = in.octets(ID_SIZE, "correlationId");
        in.skip(RESERVED_SIZE, "reserved");
        return new CorrelationInfo(id);
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.u8(TYPE).u8(0).u16(SIZE).octets(correlationId).pad(RESERVED_SIZE);
    }
}
