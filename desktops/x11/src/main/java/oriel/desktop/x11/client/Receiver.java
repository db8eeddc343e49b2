package oriel.desktop.x11.client;

import java.io.IOException;

/**
 * Takes the reply to a {@link Query}, on the thread that reads the connection: returns at once and does not wait for other replies.
 *
 * @param <R> what the reply says
 */
@FunctionalInterface
public interface Receiver<R> {

    /** The reply is there. */
    void received(R reply);

    /** There will be none: the server answered with an error, or the connection has ended. */
    default void failed(IOException why) {
        // most of those who do not wait for an answer can do without it
    }
}
