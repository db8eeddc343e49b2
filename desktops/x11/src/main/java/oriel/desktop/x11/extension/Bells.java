package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;

/** Bells, as XKB tells of them. They have no sound of their own on a server without speakers. */
public final class Bells {

    private static final int CORE_KEYBOARD = 0x100;
    private static final int BELL = 8;

    private Bells() {}

    /** Gets ready; all XKB events of the connection are of bells. Answers with the type of its events. */
    public static EventType<Ring> of(XConnection connection) throws IOException {
        Extension extension = connection.require("XKEYBOARD");
        connection.ask(Query.of(out -> extension.head(out, 0).u16(1).u16(0), Query::head));
        connection.send(out -> extension
                .head(out, 1)
                .u16(CORE_KEYBOARD)
                .u16(1 << BELL)
                .u16(0)
                .u16(1 << BELL)
                .pad(4));
        return extension.event("XkbBellNotify", 0, Ring::decode);
    }

    /**
     * XkbBellNotify.
     *
     * @param percent      how loud; 0 = not at all
     * @param hertz        how high
     * @param milliseconds how long
     */
    public record Ring(int percent, int hertz, int milliseconds) {

        private static Ring decode(WireReader in) {
            in.skip(1, "code");
            boolean bell = in.u8("xkbType") == BELL;
            in.skip(9, "sequence number … bellID");
            int percent = in.u8("percent");
            return new Ring(bell ? percent : 0, in.i16("pitch"), in.i16("duration"));
        }
    }
}
