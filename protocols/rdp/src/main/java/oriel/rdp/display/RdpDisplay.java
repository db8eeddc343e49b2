package oriel.rdp.display;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;
import oriel.rdp.codec.update.PlaySound;
import oriel.rdp.codec.update.SlowPathType;
import oriel.rdp.codec.update.UpdateBatch;

/**
 * The display of one client connection: shows the screen of the session that has the connection's video endpoint open.
 *
 * <p>It outlives a change of session. Every {@code GetVideoHandle} gets an {@link #endpoint()} of its own, while what the
 * client is known to show stays here, so that only what differs is sent. One virtual thread, started by the first
 * {@link #configure}, does all the work: it waits for damage, plans, encodes and writes. The write blocks while the client
 * does not take its bytes; what changes meanwhile is collected as damage and never queued as pictures.
 *
 * <p>All public methods may be called from any thread and return at once.
 */
public final class RdpDisplay implements AutoCloseable {

    /** Time between the beginnings of two pictures: 60 per second. */
    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    /** Time that a size of the client's desktop stands at least; meanwhile it shows what fits of a screen of another size. */
    private static final long SIZE_NANOS = 100_000_000L;

    private static final long NO_POSITION = -1;
    private static final long NO_BELL = 0;

    private final String name;
    private final UpdateOutput output;
    private final DisplayHost host;
    private final DisplayCounters counters = new DisplayCounters();

    private final AtomicReference<@Nullable Thread> pump = new AtomicReference<>();
    private final AtomicReference<@Nullable DisplayParameters> nextParameters = new AtomicReference<>();
    private final AtomicReference<@Nullable Attachment> attachment = new AtomicReference<>();
    private final AtomicReference<@Nullable CursorShape> nextCursor = new AtomicReference<>();
    private final AtomicLong nextPosition = new AtomicLong(NO_POSITION);
    private final AtomicLong nextBell = new AtomicLong(NO_BELL);
    private volatile @Nullable ClientPicture picture;
    private volatile boolean held;
    private volatile boolean resizing;
    private volatile boolean suppressed;
    private volatile boolean closed;

    /** The screen's size that the host does not want to follow; used by the pump only. */
    private @Nullable Size declined;

    /** When the client was last asked to follow a screen of another size; used by the pump only. */
    private long resizedAt = System.nanoTime() - SIZE_NANOS;

    /** How long until it may be asked again, if it must be; used by the pump only. */
    private long untilResize;

    /**
     * Makes a display that is silent until {@link #configure}.
     *
     * @param name   name of the display's thread
     * @param output takes the updates
     * @param host   hears of changes of size and of failure
     */
    public RdpDisplay(String name, UpdateOutput output, DisplayHost host) {
        this.name = name;
        this.output = output;
        this.host = host;
    }

    /**
     * Makes an endpoint for one attachment of the connection to a session. Opening it takes the place of the one opened
     * before; closing it leaves the client with the last picture.
     *
     * @return a new endpoint
     */
    public VideoEndpoint endpoint() {
        return new Attachment(this);
    }

    /**
     * The client is ready for output with these parameters: after the first finalization (from {@code ConnectNotify} on) and
     * after each further one. Ends {@link #hold}. The whole picture, the palette and the pointer are sent anew.
     *
     * @param parameters what the client takes
     */
    public void configure(DisplayParameters parameters) {
        nextParameters.set(parameters);
        held = false;
        resizing = false;
        if (pump.get() == null && !closed) {
            Thread thread = Thread.ofVirtual().name(name).unstarted(this::run);
            if (pump.compareAndSet(null, thread)) {
                thread.start();
                return;
            }
        }
        wake();
    }

    /** No output until {@link #configure}: a deactivation is about to be sent. One write may still be under way. */
    public void hold() {
        held = true;
    }

    /** The client wants no pictures: Suppress Output PDU, SUPPRESS_DISPLAY_UPDATES. Pointer and bell still go out. */
    public void suppress() {
        suppressed = true;
    }

    /** The client wants pictures again: Suppress Output PDU, ALLOW_DISPLAY_UPDATES. Everything is sent anew. */
    public void allow() {
        ClientPicture shown = picture;
        if (suppressed && shown != null) {
            shown.planner.doubt(0, 0, shown.parameters.width(), shown.parameters.height());
        }
        suppressed = false;
        wake();
    }

    /**
     * The client has lost an area: Refresh Rect PDU.
     *
     * @param x      left edge, in pixels; what lies outside the picture is ignored
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels
     */
    public void refresh(int x, int y, int width, int height) {
        ClientPicture shown = picture;
        if (shown != null) {
            shown.planner.doubt(x, y, width, height);
            wake();
        }
    }

    /**
     * Tells the session that is shown which monitors the client has now, unless it has been told.
     *
     * @param layout how they lie
     */
    public void monitors(MonitorLayout layout) {
        Attachment current = attachment.get();
        if (current != null) {
            current.tell(layout);
        }
    }

    /**
     * What was sent so far.
     *
     * @return a snapshot
     */
    public DisplayStatistics statistics() {
        ClientPicture shown = picture;
        return counters.snapshot(shown == null ? "" : shown.codec());
    }

    /** Ends the display. A write that is under way ends with the connection. Closing twice is no error. */
    @Override
    public void close() {
        closed = true;
        Attachment current = attachment.getAndSet(null);
        if (current != null) {
            current.detach();
        }
        wake();
    }

    void attach(Attachment opened) {
        if (closed) {
            opened.detach();
            return;
        }
        Attachment before = attachment.getAndSet(opened);
        if (before != null && before != opened) {
            before.detach();
        }
        nextCursor.set(opened.screen().cursor());
        damageAll();
        wake();
    }

    void detach(Attachment closing) {
        attachment.compareAndSet(closing, null);
    }

    private void damageAll() {
        ClientPicture shown = picture;
        if (shown != null) {
            shown.planner.damage(0, 0, shown.parameters.width(), shown.parameters.height());
        }
    }

    void damaged(Attachment from, int x, int y, int width, int height) {
        ClientPicture shown = picture;
        if (shown != null && attachment.get() == from) {
            if (shown.planner.damage(x, y, width, height)) {
                wake();
            }
        }
    }

    void resized(Attachment from) {
        if (attachment.get() == from) {
            damageAll();
            wake();
        }
    }

    void cursorChanged(Attachment from, CursorShape shape) {
        if (attachment.get() == from) {
            nextCursor.set(shape);
            wake();
        }
    }

    void cursorMoved(Attachment from, int x, int y) {
        if (attachment.get() == from) {
            nextPosition.set((long) Math.clamp(x, 0, 0xFFFF) << 16 | Math.clamp(y, 0, 0xFFFF));
            wake();
        }
    }

    void bell(Attachment from, int hertz, int milliseconds) {
        if (attachment.get() == from) {
            nextBell.set((long) milliseconds << 32 | hertz);
            wake();
        }
    }

    private void wake() {
        LockSupport.unpark(pump.get());
    }

    private void run() {
        try {
            long nextFrame = System.nanoTime();
            while (!closed) {
                ClientPicture shown = client();
                if (shown == null || held || resizing || !fitsScreen(shown)) {
                    park(Long.MAX_VALUE);
                    continue;
                }
                long wait = nextFrame - System.nanoTime();
                boolean wanted = isPictureWanted(shown);
                if (wanted && wait <= 0) {
                    nextFrame = System.nanoTime() + FRAME_NANOS;
                    frame(shown, true);
                } else if (isPointerOrBellWanted(shown)) {
                    frame(shown, false);
                } else {
                    park(Math.min(wanted ? wait : Long.MAX_VALUE, untilResize));
                }
            }
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                close();
                host.displayFailed(e);
            }
        }
    }

    private void park(long nanos) {
        LockSupport.parkNanos(this, nanos);
    }

    /** The client's picture, made anew when the client was configured. */
    private @Nullable ClientPicture client() {
        DisplayParameters parameters = nextParameters.getAndSet(null);
        if (parameters != null) {
            picture = new ClientPicture(parameters);
            declined = null;
            Attachment current = attachment.get();
            if (current != null) {
                nextCursor.compareAndSet(null, current.screen().cursor());
            }
        }
        return picture;
    }

    /** Asks the host to follow a screen of another size, but not as often as a screen may change it. */
    private boolean fitsScreen(ClientPicture shown) {
        untilResize = Long.MAX_VALUE;
        Attachment current = attachment.get();
        if (current == null) {
            return true;
        }
        Size size = current.screen().size();
        if (size.equals(shown.planner.size()) || size.equals(declined)) {
            return true;
        }
        long now = System.nanoTime();
        if (now - resizedAt < SIZE_NANOS) {
            untilResize = resizedAt + SIZE_NANOS - now;
            return true;
        }
        resizedAt = now;
        resizing = true;
        if (host.resizeWanted(size)) {
            // Silent until configure(), which may have come already.
            return !resizing;
        }
        declined = size;
        resizing = false;
        return true;
    }

    private boolean isPictureWanted(ClientPicture shown) {
        return !suppressed && attachment.get() != null && !shown.planner.isIdle();
    }

    private boolean isPointerOrBellWanted(ClientPicture shown) {
        return nextCursor.get() != null
                || nextPosition.get() != NO_POSITION
                || nextBell.get() != NO_BELL
                || shown.isPaletteDue();
    }

    private void frame(ClientPicture shown, boolean withPicture) throws IOException {
        FrameEncoder encoder = FrameEncoder.borrow();
        try {
            encoder.begin(shown, this);
            pointer(shown, encoder);
            if (withPicture) {
                picture(shown, encoder);
            }
            encoder.end();
            bell(shown);
        } finally {
            encoder.giveBack();
        }
    }

    private void pointer(ClientPicture shown, FrameEncoder encoder) {
        CursorShape shape = nextCursor.getAndSet(null);
        if (shape != null) {
            shown.pointers.show(shape, encoder.batch());
        }
        long position = nextPosition.getAndSet(NO_POSITION);
        if (position != NO_POSITION) {
            shown.pointers.move((int) (position >> 16), (int) position & 0xFFFF, encoder.batch());
        }
    }

    private void picture(ClientPicture shown, FrameEncoder encoder) throws IOException {
        Attachment current = attachment.get();
        if (current == null) {
            return;
        }
        try {
            if (shown.planner.plan(current.screen(), encoder)) {
                counters.countFrame();
            }
        } catch (RuntimeException e) {
            if (attachment.get() == current) {
                throw e;
            }
            // The session took its screen back while it was read; the next screen is sent whole.
            shown.planner.doubt(0, 0, shown.parameters.width(), shown.parameters.height());
        }
    }

    private void bell(ClientPicture shown) throws IOException {
        long bell = nextBell.getAndSet(NO_BELL);
        if (bell == NO_BELL || !shown.parameters.soundBeeps() || held) {
            return;
        }
        byte[] payload = new PlaySound((int) (bell >> 32), (int) bell).toByteArray();
        output.slowPath(SlowPathType.PDU_PLAY_SOUND, payload, 0, payload.length);
        output.flush();
        counters.countBytes(0, payload.length);
    }

    /** Sends what a batch holds, unless the client is about to be configured anew: it will get everything then. */
    void send(ClientPicture shown, UpdateBatch batch, long bytesBefore) throws IOException {
        batch.finish();
        if (batch.length() == 0 || held || closed) {
            batch.clear();
            return;
        }
        if (shown.parameters.fastPathOutput()) {
            output.fastPath(batch.array(), 0, batch.length());
        } else {
            for (int i = 0; i < batch.pdus(); i++) {
                output.slowPath(batch.pduType2(i), batch.array(), batch.pduOffset(i), batch.pduLength(i));
            }
        }
        output.flush();
        counters.countBytes(bytesBefore, batch.length());
        batch.clear();
    }
}
