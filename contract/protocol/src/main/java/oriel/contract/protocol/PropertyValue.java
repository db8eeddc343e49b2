package oriel.contract.protocol;

import java.util.UUID;

/** A value of {@code QueryProperty} ({@code WTS_PROPERTY_VALUE}). */
public sealed interface PropertyValue {

    /**
     * An unsigned long value (type 1).
     *
     * @param value 0 … 2³² − 1
     */
    record Unsigned(long value) implements PropertyValue {}

    /**
     * A string value (type 2).
     *
     * @param value the text
     */
    record Text(String value) implements PropertyValue {

        /** Checks the length. */
        public Text {
            Lengths.check("strVal", value, 0x8000 - 1);
        }
    }

    /**
     * A binary value (type 3).
     *
     * @param value the bytes; copied
     */
    record Binary(byte[] value) implements PropertyValue {

        /** Checks the length and copies the bytes. */
        public Binary {
            if (value.length > 0x8000) {
                throw new IllegalArgumentException("bVal has " + value.length + " bytes, at most 32768 fit");
            }
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
