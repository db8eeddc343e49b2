package oriel.rdp.codec.x224;

import oriel.wire.MalformedPduException;

/**
 * Looks at the bytes received so far and says how long the next PDU is, so that decoders always get a complete one. Knows the two
 * kinds of PDU that share a connection: those in a TPKT header, and fast-path PDUs (MS-RDPBCGR 2.2.8.1.2 and 2.2.9.1.2), whose first
 * byte has the action bits 0. Keeps nothing between calls but its limits; may be shared by threads.
 */
public final class Framer {
    /** The answer when more bytes are needed to know the length. */
    public static final int MORE = 0;

    /** Bytes after which the length of any PDU is known. */
    public static final int ENOUGH = Tpkt.HEADER_SIZE;

    /** Longest PDU a TPKT header can announce. */
    public static final int MAXIMUM = 0xFFFF;

    private static final int ACTION_MASK = 0x03;
    private static final int ACTION_FAST_PATH = 0x00;
    private static final int LONG_FORM = 0x80;

    private final boolean fastPath;
    private final int maximum;

    /**
     * Makes a framer.
     *
     * @param fastPath whether fast-path PDUs may come; they may not before the connection sequence is over
     * @param maximum longest PDU to accept, in bytes including its header
     */
    public Framer(boolean fastPath, int maximum) {
        if (maximum < Tpkt.SMALLEST || maximum > MAXIMUM) {
            throw new IllegalArgumentException("no sensible limit: " + maximum);
        }
        this.fastPath = fastPath;
        this.maximum = maximum;
    }

    /** Whether a PDU that begins with this byte is a fast-path PDU. */
    public static boolean isFastPath(byte first) {
        return (first & ACTION_MASK) == ACTION_FAST_PATH;
    }

    /**
     * Length of the PDU that begins at {@code offset}, or {@link #MORE} while it cannot be known.
     *
     * @param data a buffer
     * @param offset where the PDU begins
     * @param available bytes received from there on
     * @return length in bytes, header included; may be more than is available
     * @throws MalformedPduException as soon as no PDU can begin like this
     */
    public int measure(byte[] data, int offset, int available) {
        if (available <= 0) {
            return MORE;
        }
        return isFastPath(data[offset]) ? fastPath(data, offset, available) : tpkt(data, offset, available);
    }

    private int tpkt(byte[] data, int offset, int available) {
        int version = data[offset] & 0xFF;
        if (version != Tpkt.VERSION) {
            throw malformed("version", 0, "0x03", "0x%02x".formatted(version));
        }
        if (available < Tpkt.HEADER_SIZE) {
            return MORE;
        }
        int length = ((data[offset + 2] & 0xFF) << 8) | (data[offset + 3] & 0xFF);
        return within(length, Tpkt.SMALLEST, 2);
    }

    private int fastPath(byte[] data, int offset, int available) {
        if (!fastPath) {
            throw malformed("version", 0, "0x03", "0x%02x".formatted(data[offset] & 0xFF));
        }
        if (available < 2) {
            return MORE;
        }
        int length1 = data[offset + 1] & 0xFF;
        if ((length1 & LONG_FORM) == 0) {
            return within(length1, 1 /* header */ + 1 /* length1 */ + 1 /* event or update */, 1);
        }
        if (available < 3) {
            return MORE;
        }
        int length = ((length1 & ~LONG_FORM) << 8) | (data[offset + 2] & 0xFF);
        return within(length, 1 /* header */ + 2 /* length1, length2 */ + 1 /* event or update */, 1);
    }

    private int within(int length, int smallest, int at) {
        if (length < smallest || length > maximum) {
            throw malformed("length", at, smallest + " to " + maximum, Integer.toString(length));
        }
        return length;
    }

    private static MalformedPduException malformed(String field, int at, String expected, String received) {
        return new MalformedPduException(
                "PDU header", field, at, expected, received, "MS-RDPBCGR 2.2.8.1.2, RFC 1006 6");
    }
}
