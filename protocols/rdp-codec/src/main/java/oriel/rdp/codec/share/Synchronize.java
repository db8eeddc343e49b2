package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Synchronize PDU — MS-RDPBCGR, section 2.2.1.14.
 *
 * @param targetUser channel identifier of the user the PDU is for
 */
public record Synchronize(int targetUser) implements ShareData {
    /** PDUTYPE2_SYNCHRONIZE. */
    static final int TYPE = 0x1F;

    static Synchronize decodeFields(WireReader in) {
        in.named("Synchronize PDU", "MS-RDPBCGR 2.2.1.14");
        in.expectU16(1, "messageType");
        return new Synchronize(in.u16("targetUser"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(1 /* messageType */).u16(targetUser);
    }
}
