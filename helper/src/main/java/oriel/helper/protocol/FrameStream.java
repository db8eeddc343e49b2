package oriel.helper.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Messages in frames: four bytes of length, little-endian, then so many bytes. The length is checked before anything is
 * allocated; what held a message is wiped, since it may have held a password.
 */
public final class FrameStream {

    /** The longest message, in bytes. */
    public static final int LONGEST = 1 << 17;

    private static final int HEADER = 4;

    private FrameStream() {}

    /** Reads a kind of message.
     *
     * @param <T> the kind
     */
    @FunctionalInterface
    public interface Decoder<T> {
        /**
         * Reads a message.
         *
         * @param in all of its bytes
         * @return the message
         */
        T decode(WireReader in);
    }

    /** Writes a message. */
    @FunctionalInterface
    public interface Encoder {
        /**
         * Writes the message.
         *
         * @param out where to
         */
        void encode(WireWriter out);
    }

    /**
     * Reads the next message.
     *
     * @param <T>     the kind of message
     * @param in      where from
     * @param decoder reads it
     * @return the message; empty = the other side has closed the channel
     * @throws IOException if the channel fails, or what came is no message; the text says what was wrong
     */
    public static <T> Optional<T> read(InputStream in, Decoder<T> decoder) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < HEADER) {
            throw new EOFException("the channel ended within a frame");
        }
        long length = new WireReader(header).u32("length");
        if (length == 0 || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] body = in.readNBytes((int) length);
        try {
            if (body.length < length) {
                throw new EOFException("the channel ended within a frame");
            }
            return Optional.of(decoder.decode(new WireReader(body)));
        } catch (MalformedPduException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /**
     * Puts a message into a frame.
     *
     * @param message writes itself
     * @return the frame, wiped by whoever has sent it
     */
    public static byte[] frame(Encoder message) {
        var out = new WireWriter(4096);
        int length = out.reserve(HEADER);
        message.encode(out);
        out.setI32(length, out.size() - HEADER);
        byte[] frame = out.toByteArray();
        Arrays.fill(out.array(), (byte) 0);
        if (frame.length - HEADER > LONGEST) {
            throw new IllegalArgumentException("a frame of " + (frame.length - HEADER) + " bytes");
        }
        return frame;
    }

    /**
     * Sends a frame and wipes it.
     *
     * @param out   where to
     * @param frame the frame
     * @throws IOException if the channel fails
     */
    public static void send(OutputStream out, byte[] frame) throws IOException {
        try {
            out.write(frame);
            out.flush();
        } finally {
            Arrays.fill(frame, (byte) 0);
        }
    }
}
