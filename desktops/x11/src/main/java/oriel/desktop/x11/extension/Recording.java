package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** RECORD 1.13: what devices do, whichever program it is meant for. */
public final class Recording {

    private static final int ALL_CLIENTS = 3;
    private static final int MOTION_NOTIFY = 6;
    private static final int EVENT = 32;

    private final Extension extension;

    private Recording(Extension extension) {
        this.extension = extension;
    }

    /** Gets ready. */
    public static Recording of(XConnection connection) throws IOException {
        return new Recording(connection.require("RECORD"));
    }

    /** RecordCreateContext: of motions of the pointer. */
    public Request createMotions(int context) {
        return out -> {
            extension.head(out, 1).i32(context).pad(4).i32(1).i32(1).i32(ALL_CLIENTS);
            // A range: requests, replies and delivered events are of no interest, device events are.
            out.pad(18).u8(MOTION_NOTIFY).u8(MOTION_NOTIFY).pad(4);
        };
    }

    /**
     * RecordEnableContext: motions from now on, until the connection ends. Nothing else can be asked on that connection.
     *
     * @param context made on another connection
     */
    public Query<Motions> enable(int context) {
        return new Enable(extension, context);
    }

    /**
     * Where the pointer went.
     *
     * @param began whether this says only that recording has begun
     * @param where places, x before y
     */
    public record Motions(boolean began, int... where) {}

    private record Enable(Extension extension, int context) implements Query<Motions> {

        private static final int START_OF_DATA = 4;

        @Override
        public void encode(WireWriter out) {
            extension.head(out, 5).i32(context);
        }

        @Override
        public Motions decode(WireReader in) {
            int category = Query.head(in);
            in.skip(24, "element-header … unused");
            int[] where = new int[in.remaining() / EVENT * 2];
            int count = 0;
            while (in.remaining() >= EVENT) {
                int code = in.u8("code") & 0x7F;
                in.skip(19, "detail … child");
                int x = in.i16("root-x");
                int y = in.i16("root-y");
                in.skip(8, "event-x … same-screen");
                if (code == MOTION_NOTIFY) {
                    where[count++] = x;
                    where[count++] = y;
                }
            }
            return new Motions(category == START_OF_DATA, java.util.Arrays.copyOf(where, count));
        }

        @Override
        public int longest() {
            return 1024 * 1024;
        }

        @Override
        public boolean endless() {
            return true;
        }
    }
}
