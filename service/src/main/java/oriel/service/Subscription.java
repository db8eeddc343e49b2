package oriel.service;

/** Stands for somebody who listens. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** Ends it; an event under way may still arrive. Closing twice is no error. */
    @Override
    void close();
}
