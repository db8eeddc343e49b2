package oriel.rdp.codec.share;

import oriel.rdp.codec.info.SessionInfo;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Save Session Info PDU — MS-RDPBCGR, section 2.2.10.1.
 *
 * @param info what is told
 */
public record SaveSessionInfo(SessionInfo info) implements ShareData {
    /** PDUTYPE2_SAVE_SESSION_INFO. */
    static final int TYPE = 0x26;

    static SaveSessionInfo decodeFields(WireReader in) {
        return new SaveSessionInfo(SessionInfo.decode(in));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        info.encode(out);
    }
}
