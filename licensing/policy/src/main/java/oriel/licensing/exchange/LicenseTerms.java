package oriel.licensing.exchange;

import java.time.Instant;

/**
 * What a licence says (licensing.md, section 6).
 *
 * @param serial     its number, unique for the issuer, above zero; the ledger gives it
 * @param version    version of the product it is good for, high word major, low word minor ({@code dwVersion})
 * @param temporary  whether it is a temporary one
 * @param validFrom  first moment it is valid, in whole seconds
 * @param validUntil last moment it is valid, in whole seconds
 * @param device     whose it is
 */
public record LicenseTerms(
        long serial, int version, boolean temporary, Instant validFrom, Instant validUntil, Device device) {}
