package oriel.wire;

import java.io.Serial;

/**
 * Bytes of a peer that cannot be the PDU they claim to be; says what was expected and what was there.
 *
 * <p>Unchecked, since every field of every decoder can raise it; the one loop that reads PDUs from a connection catches it and ends
 * that connection. The texts hold numbers and field names only, never the contents of a field that may be a secret.
 */
public final class MalformedPduException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String pdu;
    private final String field;
    private final int offset;
    private final String expected;
    private final String received;
    private final String section;

    /**
     * Makes the exception.
     *
     * @param pdu name of the PDU or structure as in the specification
     * @param field name of the field that did not fit
     * @param offset offset of the field in bytes from the first byte of what was decoded
     * @param expected what would have been right
     * @param received what was there
     * @param section document and section that define the PDU
     */
    public MalformedPduException(
            String pdu, String field, int offset, String expected, String received, String section) {
        super("malformed %s (%s): %s at offset %d: expected %s, received %s"
                .formatted(pdu, section, field, offset, expected, received));
        this.pdu = pdu;
        this.field = field;
        this.offset = offset;
        this.expected = expected;
        this.received = received;
        this.section = section;
    }

    /** Name of the PDU or structure as in the specification. */
    public String pdu() {
        return pdu;
    }

    /** Name of the field that did not fit. */
    public String field() {
        return field;
    }

    /** Offset of the field in bytes from the first byte of what was decoded. */
    public int offset() {
        return offset;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }

    /** What was there. */
    public String received() {
        return received;
    }

    /** Document and section that define the PDU. */
    public String section() {
        return section;
    }
}
