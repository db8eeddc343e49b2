package oriel.licensing.exchange;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A licence that a client has presented, and what is wrong with it (licensing.md, section 7.1).
 *
 * @param terms  what it says; empty if it cannot be read or no trusted issuer signed it: such a licence says nothing
 * @param faults what is wrong with it; empty = it is a good one
 */
public record PresentedLicense(Optional<LicenseTerms> terms, Set<Fault> faults) {

    /** What can be wrong with a licence. */
    public enum Fault {
        /** It is not a licence, or a damaged one. */
        UNREADABLE,
        /** No issuer this host trusts has signed it. */
        UNTRUSTED,
        /** It is for another product. */
        OTHER_PRODUCT,
        /** It belongs to another device. */
        OTHER_DEVICE,
        /** It is for an older version of the product. */
        OLDER_VERSION,
        /** It is not valid yet. */
        NOT_YET_VALID,
        /** It is not valid any more. */
        EXPIRED
    }

    /** Copies the faults. */
    public PresentedLicense {
        faults = faults.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(faults));
    }
}
