package oriel.desktop.x11.client;

import oriel.wire.WireWriter;

/**
 * GrabServer, UngrabServer — X Protocol, section 9: while it is held, the server listens to this connection only. Ends with the connection
 * at the latest.
 *
 * @param held whether it is held from now on
 */
public record ServerGrab(boolean held) implements Request {

    @Override
    public void encode(WireWriter out) {
        Request.head(out, held ? 36 : 37, 0);
    }
}
