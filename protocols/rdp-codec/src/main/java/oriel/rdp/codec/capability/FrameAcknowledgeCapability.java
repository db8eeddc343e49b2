package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Frame Acknowledge Capability Set (TS_FRAME_ACKNOWLEDGE_CAPABILITYSET) — MS-RDPRFX, section 2.2.1.3.
 *
 * @param maxUnacknowledgedFrameCount frames that may be under way unacknowledged; 0 to 4294967295
 */
public record FrameAcknowledgeCapability(long maxUnacknowledgedFrameCount) implements CapabilitySet {
    /** CAPSETTYPE_FRAME_ACKNOWLEDGE. */
    public static final int TYPE = 0x001E;

    static FrameAcknowledgeCapability decodeFields(WireReader in) {
        in.named("Frame Acknowledge Capability Set", "MS-RDPRFX 2.2.1.3");
        return new FrameAcknowledgeCapability(in.u32("maxUnacknowledgedFrameCount"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u32(maxUnacknowledgedFrameCount);
    }
}
