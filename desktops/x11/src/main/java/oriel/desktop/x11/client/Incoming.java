package oriel.desktop.x11.client;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import oriel.wire.WireReader;

/** Cuts what the server sends into packets. Used by the one thread that reads the connection. */
final class Incoming {

    private final ReadableByteChannel channel;
    private final byte[] buffer = new byte[32 * 1024];
    private final ByteBuffer bytes = ByteBuffer.wrap(buffer);
    private final WireReader reader = new WireReader(buffer, 0, 0);
    private int start;
    private int end;

    Incoming(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Makes sure that the next {@code length} bytes are there and lets them be read without taking them. */
    WireReader peek(int length) throws IOException {
        if (length > buffer.length - start) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        while (end - start < length) {
            bytes.limit(buffer.length).position(end);
            int count = channel.read(bytes);
            if (count < 0) {
                throw new EOFException("the X server has closed the connection");
            }
            end += count;
        }
        return reader.reset(buffer, start, length);
    }

    /** Takes the next {@code length} bytes; valid until the next call. The caller has checked that the length makes sense. */
    WireReader take(int length) throws IOException {
        if (length > buffer.length) {
            return takeLong(length);
        }
        peek(length);
        start += length;
        return reader;
    }

    /** Passes over bytes that nobody wants. */
    void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int part = (int) Math.min(buffer.length, left);
            peek(part);
            start += part;
            left -= part;
        }
    }

    private WireReader takeLong(int length) throws IOException {
        byte[] whole = new byte[length];
        int at = Math.min(length, end - start);
        System.arraycopy(buffer, start, whole, 0, at);
        start += at;
        while (at < length) {
            int part = Math.min(buffer.length, length - at);
            peek(part);
            System.arraycopy(buffer, start, whole, at, part);
            start += part;
            at += part;
        }
        return new WireReader(whole);
    }
}
