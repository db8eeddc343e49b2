package oriel.licensing.exchange;

import java.util.Optional;
import oriel.licensing.LicenseOutcome;
import oriel.wire.Octets;

/** How an exchange of licence packets went. */
public sealed interface ExchangeResult {

    /**
     * The client was told that it may go on.
     *
     * @param device  the client
     * @param how     by which packet
     * @param license the licence it was sent, if any
     */
    record Completed(Device device, How how, Optional<Octets> license) implements ExchangeResult {}

    /**
     * The client may not go on, and was told so within the exchange, or has said so itself.
     *
     * @param refused what Set Error Info says, and why
     */
    record Refused(LicenseOutcome.Refused refused) implements ExchangeResult {}

    /**
     * The packets of licensing cannot be exchanged with this client; it has been told nothing yet. Whoever decides on licences may
     * count the client by other means, and send it <em>valid client</em> or an error.
     *
     * @param reason why
     */
    record WithoutPackets(Reason reason) implements ExchangeResult {}

    /** How a client was told that it may go on. */
    enum How {
        /** <em>Valid client</em>, for the licence it has presented. */
        LICENSE_ACCEPTED,
        /** <em>New License</em>. */
        NEW_LICENSE,
        /** <em>Upgrade License</em> with another licence than it has presented. */
        UPGRADED_LICENSE,
        /** <em>Upgrade License</em> with the licence it has presented. */
        OLD_LICENSE,
        /** <em>Valid client</em>, without a licence. */
        VALID_CLIENT
    }

    /** Why packets cannot be exchanged. */
    enum Reason {
        /** This host allows RC4, MD5 or SHA-1 to nobody, as hosts in FIPS mode do. */
        HOST_WITHOUT_CIPHERS("this host allows no RC4, MD5 or SHA-1"),
        /** The client's capabilities name another key exchange than RSA. */
        CLIENT_WITHOUT_RSA("the client exchanges no keys by RSA"),
        /** The client's capabilities name another version of licensing. */
        CLIENT_OF_ANOTHER_VERSION("the client speaks another version of licensing"),
        /** The provider carries no packets: it has answered with an empty one. */
        PROVIDER_WITHOUT_PACKETS("the protocol carries no licence packets");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /**
         * The reason in words, for log and trace.
         *
         * @return a clause
         */
        public String text() {
            return text;
        }
    }
}
