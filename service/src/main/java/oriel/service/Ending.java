package oriel.service;

import oriel.contract.protocol.ErrorInfo;

/**
 * Why a connection ends.
 *
 * @param kind  what sort of end it is
 * @param error what the client is told
 * @param text  one clause for log and trace
 */
record Ending(Kind kind, ErrorInfo error, String text) {

    /** Sorts of ends. */
    enum Kind {
        /** The client has gone away. */
        BROKEN,
        /** A step has failed. */
        FAILED,
        /** The service or the protocol does not want this client or user. */
        REFUSED,
        /** Somebody wants the client away; the session stays. */
        DISCONNECTED,
        /** A time limit was reached. */
        TIME_LIMIT,
        /** The session ends, and its connection with it. */
        LOGGED_OFF,
        /** The service stops. */
        STOPPED
    }

    static final Ending BROKEN = new Ending(Kind.BROKEN, ErrorInfo.NONE, "the client has gone away");

    static Ending failed(ErrorInfo error, String text) {
        return new Ending(Kind.FAILED, error, text);
    }

    static Ending refused(ErrorInfo error, String text) {
        return new Ending(Kind.REFUSED, error, text);
    }

    /** An end whose reason for the client says it all. */
    static Ending of(Kind kind, ErrorInfo error) {
        return new Ending(kind, error, error.text());
    }

    /** Whether somebody is still there who could be told. */
    boolean clientReachable() {
        return kind != Kind.BROKEN;
    }

    /** Whether the session ends too, given what "reset broken" says (sequences.md, section 5.1). */
    boolean endsSession(boolean resetBroken) {
        return switch (kind) {
            case LOGGED_OFF -> true;
            case BROKEN, TIME_LIMIT -> resetBroken;
            case FAILED, REFUSED, DISCONNECTED, STOPPED -> false;
        };
    }
}
