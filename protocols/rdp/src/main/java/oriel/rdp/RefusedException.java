package oriel.rdp;

import oriel.rdp.codec.x224.NegotiationAnswer;

/** The client cannot be served as it asks; carries what it must still be told on the wire. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int failureCode;

    /**
     * Makes the exception.
     *
     * @param failureCode code of the RDP Negotiation Failure, see {@link NegotiationAnswer.Failure}
     * @param reason      why, one lower-case clause
     */
    RefusedException(int failureCode, String reason) {
        super(reason);
        this.failureCode = failureCode;
    }

    NegotiationAnswer.Failure answer() {
        return new NegotiationAnswer.Failure(failureCode);
    }
}
