package oriel.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Looks for a colour in the upper part of a screen. Every fourth line is enough, and leaves the processors to those that are measured. */
final class ColourWatch implements AutoCloseable {

    private static final int LINES = 160;
    private static final int STEP = 4;
    private static final int ENOUGH = 300;

    /** A picture that was compressed with loss is near the colour. */
    private static final int NEAR = 8;

    /** Indices of the 32-bit fields of an X window dump's header (XWDFile.h), and sizes in bytes. */
    private static final int HEADER_SIZE = 0;

    private static final int BYTES_PER_LINE = 12;
    private static final int NCOLORS = 19;
    private static final int HEADER = 100;
    private static final int COLOR = 12;

    private final FileChannel file;
    private final long pixels;
    private final ByteBuffer line;

    ColourWatch(VirtualScreen screen) throws IOException {
        file = FileChannel.open(screen.pixels(), StandardOpenOption.READ);
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        read(header, 0);
        pixels = header.getInt(HEADER_SIZE * Integer.BYTES) + (long) COLOR * header.getInt(NCOLORS * Integer.BYTES);
        line = ByteBuffer.allocateDirect(header.getInt(BYTES_PER_LINE * Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean shows(int colour) throws IOException {
        int count = 0;
        for (int y = 0; y < LINES; y += STEP) {
            read(line.clear(), pixels + (long) y * line.capacity());
            for (int at = 0; at < line.capacity(); at += Integer.BYTES) {
                count += near(line.getInt(at), colour) ? 1 : 0;
            }
        }
        return count >= ENOUGH;
    }

    private static boolean near(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    private void read(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, position + into.position()) < 0) {
                throw new EOFException("the framebuffer's file is too short");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
