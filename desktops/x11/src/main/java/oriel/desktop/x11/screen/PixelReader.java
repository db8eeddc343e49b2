package oriel.desktop.x11.screen;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.Answer;
import oriel.desktop.x11.client.Receiver;
import oriel.desktop.x11.client.RequestFailedException;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Shm;
import oriel.system.SharedMemory;

/**
 * Copies pixels of the root window: the server puts the asked area into shared memory, from there it goes into the reader's array.
 * One read at a time; a read allocates nothing. A server that does not answer costs one reader {@link #PATIENCE}; until it does answer,
 * others do not wait at all.
 */
final class PixelReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PixelReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ValueLayout.OfInt PIXEL = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PIXEL_BYTES = 4;
    private static final int RGB = 0xFFFFFF;

    /** Room for strips of 128 rows of the widest screen; what is larger is read in parts. */
    private static final int ROOM = Size.LARGEST * 128 * PIXEL_BYTES;

    private final XConnection connection;
    private final Shm.Grab grab;
    private final SharedMemory memory;
    private final Runnable recovered;
    private final ReentrantLock lock = new ReentrantLock();
    private final Reply reply = new Reply();
    private volatile boolean closed;

    private PixelReader(XConnection connection, Shm.Grab grab, SharedMemory memory, Runnable recovered) {
        this.connection = connection;
        this.grab = grab;
        this.memory = memory;
        this.recovered = recovered;
    }

    /** The reply to the one grab that is under way. It may come when nobody waits for it any more. */
    private final class Reply implements Receiver<Boolean> {
        private final Answer<Boolean> answer = new Answer<>();
        /** Somebody has stopped waiting, and the server may still write into the memory. */
        private volatile boolean late;

        @Override
        public void received(Boolean done) {
            answer.received(done);
            caughtUp();
        }

        @Override
        public void failed(IOException why) {
            answer.failed(why);
            caughtUp();
        }

        private void caughtUp() {
            if (late) {
                late = false;
                recovered.run();
            }
        }
    }

    /**
     * Gets ready.
     *
     * @param uid       user the server runs as
     * @param recovered called when a server that did not answer has done so: what was read meanwhile is not the picture
     */
    static PixelReader open(XConnection connection, int uid, Runnable recovered) throws IOException {
        Shm shm = Shm.of(connection);
        SharedMemory memory = SharedMemory.create(ROOM, uid);
        int segment = connection.newId();
        try {
            try {
                connection.send(shm.attach(segment, memory.id()));
                connection.sync();
                probe(connection, shm.grab(connection.root(), segment));
            } finally {
                memory.remove(); // from here on it ends with its users, however they end
            }
        } catch (IOException e) {
            memory.close();
            throw e instanceof RequestFailedException
                    ? new IOException("the X server cannot share memory with this program", e)
                    : e;
        }
        return new PixelReader(connection, shm.grab(connection.root(), segment), memory, recovered);
    }

    private static void probe(XConnection connection, Shm.Grab grab) throws IOException {
        grab.area(0, 0, 1, 1);
        connection.ask(grab);
    }

    /**
     * Copies an area that lies on the screen, as {@code 0x00RRGGBB}.
     *
     * @return false if it could not be had: the array has anything
     */
    boolean read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        lock.lock();
        try {
            int most = ROOM / PIXEL_BYTES / width;
            for (int row = 0; row < height; row += most) {
                int rows = Math.min(most, height - row);
                if (closed || !fetch(x, y + row, width, rows)) {
                    return false;
                }
                copy(width, rows, into, offset + row * stride, stride);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean fetch(int x, int y, int width, int height) {
        if (reply.late) {
            return false;
        }
        reply.answer.reset();
        grab.area(x, y, width, height);
        connection.ask(grab, reply);
        try {
            reply.answer.await(PATIENCE);
            return true;
        } catch (RequestFailedException e) {
            LOG.debug("An area of {}x{} at {},{} could not be read: {}.", width, height, x, y, e.getMessage());
            return false; // the screen has become smaller meanwhile
        } catch (IOException e) {
            if (!reply.answer.isDone()) {
                reply.late = true;
                if (reply.answer.isDone()) {
                    reply.caughtUp();
                } else {
                    LOG.debug("Pixels were not waited for: {}.", e.getMessage());
                }
            }
            return false;
        }
    }

    private void copy(int width, int height, int[] into, int offset, int stride) {
        MemorySegment pixels = memory.bytes();
        if (stride == width) {
            MemorySegment.copy(pixels, PIXEL, 0, into, offset, width * height);
            mask(into, offset, width * height);
            return;
        }
        for (int row = 0; row < height; row++) {
            MemorySegment.copy(pixels, PIXEL, (long) row * width * PIXEL_BYTES, into, offset + row * stride, width);
            mask(into, offset + row * stride, width);
        }
    }

    /** The bits above the colours are whatever programs have left there. */
    private static void mask(int[] pixels, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            pixels[i] &= RGB;
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            memory.close();
        } finally {
            lock.unlock();
        }
    }
}
