package oriel.rdp.codec.bitmap;

import java.io.Serial;

/** Compressed bitmap data that ends early, runs over its bitmap, or uses codes that do not exist. */
public final class MalformedBitmapException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Makes the exception.
     *
     * @param message what is wrong
     * @param offset  where, in bytes from the first byte of the compressed data
     */
    public MalformedBitmapException(String message, int offset) {
        super(message + " at offset " + offset);
        this.offset = offset;
    }

    /**
     * Where the data went wrong.
     *
     * @return bytes from the first byte of the compressed data
     */
    public int offset() {
        return offset;
    }
}
