package oriel.rdp.codec.dynamic;

import java.util.Arrays;
import java.util.Optional;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;

/**
 * Puts the messages of one dynamic virtual channel together again — MS-RDPEDYC, section 3.1.5.1.4. Memory grows with what has come, not
 * with what is announced, and never beyond the limit. Not for several threads.
 */
public final class DynamicReassembly {
    private static final byte[] NOTHING = {};

    private final int limit;
    private byte[] message = NOTHING;
    private int received;
    private int expected;
    private boolean open;

    /**
     * Makes an empty reassembly.
     *
     * @param limit longest message to accept, in bytes
     */
    public DynamicReassembly(int limit) {
        this.limit = limit;
    }

    /**
     * Takes the beginning of a message.
     *
     * @return the message, when it is complete already
     */
    public Optional<Octets> accept(DynamicPdu.DataFirst first) {
        if (open) {
            throw malformed("Cmd", "more of a message of " + expected + " bytes", "a new one");
        }
        if (first.length() < 0 || first.length() > limit) {
            throw malformed("Length", "at most " + limit, Integer.toUnsignedString(first.length()));
        }
        expected = first.length();
        received = 0;
        open = true;
        return append(first.data());
    }

    /**
     * Takes a whole message, or more of the one that was begun.
     *
     * @return the message, when it is complete
     */
    public Optional<Octets> accept(DynamicPdu.Data more) {
        if (open) {
            return append(more.data());
        }
        if (more.data().length() > limit) {
            throw malformed(
                    "Data", "at most " + limit, Integer.toString(more.data().length()));
        }
        return Optional.of(more.data());
    }

    private Optional<Octets> append(Octets data) {
        int length = data.length();
        if (length > expected - received) {
            throw malformed("Data", "at most " + (expected - received), Integer.toString(length));
        }
        if (length > message.length - received) {
            message = Arrays.copyOf(message, Math.min(expected, Math.max(2 * message.length, received + length)));
        }
        data.copyTo(message, received);
        received += length;
        if (received < expected) {
            return Optional.empty();
        }
        Octets whole = Octets.of(message, 0, received);
        message = NOTHING;
        open = false;
        return Optional.of(whole);
    }

    private static MalformedPduException malformed(String field, String expected, String received) {
        return new MalformedPduException("DYNVC data PDU", field, 0, expected, received, "MS-RDPEDYC 2.2.3");
    }
}
