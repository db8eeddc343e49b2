package oriel.desktop.x11.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries that have not been answered, in the order they were sent. Guarded by the connection's lock. */
final class Outstanding {

    /** A query and who waits for its reply. Objects are used again and again. */
    static final class Entry {
        private long sequence;
        private @Nullable Query<?> query;
        private @Nullable Receiver<?> receiver;

        boolean isEndless() {
            return query != null && query.endless();
        }

        int longest() {
            return query == null ? 0 : query.longest();
        }

        int wanted() {
            return query == null ? 0 : query.wanted();
        }

        /** Reads the reply and hands it over. */
        void answer(oriel.wire.WireReader in) {
            hand(query, receiver, in);
        }

        @SuppressWarnings("unchecked") // both halves came in together, typed
        private static <R> void hand(
                @Nullable Query<?> query, @Nullable Receiver<?> receiver, oriel.wire.WireReader in) {
            if (query != null && receiver != null) {
                ((Receiver<R>) receiver).received(((Query<R>) query).decode(in));
            }
        }

        void fail(IOException why) {
            Receiver<?> told = receiver;
            if (told != null) {
                told.failed(why);
            }
        }
    }

    private static final int SPARE = 64;

    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private final ArrayDeque<Entry> spare = new ArrayDeque<>();

    <R> void add(long sequence, Query<R> query, Receiver<? super R> receiver) {
        Entry entry = spare.poll();
        if (entry == null) {
            entry = new Entry();
        }
        entry.sequence = sequence;
        entry.query = query;
        entry.receiver = receiver;
        waiting.add(entry);
    }

    /** The query with that number, if it is the next to be answered; it stays here when replies to it keep coming. */
    @Nullable
    Entry take(long sequence, boolean last) {
        Entry entry = waiting.peek();
        if (entry == null || entry.sequence != sequence) {
            return null;
        }
        return entry.isEndless() && !last ? entry : waiting.poll();
    }

    /** Whether the server has gone past a query without answering it. */
    boolean isSkippedAt(long sequence) {
        Entry entry = waiting.peek();
        return entry != null && entry.sequence < sequence && !entry.isEndless();
    }

    void recycle(Entry entry) {
        if (!entry.isEndless() && spare.size() < SPARE) {
            entry.query = null;
            entry.receiver = null;
            spare.add(entry);
        }
    }

    List<Entry> takeAll() {
        List<Entry> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
