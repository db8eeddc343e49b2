package oriel.desktop.x11.clipboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.Selection;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;

/**
 * Asks owners of selections for what they hold (ICCCM 2.4, 2.7.2). Each question has a window of its own, which is destroyed
 * afterwards: an owner that answers too late answers nobody.
 */
final class SelectionReader {

    /** How long an owner may take to answer at all, and between two pieces. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** How long the whole of it may take. */
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 8;
    private static final int SLICE = 1024 * 1024;

    private final XConnection server;
    private final Targets targets;
    private final int property;
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
    private final Map<Integer, Question> questions = new ConcurrentHashMap<>();

    /** What an owner has answered. */
    record Fetched(int type, int format, byte[] bytes) {}

    SelectionReader(XConnection server, Targets targets) throws IOException {
        this.server = server;
        this.targets = targets;
        property = server.atom("ORIEL_SELECTION");
        server.on(Selection.Notify.TYPE, this::answered);
        server.on(Property.Notify.TYPE, this::changed);
        server.onEnd(this::ended);
    }

    private void answered(Selection.Notify answer) {
        Question question = questions.get(answer.requestor());
        if (question != null) {
            question.answer.complete(answer);
        }
    }

    private void changed(Property.Notify change) {
        Question question = questions.get(change.window());
        if (question != null && change.atom() == property && !change.deleted()) {
            question.values.release();
        }
    }

    private void ended(IOException why) {
        questions.values().forEach(question -> question.answer.completeExceptionally(why));
    }

    /**
     * Asks and waits for the answer.
     *
     * @param selection atom of the selection
     * @param target    atom of the form
     * @param time      as of when
     * @param limit     the most bytes that are taken
     * @return what the owner has answered; empty = it does not have this form
     * @throws IOException if it does not answer in time, or with more than the limit
     */
    Optional<Fetched> read(int selection, int target, int time, int limit) throws IOException {
        if (!slots.tryAcquire()) {
            throw new IOException("too much is being read from the session's programs at once");
        }
        int window = server.newId();
        var question = new Question(window, limit);
        questions.put(window, question);
        server.send(Window.Create.hidden(window, server.root(), Window.PROPERTY_CHANGE));
        try {
            server.send(new Selection.Convert(window, selection, target, property, time));
            return question.await();
        } finally {
            questions.remove(window);
            server.send(new Window.Destroy(window));
            slots.release();
        }
    }

    /** One question, on the thread of who asks. */
    private final class Question {

        private final int window;
        private final int limit;
        private final long end = System.nanoTime() + WHOLE.toNanos();
        private final CompletableFuture<Selection.Notify> answer = new CompletableFuture<>();

        /** As many as values have been written to the property. */
        private final Semaphore values = new Semaphore(0);

        Question(int window, int limit) {
            this.window = window;
            this.limit = limit;
        }

        Optional<Fetched> await() throws IOException {
            try {
                if (answer.get(ANSWER.toNanos(), TimeUnit.NANOSECONDS).property() == 0) {
                    return Optional.empty();
                }
                Property first = take();
                if (!first.exists()) {
                    throw new IOException("the program that copied it has answered without content");
                }
                return Optional.of(first.type() == targets.incr() ? pieces(first) : fetched(first));
            } catch (TimeoutException e) {
                throw new IOException("the program that copied it does not answer", e);
            } catch (ExecutionException e) {
                throw new IOException("the X server has gone", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while a program of the session was asked");
            }
        }

        private Fetched fetched(Property whole) throws IOException {
            if (whole.value().length() > limit) {
                throw tooLong();
            }
            return new Fetched(whole.type(), whole.format(), whole.value().toArray());
        }

        private Fetched pieces(Property announced) throws IOException, InterruptedException {
            int[] size = announced.numbers();
            if (size.length > 0 && size[0] > limit) {
                throw tooLong();
            }
            var bytes = new ByteArrayOutputStream();
            while (values.tryAcquire(ANSWER.toNanos(), TimeUnit.NANOSECONDS) && System.nanoTime() < end) {
                Property piece = take();
                if (piece.exists() && piece.value().length() == 0) {
                    return new Fetched(piece.type(), piece.format(), bytes.toByteArray());
                }
                if (bytes.size() + piece.value().length() > limit) {
                    throw tooLong();
                }
                bytes.writeBytes(piece.value().toArray());
            }
            throw new IOException("the program that copied it does not go on");
        }

        /** Takes the property away; in slices, so that a long one is not held twice. */
        private Property take() throws IOException {
            Property first = server.ask(new Property.Get(window, property, 0, 0, SLICE / 4, true));
            if (first.after() == 0) {
                return first;
            }
            if (Integer.compareUnsigned(first.after(), limit) > 0) {
                throw tooLong();
            }
            var bytes = new ByteArrayOutputStream(first.value().length() + first.after());
            bytes.writeBytes(first.value().toArray());
            Property slice = first;
            while (slice.after() != 0) {
                slice = server.ask(new Property.Get(window, property, 0, bytes.size() / 4, SLICE / 4, true));
                if (slice.value().length() == 0 || bytes.size() + slice.value().length() > limit) {
                    throw tooLong();
                }
                bytes.writeBytes(slice.value().toArray());
            }
            return new Property(first.type(), first.format(), 0, oriel.wire.Octets.of(bytes.toByteArray()));
        }

        private IOException tooLong() {
            return new IOException("what was copied is longer than " + limit + " bytes");
        }
    }
}
