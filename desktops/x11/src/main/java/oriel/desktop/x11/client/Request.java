package oriel.desktop.x11.client;

import oriel.wire.WireWriter;

/**
 * A request of the X protocol. It writes itself with {@link #head} first; the connection fills in the length and pads to a multiple of
 * four bytes.
 */
@FunctionalInterface
public interface Request {

    /**
     * Writes the request.
     *
     * @param out takes the bytes; the request starts at its present end
     */
    void encode(WireWriter out);

    /** The first four bytes: opcode, a byte whose meaning the opcode decides (minor opcode of extensions), room for the length. */
    static WireWriter head(WireWriter out, int opcode, int data) {
        return out.u8(opcode).u8(data).u16(0);
    }
}
