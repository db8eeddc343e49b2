package oriel.licensing.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers of the extensions of a licence (licensing.md, section 6.1). */
final class LicenseExtensions {

    private static final ASN1ObjectIdentifier LICENSING = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.18");

    static final ASN1ObjectIdentifier MANUFACTURER = LICENSING.branch("2");
    static final ASN1ObjectIdentifier VERSION = LICENSING.branch("4");
    static final ASN1ObjectIdentifier PRODUCT = LICENSING.branch("5");
    static final ASN1ObjectIdentifier SERVER = LICENSING.branch("6");

    /** Version of the certificates of licences: 5.1, as licence servers write it. */
    static final int CERTIFICATE_VERSION = 0x0005_0001;

    private LicenseExtensions() {}
}
