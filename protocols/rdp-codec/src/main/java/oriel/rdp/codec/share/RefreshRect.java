package oriel.rdp.codec.share;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Refresh Rect PDU — MS-RDPBCGR, section 2.2.11.2.
 *
 * @param areasToRefresh areas the client wants again, at most 255
 */
public record RefreshRect(List<InclusiveRectangle> areasToRefresh) implements ShareData {
    /** PDUTYPE2_REFRESH_RECT. */
    static final int TYPE = 0x21;

    /** Copies the list. */
    public RefreshRect {
        areasToRefresh = List.copyOf(areasToRefresh);
    }

    static RefreshRect decodeFields(WireReader in) {
        in.named("Refresh Rect PDU", "MS-RDPBCGR 2.2.11.2.1");
        int count = in.u8("numberOfAreas");
        in.skip(3, "pad3Octets");
        in.need(count * InclusiveRectangle.SIZE, "areasToRefresh");
        var areas = new ArrayList<InclusiveRectangle>(count);
        for (int i = 0; i < count; i++) {
            areas.add(InclusiveRectangle.decode(in));
        }
        return new RefreshRect(areas);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u8(areasToRefresh.size()).pad(3);
        areasToRefresh.forEach(area -> area.encode(out));
    }
}
