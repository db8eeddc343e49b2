package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Auto-Reconnect Status PDU — MS-RDPBCGR, section 2.2.4.1.
 *
 * @param arcStatus why the proof was not accepted; 0
 */
public record AutoReconnectStatus(int arcStatus) implements ShareData {
    /** PDUTYPE2_ARC_STATUS_PDU. */
    static final int TYPE = 0x32;

    static AutoReconnectStatus decodeFields(WireReader in) {
        in.named("Auto-Reconnect Status PDU", "MS-RDPBCGR 2.2.4.1");
        return new AutoReconnectStatus(in.i32("arcStatus"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(arcStatus);
    }
}
