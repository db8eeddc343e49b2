package oriel.desktop.x11.client;

import oriel.wire.WireWriter;

/**
 * SendEvent — X Protocol, section 9.
 *
 * @param propagate whether windows above may get it
 * @param window    who gets it
 * @param mask      who of those who listen there gets it; 0 = who made the window
 * @param event     the event
 */
public record SendEvent(boolean propagate, int window, int mask, Sendable event) implements Request {

    /** An event that a client can send. */
    public interface Sendable {

        /** Writes 32 bytes. */
        void encodeEvent(WireWriter out);
    }

    @Override
    public void encode(WireWriter out) {
        Request.head(out, 25, propagate ? 1 : 0).i32(window).i32(mask);
        event.encodeEvent(out);
    }
}
