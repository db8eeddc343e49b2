package oriel.desktop.x11.clipboard;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.Selection;
import oriel.desktop.x11.client.SendEvent;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.Octets;

/**
 * Answers programs that want what we own (ICCCM 2.2, 2.6, 2.7.2). Each request is answered by a virtual thread, since the content may have
 * to come from the client first; a program that asks too often at once is refused.
 */
final class SelectionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SelectionWriter.class);

    /** The longest content that is handed over at once, and the length of the pieces of a longer one. */
    static final int PIECE = 256 * 1024;

    /** How long a program may take to fetch a piece. */
    private static final Duration FETCH = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_OF_ONE_CLIENT = 8;
    private static final int MOST_CONVERSIONS = 16;
    private static final int NOTHING = 0;

    private final XConnection server;
    private final Targets targets;
    private final Map<Place, Delivery> deliveries = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> working = new ConcurrentHashMap<>();

    /** A property of somebody's window, to which a content goes piece by piece. */
    private record Place(int window, int property) {}

    private static final class Delivery {
        /** As many as pieces have been fetched. */
        private final Semaphore fetched = new Semaphore(0);

        private volatile boolean gone;
    }

    SelectionWriter(XConnection server, Targets targets) {
        this.server = server;
        this.targets = targets;
        server.on(Property.Notify.TYPE, this::changed);
        server.on(Window.Destroyed.TYPE, this::destroyed);
    }

    private void changed(Property.Notify change) {
        Delivery delivery = change.deleted() ? deliveries.get(new Place(change.window(), change.atom())) : null;
        if (delivery != null) {
            delivery.fetched.release();
        }
    }

    private void destroyed(Window.Destroyed end) {
        deliveries.forEach((place, delivery) -> {
            if (place.window == end.window()) {
                delivery.gone = true;
                delivery.fetched.release();
            }
        });
    }

    /** The client of the server to which a window belongs. */
    int clientOf(int window) {
        return window & ~server.setup().idMask();
    }

    /** Answers a request; returns at once. */
    void answer(Selection.Wanted wanted, Optional<Possession> possession) {
        int client = clientOf(wanted.requestor());
        if (possession.isEmpty() || isTooOld(wanted, possession.get()) || !begin(client)) {
            tell(wanted, NOTHING);
            return;
        }
        Thread.ofVirtual().name("x11-selection").start(() -> {
            try {
                serve(wanted, possession.get());
            } catch (InterruptedException e) {
                LOG.debug("A program was not given what it wanted to paste: interrupted.");
            } finally {
                end(client);
            }
        });
    }

    /** Counts a request in, unless there are too many; only the thread that reads the server does. */
    private boolean begin(int client) {
        int all = working.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= MOST_AT_ONCE || working.getOrDefault(client, 0) >= MOST_OF_ONE_CLIENT) {
            return false;
        }
        working.merge(client, 1, Integer::sum);
        return true;
    }

    private void end(int client) {
        working.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    private static boolean isTooOld(Selection.Wanted wanted, Possession possession) {
        return wanted.time() != 0 && wanted.time() - possession.since() < 0;
    }

    private void serve(Selection.Wanted wanted, Possession possession) throws InterruptedException {
        int property = wanted.property() == 0 ? wanted.target() : wanted.property();
        if (wanted.target() == targets.multiple()) {
            serveMultiple(wanted, possession, property);
            return;
        }
        Optional<Answer> answer = convert(wanted.target(), wanted.requestor(), possession);
        if (answer.isEmpty()) {
            tell(wanted, NOTHING);
            return;
        }
        try (Handing handing = hand(wanted.requestor(), property, answer.get())) {
            tell(wanted, property);
            handing.finish();
        }
    }

    /** MULTIPLE: pairs of target and property; those that cannot be had become zero (ICCCM 2.6.2). */
    private void serveMultiple(Selection.Wanted wanted, Possession possession, int property)
            throws InterruptedException {
        int[] pairs;
        try {
            pairs = server.ask(Property.Get.all(wanted.requestor(), property, 8 * MOST_CONVERSIONS))
                    .numbers();
        } catch (IOException e) {
            tell(wanted, NOTHING);
            return;
        }
        var handings = new java.util.ArrayList<Handing>();
        try {
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                Optional<Answer> answer = pairs[i] == targets.multiple() || pairs[i + 1] == 0
                        ? Optional.empty()
                        : convert(pairs[i], wanted.requestor(), possession);
                if (answer.isPresent()) {
                    handings.add(hand(wanted.requestor(), pairs[i + 1], answer.get()));
                } else {
                    pairs[i + 1] = NOTHING;
                }
            }
            server.send(Property.Change.numbers(wanted.requestor(), property, targets.atomPair(), pairs));
            tell(wanted, property);
            for (Handing handing : handings) {
                handing.finish();
            }
        } finally {
            handings.forEach(Handing::close);
        }
    }

    /** A converted content: the type, unit and bytes of a property. */
    private record Answer(int type, int format, byte[] value) {}

    private Optional<Answer> convert(int target, int requestor, Possession possession) {
        if (target == targets.targets()) {
            return Optional.of(numbers(Atom.ATOM, targets.offer(possession.formats())));
        }
        if (target == targets.timestamp()) {
            return Optional.of(numbers(Atom.INTEGER, possession.since()));
        }
        if (target == targets.saveTargets()) {
            return Optional.of(new Answer(targets.nothing(), 32, new byte[0])); // the client keeps it
        }
        Optional<Targets.Kind> kind = targets.kind(target)
                .filter(Targets.Kind::isOffered)
                .filter(known -> possession.formats().contains(known.format()));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = possession.read(kind.get().format(), clientOf(requestor));
            return Optional.of(
                    switch (kind.get()) {
                        case LATIN1 -> new Answer(Atom.STRING, 8, Possession.latin1(bytes));
                        case ANY_TEXT -> new Answer(targets.atom(Targets.Kind.UTF8), 8, bytes);
                        default -> new Answer(target, 8, bytes);
                    });
        } catch (IOException e) {
            LOG.info("A program could not paste what the client has copied: {}.", e.getMessage());
            return Optional.empty();
        }
    }

    private static Answer numbers(int type, int... numbers) {
        var out = new oriel.wire.WireWriter(4 * numbers.length);
        for (int number : numbers) {
            out.i32(number);
        }
        return new Answer(type, 32, out.toByteArray());
    }

    private void tell(Selection.Wanted wanted, int property) {
        server.send(new SendEvent(
                false,
                wanted.requestor(),
                0,
                new Selection.Notify(
                        wanted.time(), wanted.requestor(), wanted.selection(), wanted.target(), property)));
    }

    /** Puts a content, or the announcement of its pieces, where it belongs. */
    private Handing hand(int requestor, int property, Answer answer) {
        if (answer.value().length <= PIECE) {
            server.send(new Property.Change(
                    Property.Change.REPLACE,
                    requestor,
                    property,
                    answer.type(),
                    answer.format(),
                    Octets.of(answer.value())));
            return new Handing(new Place(requestor, property), Optional.empty(), new Delivery());
        }
        var place = new Place(requestor, property);
        var delivery = new Delivery();
        deliveries.put(place, delivery);
        server.send(new Window.SelectEvents(requestor, Window.PROPERTY_CHANGE | Window.STRUCTURE));
        server.send(Property.Change.numbers(requestor, property, targets.incr(), answer.value().length));
        return new Handing(place, Optional.of(answer), delivery);
    }

    /** A content on its way to a program. */
    private final class Handing implements AutoCloseable {

        private final Place place;
        private final Optional<Answer> inPieces;
        private final Delivery delivery;

        Handing(Place place, Optional<Answer> inPieces, Delivery delivery) {
            this.place = place;
            this.inPieces = inPieces;
            this.delivery = delivery;
        }

        /** Hands the pieces over as they are fetched; the last one is empty. */
        void finish() throws InterruptedException {
            if (inPieces.isEmpty()) {
                return;
            }
            byte[] bytes = inPieces.get().value();
            int at = 0;
            boolean last = false;
            while (!last) {
                if (!delivery.fetched.tryAcquire(FETCH.toNanos(), TimeUnit.NANOSECONDS) || delivery.gone) {
                    LOG.debug("A program has not fetched what it wanted to paste.");
                    return;
                }
                int length = Math.min(PIECE, bytes.length - at);
                server.send(Property.Change.bytes(
                        place.window, place.property, inPieces.get().type(), Octets.of(bytes, at, length)));
                at += length;
                last = length == 0;
            }
        }

        @Override
        public void close() {
            if (inPieces.isPresent() && deliveries.remove(place, delivery)) {
                boolean others = deliveries.keySet().stream().anyMatch(other -> other.window == place.window);
                if (!others && !delivery.gone) {
                    server.send(new Window.SelectEvents(place.window, 0));
                }
            }
        }
    }
}
