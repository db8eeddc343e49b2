package oriel.desktop.x11.client;

import oriel.wire.WireWriter;

/**
 * Bell — X Protocol, section 9.
 *
 * @param percent how loud, -100 … 100 relative to the usual
 */
public record Bell(int percent) implements Request {

    @Override
    public void encode(WireWriter out) {
        Request.head(out, 104, percent & 0xFF);
    }
}
