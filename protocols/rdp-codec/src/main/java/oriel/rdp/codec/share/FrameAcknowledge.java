package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Frame Acknowledge PDU — MS-RDPRFX, section 2.2.3.1.
 *
 * @param frameId the last frame the client has drawn, or 0xFFFFFFFF to switch acknowledgement off
 */
public record FrameAcknowledge(int frameId) implements ShareData {
    /** PDUTYPE2_FRAME_ACKNOWLEDGE. */
    static final int TYPE = 0x38;

    static FrameAcknowledge decodeFields(WireReader in) {
        in.named("Frame Acknowledge PDU", "MS-RDPRFX 2.2.3.1");
        return new FrameAcknowledge(in.i32("frameID"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(frameId);
    }
}
