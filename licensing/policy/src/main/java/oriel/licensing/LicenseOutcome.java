package oriel.licensing;

import oriel.contract.protocol.ErrorInfo;

/** How a licence exchange went. */
public sealed interface LicenseOutcome {

    /**
     * The client may go on.
     *
     * @param grant what it holds as long as its connection lasts; whoever receives it closes it
     */
    record Granted(LicenseGrant grant) implements LicenseOutcome {}

    /**
     * The client may not go on.
     *
     * @param error    what it is told, 0x100 … 0x10A
     * @param reason   why, for the log, the trace and the user: one lower-case clause
     * @param telling whether the exchange of packets was ended well, so that the user can be told on the screen
     * @param why     the same as one of those that users are told in their own language
     */
    record Refused(ErrorInfo error, String reason, Telling telling, Why why) implements LicenseOutcome {

        /**
         * A refusal with a reason of its own.
         *
         * @param error   what the client is told
         * @param reason  why
         * @param telling where the user learns of it
         */
        public Refused(ErrorInfo error, String reason, Telling telling) {
            this(error, reason, telling, Why.OTHER);
        }

        /**
         * A refusal that the exchange itself has told the client.
         *
         * @param error  what the client is told
         * @param reason why
         */
        public Refused(ErrorInfo error, String reason) {
            this(error, reason, Telling.BY_CODE);
        }
    }

    /** Why a client may not go on. */
    enum Why {
        /** For a reason that only its own words tell. */
        OTHER,
        /** This host has no licences to give. */
        NONE_HERE,
        /** All licences are in use. */
        ALL_TAKEN,
        /** The licence was taken back. */
        REVOKED,
        /** The temporary licence has expired. */
        EXPIRED,
        /** The licences cannot be looked up. */
        UNREACHABLE
    }

    /** Where the user learns of a refusal. */
    enum Telling {
        /** The client was told within the exchange, or is beyond telling; its connection ends with the error code. */
        BY_CODE,
        /**
         * The client was sent <em>valid client</em>, so that it goes on and its user can be told on the logon screen; then the
         * connection ends with the error code. Stock clients say little or nothing of a refusal within the exchange.
         */
        ON_SCREEN
    }
}
