package oriel.licensing.exchange;

import java.time.Instant;

/** Signs licences, and knows its own again. Safe to call from many threads. */
public interface LicenseIssuer {

    /**
     * Composes and signs a licence.
     *
     * @param terms   what it says
     * @param product what it is for; the version is that of the terms
     * @return the licence, as a client keeps it
     */
    byte[] issue(LicenseTerms terms, LicensedProduct product);

    /**
     * Looks at a licence that a client has kept.
     *
     * @param license any bytes
     * @param now     the time at which it is presented
     * @return what it is
     */
    Inspection inspect(byte[] license, Instant now);

    /** What bytes of a client are. */
    sealed interface Inspection {

        /** No licence, or a damaged one. */
        record Unreadable() implements Inspection {}

        /** A licence that no issuer trusted here has signed. */
        record Untrusted() implements Inspection {}

        /**
         * A licence of an issuer that is trusted here.
         *
         * @param terms   what it says
         * @param product what it is for
         */
        record Genuine(LicenseTerms terms, LicensedProduct product) implements Inspection {}
    }
}
