package oriel.licensing.ledger;

import java.util.Locale;

/**
 * The number of a licence; no two licences of a ledger have the same. It is the serial number of the certificate that a
 * client keeps, so it is positive.
 *
 * @param value above zero
 */
public record Serial(long value) {

    /** Checks that it is positive. */
    public Serial {
        if (value <= 0) {
            throw new IllegalArgumentException("a serial number is above zero");
        }
    }

    /**
     * Reads a serial number.
     *
     * @param text up to 16 hexadecimal digits
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    public static Serial parse(String text) {
        if (!text.matches("[0-9a-fA-F]{1,16}")) {
            throw new IllegalArgumentException("a serial number has up to 16 hexadecimal digits");
        }
        return new Serial(Long.parseUnsignedLong(text.toLowerCase(Locale.ROOT), 16));
    }

    /** The number as people see it: 16 hexadecimal digits. */
    @Override
    public String toString() {
        return "%016x".formatted(value);
    }
}
