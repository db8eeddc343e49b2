package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.WireReader;

/** DAMAGE 1.1: where something was drawn. */
public final class Damage {

    /** How much is told. */
    public enum Level {
        /** Every rectangle of every drawing. */
        RAW(0),
        /** Rectangles that were not damaged yet. */
        DELTA(1),
        /** Whenever the rectangle around all damage grows. */
        BOX(2),
        /** Only that there is damage where there was none. */
        NON_EMPTY(3);

        private final int number;

        Level(int number) {
            this.number = number;
        }
    }

    private final Extension extension;
    private final EventType<Notify> notify;

    private Damage(Extension extension) {
        this.extension = extension;
        this.notify = extension.event("DamageNotify", 0, Notify::decode);
    }

    /** Gets ready. */
    public static Damage of(XConnection connection) throws IOException {
        Extension extension = connection.require("DAMAGE");
        Version.require(connection, extension, 1, 1);
        return new Damage(extension);
    }

    /** DamageCreate. */
    public Request create(int damage, int drawable, Level level) {
        return out -> extension
                .head(out, 1)
                .i32(damage)
                .i32(drawable)
                .u8(level.number)
                .pad(3);
    }

    /** DamageDestroy. */
    public Request destroy(int damage) {
        return out -> extension.head(out, 2).i32(damage);
    }

    /**
     * DamageSubtract: all damage is taken note of.
     *
     * @param parts region that receives what was damaged; 0 = nobody wants to know
     */
    public Request subtract(int damage, int parts) {
        return out -> extension.head(out, 3).i32(damage).i32(0).i32(parts);
    }

    /** DamageNotify. */
    public EventType<Notify> notifyType() {
        return notify;
    }

    /**
     * DamageNotify.
     *
     * @param damage which damage object tells
     * @param x      left edge of the area
     * @param y      top edge of the area
     * @param width  in pixels
     * @param height in pixels
     */
    public record Notify(int damage, int x, int y, int width, int height) {

        private static Notify decode(WireReader in) {
            in.skip(8, "code, level, sequence number, drawable");
            int damage = in.i32("damage");
            in.skip(4, "timestamp");
            return new Notify(damage, in.i16("x"), in.i16("y"), in.u16("width"), in.u16("height"));
        }
    }
}
