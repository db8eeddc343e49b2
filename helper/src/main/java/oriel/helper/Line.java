package oriel.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FrameStream;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.ToHelper;

/**
 * The channel to the helper: one thread writes, one reads and hands each message to the exchange it belongs to. Nobody waits
 * for a helper that is gone, and nobody waits for ever for one that hangs.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int MOST_WAITING = 1024;
    private static final long PATIENCE_SECONDS = 10;
    private static final byte[] CLOSE = new byte[0];

    private final InputStream in;
    private final OutputStream out;
    private final BlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<Integer, Consumer<FromHelper>> exchanges = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CompletableFuture<String> gone = new CompletableFuture<>();
    private final CompletableFuture<FromHelper.Welcome> welcome = new CompletableFuture<>();

    /** Numbers go out in the order they are given: the helper takes none that is smaller than one before. */
    private final Object order = new Object();

    Line(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
        Thread.ofPlatform().daemon().name("helper-writer").start(this::write);
        Thread.ofPlatform().daemon().name("helper-reader").start(this::read);
    }

    private void write() {
        try (out) {
            for (byte[] frame = outgoing.take(); frame.length > 0; frame = outgoing.take()) {
                FrameStream.send(out, frame);
            }
        } catch (IOException e) {
            end("the helper takes nothing any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        String why = "the helper has ended";
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                hand(next.get());
            }
        } catch (IOException e) {
            why = "the helper says what it must not: " + e.getMessage();
        }
        end(why);
    }

    private Optional<FromHelper> next() throws IOException {
        return FrameStream.read(in, FromHelper::decode);
    }

    private void hand(FromHelper message) {
        if (message instanceof FromHelper.Welcome greeting) {
            welcome.complete(greeting);
            return;
        }
        Consumer<FromHelper> exchange = exchanges.get(message.id());
        if (exchange == null) {
            LOG.debug("Nobody waits for {} of the helper.", message.getClass().getSimpleName());
        } else {
            exchange.accept(message);
        }
    }

    private void end(String why) {
        if (gone.complete(why)) {
            welcome.completeExceptionally(new HelperGoneException(why));
            FromHelper failed = new FromHelper.Failed(1, why, java.util.List.of());
            exchanges.values().forEach(exchange -> exchange.accept(failed));
        }
    }

    /** Calls back with the reason when the helper is gone, also at once. */
    void whenGone(Consumer<String> heard) {
        var _ = gone.thenAccept(heard);
    }

    /** Completes with the reason when the helper is gone. */
    CompletableFuture<String> gone() {
        return gone;
    }

    CompletableFuture<FromHelper.Welcome> welcome() {
        return welcome;
    }

    /** Makes the first message of an exchange. */
    interface First {
        ToHelper with(int id);
    }

    /** Begins an exchange: what the helper says in it goes to {@code heard}, which must not block. */
    int begin(First first, Consumer<FromHelper> heard) throws IOException, InterruptedException {
        synchronized (order) {
            int id = numbers.incrementAndGet();
            exchanges.put(id, heard);
            try {
                send(first.with(id));
            } catch (IOException | InterruptedException e) {
                exchanges.remove(id);
                throw e;
            }
            return id;
        }
    }

    /** What is said in an exchange that was begun goes to somebody else. */
    void listen(int id, Consumer<FromHelper> heard) {
        exchanges.put(id, heard);
        if (gone.isDone()) {
            heard.accept(new FromHelper.Over(id));
        }
    }

    /** Nothing more is expected in an exchange. */
    void forget(int id) {
        exchanges.remove(id);
    }

    /** Sends a message. */
    void send(ToHelper message) throws IOException, InterruptedException {
        byte[] frame = FrameStream.frame(message::encode);
        if (gone.isDone() || !outgoing.offer(frame, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            Arrays.fill(frame, (byte) 0);
            throw new HelperGoneException(gone.getNow("the helper does not answer"));
        }
    }

    /** Sends what nobody waits for; where it cannot be sent it is of no use either. */
    void tell(ToHelper message) {
        if (!outgoing.offer(FrameStream.frame(message::encode))) {
            LOG.warn("The helper takes no {}.", message.getClass().getSimpleName());
        }
    }

    /** Hangs up: the helper ends everything and itself. */
    void close() {
        if (!outgoing.offer(CLOSE)) {
            outgoing.clear();
            outgoing.add(CLOSE);
        }
    }
}
