package oriel.contract.protocol;

import java.util.Arrays;

/**
 * An opaque credential ({@code WTS_SERIALIZED_USER_CREDENTIAL}; page of that name).
 *
 * @param serialization the bytes; copied in; secret: whoever owns the credential wipes it
 */
public record SerializedUserCredential(byte[] serialization) {

    /** Copies the bytes. */
    public SerializedUserCredential {
        serialization = serialization.clone();
    }

    /** Overwrites the bytes. */
    public void wipe() {
        Arrays.fill(serialization, (byte) 0);
    }

    /** Never shows the bytes. */
    @Override
    public String toString() {
        return "SerializedUserCredential[" + serialization.length + " bytes]";
    }
}
