package oriel.licensing.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import oriel.licensing.exchange.LicenseIssuer;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;

/** Issues licences as certificates, and inspects them. */
public final class CertificateIssuer implements LicenseIssuer {

    private final IssuerKeys keys;
    private final String name;

    /**
     * Makes an issuer.
     *
     * @param keys its keys
     * @param name its name in licences, e.g. that of the host
     */
    public CertificateIssuer(IssuerKeys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    @Override
    public byte[] issue(LicenseTerms terms, LicensedProduct product) {
        try {
            return LicenseCertificate.compose(keys.signing(), name, terms, product);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the licence cannot be composed", e);
        }
    }

    @Override
    public Inspection inspect(byte[] license, Instant now) {
        Optional<ParsedLicense> parsed = ParsedLicense.of(license);
        if (parsed.isEmpty()) {
            return new Inspection.Unreadable();
        }
        if (keys.trusted(now).stream().noneMatch(parsed.get()::isSignedBy)) {
            return new Inspection.Untrusted();
        }
        return parsed.get()
                .says()
                .<Inspection>map(said -> new Inspection.Genuine(said.terms(), said.product()))
                .orElseGet(Inspection.Unreadable::new);
    }
}
