package oriel.desktop.x11.client;

/** What ends listening to events. */
@FunctionalInterface
public interface Listening extends AutoCloseable {

    /** Hears nothing any more; an event that is under way may still arrive. */
    @Override
    void close();
}
