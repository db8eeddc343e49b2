package oriel.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches a screen from the moment it is made, and says afterwards since when it has shown what it shows in the end. Every few
 * milliseconds a coarse grid of pixels is copied from the framebuffer's file, with the time. The last copy counts as the full
 * picture, and the first moment from which on at least 99.5 % of the grid equal it as the moment when it was there: clocks and
 * text cursors may go on moving meanwhile.
 */
final class ScreenWatch implements AutoCloseable {

    private static final int STEP = 24;
    private static final double ALIKE = 0.995;

    /** A picture that has less than this share of new pixels is none: the client shows an empty window. */
    private static final double NEW = 0.5;

    private static final Duration PAUSE = Duration.ofMillis(3);

    /** Indices of the 32-bit fields of an X window dump's header (XWDFile.h). */
    private static final int HEADER_SIZE = 0;

    private static final int PIXMAP_WIDTH = 4;
    private static final int PIXMAP_HEIGHT = 5;
    private static final int BYTES_PER_LINE = 12;
    private static final int NCOLORS = 19;
    private static final int HEADER = 100;
    private static final int COLOR = 12;
    private static final int PIXEL = 4;

    private record Sample(long nanos, int[] grid) {}

    private final long begin;
    private final FileChannel file;
    private final long pixels;
    private final int width;
    private final int height;
    private final ByteBuffer line;
    private final List<Sample> samples = new ArrayList<>();

    ScreenWatch(VirtualScreen screen) throws IOException {
        file = FileChannel.open(screen.pixels(), StandardOpenOption.READ);
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        read(header, 0);
        width = header.getInt(PIXMAP_WIDTH * Integer.BYTES);
        height = header.getInt(PIXMAP_HEIGHT * Integer.BYTES);
        pixels = header.getInt(HEADER_SIZE * Integer.BYTES) + (long) COLOR * header.getInt(NCOLORS * Integer.BYTES);
        line = ByteBuffer.allocateDirect(header.getInt(BYTES_PER_LINE * Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        samples.add(new Sample(0, grid()));
        begin = System.nanoTime();
    }

    /** Watches for some time. */
    void run(Duration time) throws IOException, InterruptedException {
        long end = begin + time.toNanos();
        while (System.nanoTime() < end) {
            samples.add(new Sample(System.nanoTime() - begin, grid()));
            Thread.sleep(PAUSE);
        }
    }

    /** When the screen began to show what it showed in the end. */
    double settledAfterMillis() throws IOException {
        int[] last = samples.getLast().grid();
        if (alike(samples.getFirst().grid(), last) > 1 - NEW) {
            throw new IOException("the client showed nothing");
        }
        int first = samples.size() - 1;
        while (alike(samples.get(first - 1).grid(), last) >= ALIKE) {
            first--;
        }
        return samples.get(first).nanos() / 1e6;
    }

    /** The part of the grid that is the same in both. */
    private static double alike(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / one.length;
    }

    private int[] grid() throws IOException {
        int[] grid = new int[((width + STEP - 1) / STEP) * ((height + STEP - 1) / STEP)];
        int next = 0;
        for (int y = 0; y < height; y += STEP) {
            read(line.clear(), pixels + (long) y * line.capacity());
            for (int x = 0; x < width; x += STEP) {
                grid[next++] = line.getInt(x * PIXEL) & 0xFFFFFF;
            }
        }
        return grid;
    }

    /** Copies; the file is another program's memory, and is never looked at in place. */
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
