package oriel.rdp.codec.share;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Shutdown Request PDU — MS-RDPBCGR, section 2.2.2.1. */
public record ShutdownRequest() implements ShareData {
    /** PDUTYPE2_SHUTDOWN_REQUEST. */
    static final int TYPE = 0x24;

    static ShutdownRequest decodeFields(WireReader in) {
        in.named("Shutdown Request PDU", "MS-RDPBCGR 2.2.2.1");
        return new ShutdownRequest();
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
