package oriel.rdp.codec.share;

import java.util.Optional;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Suppress Output PDU — MS-RDPBCGR, section 2.2.11.3.
 *
 * @param desktopRect the whole desktop, to go on with updates; absent to have none sent
 */
public record SuppressOutput(Optional<InclusiveRectangle> desktopRect) implements ShareData {
    /** PDUTYPE2_SUPPRESS_OUTPUT. */
    static final int TYPE = 0x23;

    private static final int ALLOW_DISPLAY_UPDATES = 1;

    static SuppressOutput decodeFields(WireReader in) {
        in.named("Suppress Output PDU", "MS-RDPBCGR 2.2.11.3.1");
        boolean allowed = in.u8("allowDisplayUpdates") == ALLOW_DISPLAY_UPDATES;
        in.skip(3, "pad3Octets");
        return new SuppressOutput(allowed ? Optional.of(InclusiveRectangle.decode(in)) : Optional.empty());
    }

    /** Whether updates may be sent. */
    public boolean allowsDisplayUpdates() {
        return desktopRect.isPresent();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u8(desktopRect.isPresent() ? ALLOW_DISPLAY_UPDATES : 0).pad(3);
        desktopRect.ifPresent(area -> area.encode(out));
    }
}
