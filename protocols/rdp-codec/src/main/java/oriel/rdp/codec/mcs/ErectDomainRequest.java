package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client MCS Erect Domain Request PDU — MS-RDPBCGR, section 2.2.1.5; ITU-T T.125, section 11.8.
 *
 * @param subHeight height of the domain below the client, ignored
 * @param subInterval throughput enforcement interval, ignored
 */
public record ErectDomainRequest(int subHeight, int subInterval) implements McsPdu {
    static final int CHOICE = 1;

    static ErectDomainRequest decodeDomain(WireReader in) {
        in.named("MCS Erect Domain Request PDU", "MS-RDPBCGR 2.2.1.5");
        in.skip(1, "choice");
        if (in.peek(0, "subHeight") == 0) {
            // No length is 0: this is rdesktop 1.9, which writes two numbers of 16 bits instead.
            return new ErectDomainRequest(in.u16be("subHeight"), in.u16be("subInterval"));
        }
        return new ErectDomainRequest(Per.integer(in, "subHeight"), Per.integer(in, "subInterval"));
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        out.u8(CHOICE << 2);
        Per.integer(out, subHeight);
        Per.integer(out, subInterval);
        DataTransfer.end(out, packet);
    }
}
