package oriel.rdp;

import oriel.rdp.codec.share.ErrorInfo;

/** The client has sent a PDU that is well formed but has no place here; carries the code the client must still be told. */
final class UnexpectedPduException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int errorInfo;

    /**
     * Makes the exception where the client cannot be told anything yet.
     *
     * @param pdu   name of the PDU
     * @param state where the connection is
     */
    UnexpectedPduException(String pdu, String state) {
        this(pdu, state, ErrorInfo.NONE);
    }

    /**
     * Makes the exception.
     *
     * @param pdu       name of the PDU
     * @param state     where the connection is
     * @param errorInfo code for the Set Error Info PDU
     */
    UnexpectedPduException(String pdu, String state, int errorInfo) {
        super("unexpected " + pdu + " " + state);
        this.errorInfo = errorInfo;
    }

    int errorInfo() {
        return errorInfo;
    }
}
