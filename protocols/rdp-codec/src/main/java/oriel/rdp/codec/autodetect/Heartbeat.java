package oriel.rdp.codec.autodetect;

import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Heartbeat PDU — MS-RDPBCGR, section 2.2.16.1.
 *
 * @param period seconds between heartbeats, 0 to 255
 * @param count1 heartbeats a client may miss before it warns its user
 * @param count2 heartbeats a client may miss before it reconnects
 */
public record Heartbeat(int period, int count1, int count2) {
    /** Reads the payload of an MCS send data PDU, security header included. */
    public static Heartbeat decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.HEARTBEAT);
        in.named("Heartbeat PDU", "MS-RDPBCGR 2.2.16.1");
        in.skip(1, "reserved");
        return new Heartbeat(in.u8("period"), in.u8("count1"), in.u8("count2"));
    }

    /** Writes the payload of an MCS send data PDU, security header included. */
    public void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.HEARTBEAT).encode(out);
        out.u8(0 /* reserved */).u8(period).u8(count1).u8(count2);
    }
}
