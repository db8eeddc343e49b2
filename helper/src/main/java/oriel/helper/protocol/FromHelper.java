package oriel.helper.protocol;

import java.util.List;
import oriel.identity.Identity;
import oriel.identity.Refusal;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What the helper says to the front end. */
public sealed interface FromHelper {

    /** The longest prompt, reason or path, in bytes. */
    int LONGEST_TEXT = 2048;

    /** The most lines of a log's tail. */
    int MOST_LINES = 24;

    /**
     * The exchange the message belongs to.
     *
     * @return its number; 0 = none
     */
    int id();

    /**
     * The helper is ready.
     *
     * @param version of the protocol
     * @param service name of the PAM service it uses; empty = there is no PAM
     * @param notes   what the administrator should know, a clause each
     */
    record Welcome(int version, String service, List<String> notes) implements FromHelper {

        /** Copies the notes. */
        public Welcome {
            notes = List.copyOf(notes);
        }

        @Override
        public int id() {
            return 0;
        }
    }

    /**
     * Ask the user one thing; {@link ToHelper.Answer} is awaited.
     *
     * @param id      exchange
     * @param prompt  what to ask
     * @param visible whether the answer may be seen while it is typed
     */
    record Ask(int id, String prompt, boolean visible) implements FromHelper {}

    /**
     * Tell the user something; {@link ToHelper.Seen} is awaited.
     *
     * @param id    exchange
     * @param text  what to tell
     * @param error whether it is a failure
     */
    record Tell(int id, String text, boolean error) implements FromHelper {}

    /**
     * It is this user.
     *
     * @param id       exchange
     * @param identity who it is
     */
    record Authenticated(int id, Identity identity) implements FromHelper {}

    /**
     * It is not proved.
     *
     * @param id      exchange
     * @param refusal why
     */
    record Refused(int id, Refusal refusal) implements FromHelper {}

    /**
     * A session runs.
     *
     * @param id      exchange
     * @param display number of its display
     * @param socket  path of its X server's socket
     * @param cookie  16 bytes that open the X server
     * @param uid     whom it runs as
     * @param desktop name of the desktop
     * @param sound   path of the FIFO with its sound; empty = silent
     * @param log     path of its log
     */
    record SessionStarted(
            int id, int display, String socket, Octets cookie, int uid, String desktop, String sound, String log)
            implements FromHelper {}

    /**
     * What a session uses.
     *
     * @param id        exchange
     * @param processes how many processes it has
     * @param memory    bytes
     * @param processor milliseconds
     */
    record Figures(int id, int processes, long memory, long processor) implements FromHelper {}

    /**
     * A session has ended by itself.
     *
     * @param id      exchange
     * @param orderly whether its user wanted it
     * @param reason  what happened
     * @param tail    the last lines of its log
     */
    record SessionEnded(int id, boolean orderly, String reason, List<String> tail) implements FromHelper {

        /** Copies the lines. */
        public SessionEnded {
            tail = List.copyOf(tail);
        }
    }

    /**
     * A seat is ready for terminals.
     *
     * @param id      exchange
     * @param account whom its programs run as
     */
    record SeatOpened(int id, String account) implements FromHelper {}

    /**
     * A program runs on a terminal.
     *
     * @param id      exchange
     * @param process its process id
     */
    record TerminalStarted(int id, int process) implements FromHelper {}

    /**
     * The program on a terminal has ended.
     *
     * @param id     exchange
     * @param status as a shell reports it, 0 … 255
     */
    record TerminalEnded(int id, int status) implements FromHelper {}

    /**
     * What was asked to end, a session or a seat, is over; nothing follows in this exchange.
     *
     * @param id exchange
     */
    record Over(int id) implements FromHelper {}

    /**
     * What was asked for cannot be had.
     *
     * @param id     exchange
     * @param reason why, a lower-case clause
     * @param tail   the last lines of a log that may tell more
     */
    record Failed(int id, String reason, List<String> tail) implements FromHelper {

        /** Copies the lines. */
        public Failed {
            tail = List.copyOf(tail);
        }
    }

    /**
     * Reads a message.
     *
     * @param in all of its bytes
     * @return the message
     */
    static FromHelper decode(WireReader in) {
        return FromHelperCodec.decode(in);
    }

    /**
     * Writes the message.
     *
     * @param out where to
     */
    default void encode(WireWriter out) {
        FromHelperCodec.encode(this, out);
    }
}
