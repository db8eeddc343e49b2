package oriel.desktop.x11.client;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A connection to an X server. {@link #send} never waits, {@link #ask} waits for the reply, events go to who listens. Safe to use from
 * many threads; requests reach the server in the order in which they were sent. It has two virtual threads of its own: one writes, one
 * reads and calls listeners and receivers, which return at once and do not wait for replies.
 */
public final class XConnection implements AutoCloseable {

    /** How long an answer of the server is waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(XConnection.class);
    private static final int LONGEST_EVENT = 64 * 1024;
    private static final int PACKET = 32;
    private static final int ERROR = 0;
    private static final int REPLY = 1;
    private static final int KEYMAP_NOTIFY = 11;
    /** Sequence numbers have 16 bits on the wire: after so many requests without a query an answer is asked for. */
    private static final int MOST_UNANSWERED = 60_000;
    /** The longest request with BIG-REQUESTS that is made use of, in units of four bytes. */
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    private static final Receiver<Boolean> IGNORE = reply -> {};

    private final SocketChannel channel;
    private final String purpose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Outgoing outgoing = new Outgoing(lock);
    private final Outstanding outstanding = new Outstanding();
    private final Answer<ServerSetup> opening = new Answer<>();
    private final AtomicInteger nextId = new AtomicInteger();
    private final Map<String, Integer> atoms = new ConcurrentHashMap<>();
    private final Map<String, Optional<Extension>> extensions = new ConcurrentHashMap<>();
    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<IOException>> mourners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread reader;
    private volatile @Nullable IOException ended;
    private @Nullable ServerSetup setup;
    private int longestRequest;
    private long sent;
    private long lastQuery;
    private long seen;

    private static final class Listener<E> {
        private final EventType<E> type;
        private final Consumer<? super E> consumer;

        Listener(EventType<E> type, Consumer<? super E> consumer) {
            this.type = type;
            this.consumer = consumer;
        }

        boolean hears(int code, WireReader in) {
            return type.code() == code
                    && (code != EventType.GENERIC
                            || (in.peek(1, "extension") == type.extension()
                                    && (in.peek(8, "evtype") | in.peek(9, "evtype") << 8) == type.number()));
        }

        void hear(WireReader in) {
            consumer.accept(type.decoder().apply(in));
        }
    }

    private XConnection(SocketChannel channel, String purpose) {
        this.channel = channel;
        this.purpose = purpose;
    }

    /**
     * Connects.
     *
     * @param socket  the server's Unix socket, e.g. {@code /tmp/.X11-unix/X10}
     * @param cookie  secret of MIT-MAGIC-COOKIE-1; empty = none is needed
     * @param purpose a word for logs and names of threads, e.g. {@code clipboard}
     * @return the connection; the caller closes it
     * @throws IOException if the server cannot be reached, refuses or stays silent
     */
    public static XConnection open(Path socket, byte[] cookie, String purpose) throws IOException {
        var connection = new XConnection(SocketChannel.open(java.net.StandardProtocolFamily.UNIX), purpose);
        try {
            connection.start(socket, cookie.clone());
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private void start(Path socket, byte[] cookie) throws IOException {
        reader = Thread.ofVirtual().name("x11-" + purpose).start(() -> read(socket, cookie));
        ServerSetup known = opening.await(PATIENCE);
        setup = known;
        longestRequest = known.longestRequest();
        Optional<Extension> big = extension("BIG-REQUESTS");
        if (big.isPresent()) {
            int longest = ask(Query.of(out -> big.get().head(out, 0), in -> {
                Query.head(in);
                return in.i32("maximum-request-length");
            }));
            longestRequest = longest <= 0 ? LARGEST_REQUEST : Math.clamp(longest, longestRequest, LARGEST_REQUEST);
        }
    }

    /** What the server said about itself. */
    public ServerSetup setup() {
        ServerSetup known = setup;
        if (known == null) {
            throw new IllegalStateException("not connected yet");
        }
        return known;
    }

    /** The root window of the first screen. */
    public int root() {
        return setup().screen().root();
    }

    /** The longest request the server takes, in bytes. */
    public int longestRequest() {
        return 4 * longestRequest;
    }

    /** An id for a new resource: a window, a graphics context, a region. */
    public int newId() {
        int number = nextId.incrementAndGet();
        int mask = setup().idMask();
        if (number > mask >>> Integer.numberOfTrailingZeros(mask)) {
            throw new IllegalStateException("all resource ids are used up");
        }
        return setup().idBase() | number << Integer.numberOfTrailingZeros(mask);
    }

    /**
     * Sends a request that has no reply. Nothing happens on a connection that has ended; an error that the server answers with is logged.
     *
     * @param request what is asked for
     */
    public void send(Request request) {
        lock.lock();
        try {
            if (ended == null) {
                push(request);
                if (sent - lastQuery > MOST_UNANSWERED) {
                    enqueue(new Sync(), IGNORE);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a query and has the reply brought.
     *
     * @param query    what is asked for
     * @param receiver takes the reply, or the failure, on the thread that reads
     */
    public <R> void ask(Query<R> query, Receiver<? super R> receiver) {
        IOException over;
        lock.lock();
        try {
            over = ended;
            if (over == null) {
                enqueue(query, receiver);
            }
        } finally {
            lock.unlock();
        }
        if (over != null) {
            receiver.failed(over);
        }
    }

    /**
     * Sends a query and waits for the reply, not on the thread that reads.
     *
     * @param query what is asked for
     * @return what the reply says
     * @throws RequestFailedException if the server answered with an error
     * @throws IOException            if the connection has ended, the server does not answer or the thread was interrupted
     */
    public <R> R ask(Query<R> query) throws IOException {
        if (Thread.currentThread() == reader) {
            throw new IllegalStateException("the thread that reads the X server cannot wait for it");
        }
        Answer<R> answer = new Answer<>();
        ask(query, answer);
        return answer.await(PATIENCE);
    }

    /** Waits until the server has done everything that was sent before. */
    public void sync() throws IOException {
        ask(new Sync());
    }

    private <R> void enqueue(Query<R> query, Receiver<? super R> receiver) {
        push(query);
        lastQuery = sent;
        outstanding.add(sent, query, receiver);
    }

    /** Writes a request behind the others; fills its length in. */
    private void push(Request request) {
        WireWriter out = outgoing.writer();
        int start = out.size();
        boolean whole = false;
        try {
            request.encode(out);
            out.pad(-(out.size() - start) & 3);
            frame(out, start);
            whole = true;
        } finally {
            if (!whole) {
                out.truncate(start);
            }
        }
        sent++;
        outgoing.pushed();
        if (outgoing.isOverfull()) {
            ended = new IOException("the X server does not read what it is sent");
            close();
        }
    }

    private void frame(WireWriter out, int start) {
        int units = (out.size() - start) / 4;
        if (units > Math.max(longestRequest, 64)) {
            throw new IllegalArgumentException("a request of " + 4L * units + " bytes is too long for the X server");
        }
        if (units <= 0xFFFF) {
            out.setU16(start + 2, units);
        } else {
            out.insert(start + 4, 4).setI32(start + 4, units + 1);
        }
    }

    /**
     * Listens to events.
     *
     * @param type     which
     * @param consumer hears them one after another on the thread that reads: it returns at once and does not wait for replies
     * @return ends the listening
     */
    public <E> Listening on(EventType<E> type, Consumer<? super E> consumer) {
        var listener = new Listener<E>(type, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Hears when the connection ends by itself: the server has gone, or sent what makes no sense. At once if that was before.
     *
     * @param mourner hears why, once, on the thread that reads; not after {@link #close}
     */
    public void onEnd(Consumer<IOException> mourner) {
        IOException over;
        lock.lock();
        try {
            over = ended;
            if (over == null) {
                mourners.add(mourner);
            }
        } finally {
            lock.unlock();
        }
        if (over != null && !(over instanceof ClosedHere)) {
            mourner.accept(over);
        }
    }

    /**
     * Number of an atom; made if the server does not know it. Asked once per connection.
     *
     * @param name e.g. {@code UTF8_STRING}
     */
    public int atom(String name) throws IOException {
        Integer known = atoms.get(name);
        if (known != null) {
            return known;
        }
        int atom = ask(new Atom.Intern(name));
        atoms.put(name, atom);
        return atom;
    }

    /**
     * An extension. Asked once per connection.
     *
     * @param name as the specifications spell it, e.g. {@code XTEST}
     * @return empty if the server does not have it
     */
    public Optional<Extension> extension(String name) throws IOException {
        Optional<Extension> known = extensions.get(name);
        if (known == null) {
            known = ask(new Extension.Ask(name));
            extensions.put(name, known);
        }
        return known;
    }

    /** An extension that cannot be done without. */
    public Extension require(String name) throws IOException {
        return extension(name).orElseThrow(() -> new IOException("the X server has no extension " + name));
    }

    /** Whether the connection has ended. */
    public boolean isEnded() {
        return ended != null;
    }

    /** Ends the connection; who waits for replies is told. Closing twice is no error. */
    @Override
    public void close() {
        end(new ClosedHere());
    }

    private static final class ClosedHere extends IOException {
        private static final long serialVersionUID = 1;

        ClosedHere() {
            super("the connection to the X server was closed");
        }
    }

    private void end(IOException why) {
        List<Outstanding.Entry> unanswered;
        IOException reason;
        lock.lock();
        try {
            reason = ended == null ? why : ended;
            ended = reason;
            unanswered = outstanding.takeAll();
        } finally {
            lock.unlock();
        }
        outgoing.close();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The connection to the X server for {} did not close: {}.", purpose, e.getMessage());
        }
        opening.failed(reason);
        unanswered.forEach(entry -> entry.fail(reason));
    }

    // --- the two threads
    // ------------------------------------------------------------------------------------------------

    private void read(Path socket, byte[] cookie) {
        IOException why;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var in = new Incoming(channel);
            opening.received(shakeHands(in, cookie));
            Thread.ofVirtual().name("x11-" + purpose + "-writer").start(this::write);
            why = packets(in);
        } catch (IOException e) {
            why = e;
        } catch (MalformedPduException e) {
            why = new IOException("the X server sent what makes no sense: " + e.getMessage(), e);
        }
        end(why);
        IOException reason = ended;
        if (reason != null && !(reason instanceof ClosedHere)) {
            LOG.debug("The connection to the X server for {} has ended: {}.", purpose, reason.getMessage());
            mourners.forEach(mourner -> mourner.accept(reason));
        }
    }

    private ServerSetup shakeHands(Incoming in, byte[] cookie) throws IOException {
        var hello = new WireWriter();
        ServerSetup.ask(hello, cookie);
        ByteBuffer bytes = ByteBuffer.wrap(hello.array(), 0, hello.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return ServerSetup.decode(in.take(ServerSetup.length(in.peek(ServerSetup.HEAD))));
    }

    private void write() {
        try {
            outgoing.drainTo(channel);
        } catch (IOException e) {
            LOG.debug("Writing to the X server for {} failed: {}.", purpose, e.getMessage());
            end(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IOException packets(Incoming in) throws IOException {
        while (true) {
            WireReader packet = in.peek(PACKET).named("packet", "X Protocol 1");
            int code = packet.peek(0, "code");
            switch (code) {
                case ERROR -> error(in.take(PACKET));
                case REPLY -> reply(in, packet);
                default -> event(code & 0x7F, in, packet);
            }
        }
    }

    private long sequence(WireReader packet) {
        long low = packet.peek(2, "sequence number") | (long) packet.peek(3, "sequence number") << 8;
        long sequence = (seen & ~0xFFFFL) | low;
        if (sequence < seen) {
            sequence += 0x10000;
        }
        seen = sequence;
        return sequence;
    }

    private void error(WireReader packet) {
        long sequence = sequence(packet);
        XError error = XError.decode(packet);
        Outstanding.Entry entry = take(sequence, true);
        if (entry == null) {
            LOG.debug("The X server answered what was sent for {} with {}.", purpose, error);
            return;
        }
        entry.fail(new RequestFailedException(error));
        recycle(entry);
    }

    private void reply(Incoming in, WireReader packet) throws IOException {
        Outstanding.Entry entry = take(sequence(packet), false);
        if (entry == null) {
            throw packet.malformed("sequence number", "that of a query", seen);
        }
        long length = PACKET + 4 * length(packet);
        long rest = 0;
        try {
            if (length > entry.longest()) {
                throw packet.malformed("reply length", "at most " + entry.longest(), length);
            }
            int wanted = (int) Math.min(length, Math.max(PACKET, entry.wanted()));
            WireReader wholeOrStart = in.take(wanted).named("reply", "X Protocol 1");
            rest = length - wanted;
            entry.answer(wholeOrStart);
        } catch (MalformedPduException e) {
            entry.fail(new IOException(e.getMessage(), e));
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A reply of the X server could not be taken.", e);
            entry.fail(new IOException("the reply of the X server could not be taken", e));
        }
        in.skip(rest);
        recycle(entry);
    }

    private static long length(WireReader packet) {
        return packet.peek(4, "length")
                | packet.peek(5, "length") << 8
                | packet.peek(6, "length") << 16
                | (long) packet.peek(7, "length") << 24;
    }

    private void event(int code, Incoming in, WireReader packet) throws IOException {
        if (code != KEYMAP_NOTIFY) {
            sequence(packet);
        }
        int length = PACKET;
        if (code == EventType.GENERIC) {
            long all = PACKET + 4 * length(packet);
            if (all > LONGEST_EVENT) {
                throw packet.malformed("length of a generic event", "at most " + LONGEST_EVENT, all);
            }
            length = (int) all;
        }
        WireReader whole = in.take(length);
        byte[] bytes = whole.array();
        int at = whole.arrayOffset();
        for (Listener<?> listener : listeners) {
            whole.reset(bytes, at, length).named("event " + code, "X Protocol 10");
            if (listener.hears(code, whole)) {
                hear(listener, whole);
            }
        }
    }

    private void hear(Listener<?> listener, WireReader whole) {
        try {
            listener.hear(whole);
        } catch (MalformedPduException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A listener to {} of the X server failed.", listener.type.name(), e);
        }
    }

    private Outstanding.@Nullable Entry take(long sequence, boolean last) {
        lock.lock();
        try {
            return outstanding.isSkippedAt(sequence) ? null : outstanding.take(sequence, last);
        } finally {
            lock.unlock();
        }
    }

    private void recycle(Outstanding.Entry entry) {
        lock.lock();
        try {
            outstanding.recycle(entry);
        } finally {
            lock.unlock();
        }
    }
}
