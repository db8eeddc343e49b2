package oriel.licensing.packets;

import java.io.Serial;
import oriel.wire.MalformedPduException;

/** Bytes of a peer that are no licence packet, and what the peer must be told of it (licensing.md, section 7.4). */
public final class LicensePacketException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int told;
    private final String field;
    private final int offset;

    /**
     * Makes the exception.
     *
     * @param told what the peer must be told
     * @param cause what was wrong, and where
     */
    public LicensePacketException(LicenseErrorCode told, MalformedPduException cause) {
        super(cause.getMessage(), cause);
        this.told = told.value();
        this.field = cause.field();
        this.offset = cause.offset();
    }

    /** What the peer must be told. */
    public LicenseErrorCode told() {
        return new LicenseErrorCode(told);
    }

    /** Name of the field that did not fit. */
    public String field() {
        return field;
    }

    /** Offset of the field in bytes from the first byte of the packet. */
    public int offset() {
        return offset;
    }
}
