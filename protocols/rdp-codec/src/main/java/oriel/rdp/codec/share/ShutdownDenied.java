package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Shutdown Request Denied PDU — MS-RDPBCGR, section 2.2.2.2. */
public record ShutdownDenied() implements ShareData {
    /** PDUTYPE2_SHUTDOWN_DENIED. */
    static final int TYPE = 0x25;

    static ShutdownDenied decodeFields(WireReader in) {
        in.named("Shutdown Request Denied PDU", "MS-RDPBCGR 2.2.2.2");
        return new ShutdownDenied();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        // Nothing but the headers.
    }
}
