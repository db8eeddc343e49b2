package oriel.server.control;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of UTF-8 over a socket, of bounded length. Reading and writing are each for one thread at a time. */
final class LineChannel implements AutoCloseable {

    private final SocketChannel channel;
    private final int longest;
    private final ByteBuffer chunk = ByteBuffer.allocate(4096).flip();
    private byte[] line = new byte[256];

    LineChannel(SocketChannel channel, int longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /** The next line without its end; empty at the end of the stream. */
    Optional<String> read() throws IOException {
        int length = 0;
        while (true) {
            if (!chunk.hasRemaining() && !fill()) {
                if (length > 0) {
                    throw new EOFException("the line is not complete");
                }
                return Optional.empty();
            }
            byte b = chunk.get();
            if (b == '\n') {
                return Optional.of(decode(length));
            }
            if (length == longest) {
                throw new IOException("a line is longer than " + longest + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(longest, length * 2));
            }
            line[length++] = b;
        }
    }

    private boolean fill() throws IOException {
        chunk.clear();
        int count = channel.read(chunk);
        chunk.flip();
        return count >= 0;
    }

    private String decode(int length) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("a line is not UTF-8", e);
        }
    }

    synchronized void write(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
