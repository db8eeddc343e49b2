package oriel.licensing.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.LicenseBlob;
import oriel.licensing.packets.LicenseServerInformation;
import oriel.licensing.packets.LicensedProductInformation;
import oriel.wire.FixedText;
import oriel.wire.Octets;
import oriel.wire.WireReader;

/** A licence taken apart. Nothing in it is believed before {@link #isSignedBy}. */
record ParsedLicense(Certificate certificate) {

    /** Takes apart what a client has presented; empty = it is no licence. */
    static Optional<ParsedLicense> of(byte[] license) {
        if (license.length == 0 || license.length > LicenseBlob.LONGEST_LICENSE) {
            return Optional.empty();
        }
        try {
            List<Certificate> licenses = certificates(license).stream()
                    .filter(certificate ->
                            extension(certificate, LicenseExtensions.PRODUCT).isPresent())
                    .toList();
            return licenses.size() == 1 ? Optional.of(new ParsedLicense(licenses.getFirst())) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The parser answers damaged structures with exceptions of many kinds; all mean the same.
            return Optional.empty();
        }
    }

    private static List<Certificate> certificates(byte[] license) throws IOException {
        var content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(license));
        if (!PKCSObjectIdentifiers.signedData.equals(content.getContentType())) {
            throw new IOException("no signed data");
        }
        var found = new ArrayList<Certificate>();
        var certificates = SignedData.getInstance(content.getContent()).getCertificates();
        for (ASN1Encodable certificate : Objects.requireNonNull(certificates)) {
            found.add(Certificate.getInstance(certificate));
        }
        return found;
    }

    /** Whether the key of an issuer has signed it. The algorithm is ours, whatever the licence says. */
    boolean isSignedBy(X509Certificate issuer) {
        try {
            Signature signature = Signature.getInstance(IssuerCertificates.SIGNATURE);
            signature.initVerify(issuer.getPublicKey());
            signature.update(certificate.getTBSCertificate().getEncoded("DER"));
            return signature.verify(certificate.getSignature().getOctets());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** What it says; empty = it is signed, but no licence of ours. */
    Optional<Said> says() {
        try {
            return Optional.of(read());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Terms and product of a licence. */
    record Said(LicenseTerms terms, LicensedProduct product) {}

    private Said read() {
        var product = LicensedProductInformation.decode(required(LicenseExtensions.PRODUCT));
        var server = LicenseServerInformation.decode(required(LicenseExtensions.SERVER));
        int version = product.licensed().major() << 16 | product.licensed().minor();
        BigInteger serial = certificate.getSerialNumber().getValue();
        var terms = new LicenseTerms(
                serial.longValueExact(),
                version,
                product.licensed().temporary(),
                certificate.getStartDate().getDate().toInstant(),
                certificate.getEndDate().getDate().toInstant(),
                device(product.platformId().value()));
        return new Said(
                terms, new LicensedProduct(version, manufacturer(), product.requestedProductId(), server.scope()));
    }

    private String manufacturer() {
        WireReader text = required(LicenseExtensions.MANUFACTURER).reader();
        return FixedText.untilZero(text.utf16(text.remaining(), "manufacturer"));
    }

    private Device device(int platformId) {
        byte[] hardwareId = Base64.getDecoder().decode(subject(BCStyle.SERIALNUMBER));
        if (hardwareId.length != ClientHardwareId.SIZE) {
            throw new IllegalArgumentException("a hardware id of " + hardwareId.length + " bytes");
        }
        return new Device(HexFormat.of().formatHex(hardwareId), platformId, subject(BCStyle.L), subject(BCStyle.CN));
    }

    private String subject(ASN1ObjectIdentifier attribute) {
        X500Name subject = certificate.getSubject();
        var found = subject.getRDNs(attribute);
        return found.length > 0 && found[0].getFirst().getValue() instanceof ASN1String text ? text.getString() : "";
    }

    private Octets required(ASN1ObjectIdentifier id) {
        return extension(certificate, id).orElseThrow();
    }

    private static Optional<Octets> extension(Certificate certificate, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(certificate.getTBSCertificate().getExtensions())
                .map(extensions -> extensions.getExtension(id))
                .map(extension -> Octets.of(extension.getExtnValue().getOctets()));
    }
}
