package oriel.desktop.x11.clipboard;

import java.io.IOException;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Who owns selections: the part of the extension XFIXES (version 1) that tells of changes. */
final class OwnerWatch {

    private static final int EVERY_CHANGE = 7; // a new owner, its window destroyed, its client gone

    private final Extension xfixes;

    private OwnerWatch(Extension xfixes) {
        this.xfixes = xfixes;
    }

    static OwnerWatch on(XConnection server) throws IOException {
        Extension xfixes = server.require("XFIXES");
        server.ask(Query.of(out -> xfixes.head(out, 0).i32(1).i32(0), Query::head)); // XFixesQueryVersion
        return new OwnerWatch(xfixes);
    }

    /** XFixesSelectSelectionInput: a window's client hears of the owners of a selection. */
    Request select(int window, int selection) {
        return out -> encodeSelect(out, window, selection);
    }

    private void encodeSelect(WireWriter out, int window, int selection) {
        xfixes.head(out, 2).i32(window).i32(selection).i32(EVERY_CHANGE);
    }

    EventType<Change> changes() {
        return xfixes.event("XFixesSelectionNotify", 0, Change::decode);
    }

    /**
     * XFixesSelectionNotify.
     *
     * @param owner     window of the new owner; 0 = nobody
     * @param selection atom of the selection
     * @param since     since when it is the owner's, in milliseconds of the server
     */
    record Change(int owner, int selection, int since) {

        private static Change decode(WireReader in) {
            in.skip(8, "code, subtype, sequence number, window");
            int owner = in.i32("owner");
            int selection = in.i32("selection");
            in.skip(4, "timestamp");
            return new Change(owner, selection, in.i32("selection-timestamp"));
        }
    }
}
