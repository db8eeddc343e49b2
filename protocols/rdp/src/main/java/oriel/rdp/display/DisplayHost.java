package oriel.rdp.display;

import oriel.contract.desktop.Size;

/** What the display asks of the connection it belongs to. Both methods are called on the display's own thread. */
public interface DisplayHost {

    /**
     * The session's screen has another size than the client's. Nothing is under way on the output during the call.
     *
     * @param wanted size of the screen
     * @return {@code true} if a deactivation-reactivation has begun: the display then stays silent until
     *     {@link RdpDisplay#configure}; {@code false} if the client keeps its size: it sees the part of the screen that fits,
     *     and black where there is no screen
     */
    boolean resizeWanted(Size wanted);

    /**
     * The display has ended since its output or the screen failed; it will send nothing any more.
     *
     * @param cause what went wrong
     */
    void displayFailed(Exception cause);
}
