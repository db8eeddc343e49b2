package oriel.service;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.LayoutSink;
import oriel.contract.desktop.MonitorLayout;

/**
 * Takes the client's layouts as fast as they come and hands them on as fast as the session can follow, on a thread that lives
 * only while there is one: the newest counts, those it has overtaken are forgotten.
 */
final class Layouts implements LayoutSink {

    private final Consumer<MonitorLayout> follow;
    private final AtomicReference<@Nullable MonitorLayout> newest = new AtomicReference<>();
    private final AtomicBoolean following = new AtomicBoolean();
    private volatile boolean ended;

    Layouts(Consumer<MonitorLayout> follow) {
        this.follow = follow;
    }

    @Override
    public void layout(MonitorLayout layout) {
        newest.set(layout);
        if (following.compareAndSet(false, true)) {
            Thread.ofVirtual().name("layout").start(this::run);
        }
    }

    private void run() {
        do {
            MonitorLayout next = newest.getAndSet(null);
            while (next != null && !ended) {
                follow.accept(next);
                next = newest.getAndSet(null);
            }
            following.set(false);
        } while (newest.get() != null && !ended && following.compareAndSet(false, true));
    }

    /** Nothing is followed any more. */
    void end() {
        ended = true;
    }
}
