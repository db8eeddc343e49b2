package oriel.contract.protocol;

import java.util.UUID;

/** A value of {@code QueryProperty} ({@code WTS_PROPERTY_VALUE}; page of that name). */
public sealed interface PropertyValue {

    /**
     * An unsigned long value (type 1).
     *
     * @param value 0 … 2³² − 1
     */
    record Unsigned(long value) implements PropertyValue {

        /** Checks the range. */
        public Unsigned {
            if (value < 0 || value > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("ulVal " + value + " is outside 0 … 2³² − 1");
            }
        }
    }

    /**
     * A string value (type 2).
     *
     * @param value the text, at most 32767 characters
     */
    record Text(String value) implements PropertyValue {

        /** Checks the length. */
        public Text {
            Lengths.check("strVal", value, WtsDefs.MAX_PROPERTY_SIZE - 1);
        }
    }

    /**
     * A binary value (type 3).
     *
     * @param value the bytes, at most 32768; copied in, not to be changed
     */
    record Binary(byte[] value) implements PropertyValue {

        /** Checks the length and copies the bytes. */
        public Binary {
            Lengths.check("bVal", value, WtsDefs.MAX_PROPERTY_SIZE);
            value = value.clone();
        }
    }

    /**
     * A GUID value (type 4).
     *
     * @param value the GUID
     */
    record Guid(UUID value) implements PropertyValue {}
}
