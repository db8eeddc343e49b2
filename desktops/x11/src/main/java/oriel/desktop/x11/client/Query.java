package oriel.desktop.x11.client;

import java.util.function.Consumer;
import java.util.function.Function;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A request that is answered by a reply.
 *
 * @param <R> what the reply says
 */
public interface Query<R> extends Request {

    /** The longest reply most requests have, in bytes. */
    int USUAL_LENGTH = 64 * 1024;

    /**
     * Reads the reply. The bytes are the connection's; what is kept of them is copied.
     *
     * @param in a whole reply, from its first byte on
     */
    R decode(WireReader in);

    /** The longest reply that makes sense, in bytes; with a longer one the server has lost its mind and the connection ends. */
    default int longest() {
        return USUAL_LENGTH;
    }

    /** How many bytes of the reply are of interest; what lies behind them is skipped and needs no memory. */
    default int wanted() {
        return longest();
    }

    /** Whether replies keep coming until the connection ends, as with {@code RecordEnableContext}. */
    default boolean endless() {
        return false;
    }

    /** A query made of its two halves, for extensions. */
    static <R> Query<R> of(Consumer<WireWriter> encode, Function<WireReader, R> decode) {
        return new Query<>() {
            @Override
            public void encode(WireWriter out) {
                encode.accept(out);
            }

            @Override
            public R decode(WireReader in) {
                return decode.apply(in);
            }
        };
    }

    /** Steps over what begins every reply: 1, one byte of the reply's own, sequence number, length. Returns the byte of its own. */
    static int head(WireReader in) {
        in.skip(1, "reply");
        int own = in.u8("data");
        in.skip(6, "sequence number, length");
        return own;
    }
}
