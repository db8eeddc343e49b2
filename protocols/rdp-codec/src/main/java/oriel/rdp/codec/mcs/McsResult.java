package oriel.rdp.codec.mcs;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Result — ITU-T T.125, section 7, part 3: an enumeration of 16 values. In a confirm it begins with the last bit of the first byte,
 * behind choice (6 bits) and the flag that an optional field is present (1 bit).
 */
public final class McsResult {
    /** rt-successful. */
    public static final int SUCCESSFUL = 0;

    /** rt-no-such-channel. */
    public static final int NO_SUCH_CHANNEL = 6;

    /** rt-no-such-user. */
    public static final int NO_SUCH_USER = 8;

    /** rt-too-many-channels. */
    public static final int TOO_MANY_CHANNELS = 12;

    /** rt-unspecified-failure. */
    public static final int UNSPECIFIED_FAILURE = 14;

    /** rt-user-rejected. */
    public static final int USER_REJECTED = 15;

    private static final int OPTIONAL_PRESENT = 0x02;

    private McsResult() {}

    /** Reads choice byte and result byte; answers the result with {@code 0x10} added when the optional field is present. */
    static int decode(WireReader in) {
        int head = in.u8("choice");
        int tail = in.u8("result");
        int result = (head & 1) << 3 | tail >> 5;
        return (head & OPTIONAL_PRESENT) != 0 ? result | PRESENT : result;
    }

    static final int PRESENT = 0x10;

    static void encode(WireWriter out, int choice, int result, boolean present) {
        if (result < 0 || result > 15) {
            throw new IllegalArgumentException("no MCS result: " + result);
        }
        out.u8(choice << 2 | (present ? OPTIONAL_PRESENT : 0) | result >> 3).u8((result & 7) << 5);
    }
}
