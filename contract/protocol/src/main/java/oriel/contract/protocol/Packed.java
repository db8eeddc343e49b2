package oriel.contract.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The binary form of the blocks that properties carry: little-endian numbers, GUIDs with their first three groups swapped,
 * fixed arrays of UTF-16 units with a terminator. Reading checks before it allocates.
 */
final class Packed {

    private Packed() {}

    /** A block of bytes that may come from anywhere, taken apart by {@code reading}. */
    static <T> T read(String block, byte[] bytes, Reading<T> reading) throws ProtocolException {
        try {
            return reading.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException e) {
            throw new ProtocolException(HResult.E_INVALIDARG, block + " of " + bytes.length + " bytes is too short", e);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(HResult.E_INVALIDARG, block + ": " + e.getMessage(), e);
        }
    }

    /** A block of bytes of a size that is known, put together by {@code writing}. */
    static byte[] write(int size, Consumer<ByteBuffer> writing) {
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        writing.accept(out);
        return out.array();
    }

    /** How many elements of at least {@code smallest} bytes follow, once it is clear that they can be there. */
    static int count(String member, ByteBuffer in, int smallest) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / smallest) {
            throw new IllegalArgumentException(
                    member + " " + Integer.toUnsignedString(count) + " does not fit into " + in.remaining() + " bytes");
        }
        return count;
    }

    static UUID guid(ByteBuffer in) {
        long high = Integer.toUnsignedLong(in.getInt()) << 32;
        high |= (in.getShort() & 0xFFFFL) << 16;
        high |= in.getShort() & 0xFFFFL;
        return new UUID(high, Long.reverseBytes(in.getLong()));
    }

    static void putGuid(ByteBuffer out, UUID guid) {
        long high = guid.getMostSignificantBits();
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        out.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }

    /** A text in an array of {@code units} UTF-16 units; what follows the terminator is skipped. */
    static String text(ByteBuffer in, int units) {
        StringBuilder text = new StringBuilder();
        boolean ended = false;
        for (int i = 0; i < units; i++) {
            char unit = in.getChar();
            ended |= unit == 0;
            if (!ended) {
                text.append(unit);
            }
        }
        if (!ended) {
            throw new IllegalArgumentException("text without terminator in " + units + " units");
        }
        return text.toString();
    }

    static void putText(ByteBuffer out, String text, int units) {
        for (int i = 0; i < units; i++) {
            out.putChar(i < text.length() ? text.charAt(i) : '\0');
        }
    }

    /** Takes one block apart. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ByteBuffer in) throws ProtocolException;
    }
}
