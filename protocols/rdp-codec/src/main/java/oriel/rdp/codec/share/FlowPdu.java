package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Flow PDU — ITU-T T.128, section 8.5: old clients test, answer or stop the flow of PDUs with it; it can be ignored.
 *
 * @param pduTypeFlow {@link #RESPONSE}, {@link #STOP} or {@link #TEST}
 * @param flowIdentifier which flow
 * @param flowNumber number of the test
 * @param pduSource channel identifier of the sender
 */
public record FlowPdu(int pduTypeFlow, int flowIdentifier, int flowNumber, int pduSource) implements ShareControlPdu {
    /** FlowResponsePDU. */
    public static final int RESPONSE = 0x41;

    /** FlowStopPDU. */
    public static final int STOP = 0x42;

    /** FlowTestPDU. */
    public static final int TEST = 0x43;

    static final int MARKER = 0x8000;

    static FlowPdu decode(WireReader in) {
        in.named("Flow PDU", "ITU-T T.128 8.5");
        in.expectU16(MARKER, "flowMarker");
        in.skip(1, "pad8bits");
        return new FlowPdu(in.u8("pduTypeFlow"), in.u8("flowIdentifier"), in.u8("flowNumber"), in.u16("pduSource"));
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(MARKER).pad(1).u8(pduTypeFlow).u8(flowIdentifier).u8(flowNumber).u16(pduSource);
    }
}
