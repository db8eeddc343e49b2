package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Client MCS Attach User Request PDU — MS-RDPBCGR, section 2.2.1.6; ITU-T T.125, section 11.17. */
public record AttachUserRequest() implements McsPdu {
    static final int CHOICE = 10;

    static AttachUserRequest decodeDomain(WireReader in) {
        in.named("MCS Attach User Request PDU", "MS-RDPBCGR 2.2.1.6");
        in.skip(1, "choice");
        return new AttachUserRequest();
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        out.u8(CHOICE << 2);
        DataTransfer.end(out, packet);
    }
}
