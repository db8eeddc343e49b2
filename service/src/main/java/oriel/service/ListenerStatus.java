package oriel.service;

/**
 * One line of the listener list.
 *
 * @param name        name of the registration entry, e.g. {@code RDP-Tcp}
 * @param provider    name of the provider that serves it
 * @param state       its state
 * @param address     the value {@code address} of its entry, possibly empty
 * @param reason      why it is down; else empty
 * @param connections live connections that came through it
 */
public record ListenerStatus(
        String name, String provider, State state, String address, String reason, int connections) {

    /** States of a listener. */
    public enum State {
        /** Not started, stopped or switched off. */
        IDLE,
        /** Accepts clients. */
        LISTENING,
        /** Could not be started; tried again from time to time where that can help. */
        DOWN
    }
}
