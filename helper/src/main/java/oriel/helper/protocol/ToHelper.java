package oriel.helper.protocol;

import java.util.Optional;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;
import oriel.xsession.SessionOrder;

/**
 * What the front end says to the helper. An {@code id} names an exchange; the front end counts them, and no number is used
 * twice. Anything else than these verbs ends the channel.
 */
public sealed interface ToHelper {

    /** Version of the protocol that both must speak. */
    int VERSION = 1;

    /** The longest answer to a question, a password too, in bytes of UTF-8. */
    int LONGEST_ANSWER = 1024;

    /**
     * The first message, and only the first.
     *
     * @param version  of the protocol
     * @param settings what root's configuration says
     */
    record Hello(int version, HelperSettings settings) implements ToHelper {}

    /**
     * Check a password.
     *
     * @param id       exchange
     * @param userName as it was typed
     * @param password as it was typed
     * @param origin   address the attempt comes from; empty = this host
     */
    record Authenticate(int id, String userName, Secret password, String origin) implements ToHelper {}

    /**
     * What the user answered to {@link FromHelper.Ask}.
     *
     * @param id     exchange of the authentication
     * @param answer empty = has given up
     */
    record Answer(int id, Optional<Secret> answer) implements ToHelper {}

    /**
     * The user has seen {@link FromHelper.Tell}.
     *
     * @param id exchange of the authentication
     */
    record Seen(int id) implements ToHelper {}

    /**
     * Nobody waits any more for the answer of an exchange.
     *
     * @param id exchange
     */
    record Cancel(int id) implements ToHelper {}

    /**
     * Start a session for somebody who has just logged on.
     *
     * @param id    exchange, and from then on the session
     * @param order what is wanted
     */
    record StartSession(int id, SessionOrder order) implements ToHelper {}

    /**
     * Ask what a session uses.
     *
     * @param id session
     */
    record AskFigures(int id) implements ToHelper {}

    /**
     * End a session.
     *
     * @param id session
     */
    record StopSession(int id) implements ToHelper {}

    /**
     * Let somebody who has just logged on use terminals.
     *
     * @param id       exchange, and from then on the seat
     * @param userName who has logged on
     */
    record OpenSeat(int id, String userName) implements ToHelper {}

    /**
     * Run a program on a terminal of the front end's.
     *
     * @param id          exchange, and from then on the terminal
     * @param seat        whose program
     * @param slave       path of the terminal, e.g. {@code /dev/pts/3}
     * @param commandLine for the login shell; empty = the shell itself
     * @param directory   where it starts; empty = the user's home
     */
    record StartTerminal(int id, int seat, String slave, String commandLine, String directory) implements ToHelper {}

    /**
     * Hang a terminal up, or kill what does not heed that.
     *
     * @param id   terminal
     * @param kill whether to kill
     */
    record HangUp(int id, boolean kill) implements ToHelper {}

    /**
     * Everything on the terminals of a seat ends.
     *
     * @param id seat
     */
    record CloseSeat(int id) implements ToHelper {}

    /**
     * Reads a message.
     *
     * @param in all of its bytes
     * @return the message
     */
    static ToHelper decode(WireReader in) {
        return ToHelperCodec.decode(in);
    }

    /**
     * Writes the message.
     *
     * @param out where to
     */
    default void encode(WireWriter out) {
        ToHelperCodec.encode(this, out);
    }
}
