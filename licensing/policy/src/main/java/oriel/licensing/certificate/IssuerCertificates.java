package oriel.licensing.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificates of the issuer itself and of the key for premaster secrets. */
final class IssuerCertificates {

    static final String SIGNATURE = "SHA256withRSA";

    private static final Duration VALID = Duration.ofDays(20 * 365);
    private static final Duration LEEWAY = Duration.ofDays(1);

    private IssuerCertificates() {}

    /** A certificate of an issuer, signed by itself. */
    static X509Certificate root(KeyPair pair, String issuerName, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        X500Name name = name(issuerName);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial(random), Date.from(now.minus(LEEWAY)), Date.from(now.plus(VALID)), name, pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        } catch (IOException e) {
            throw new GeneralSecurityException("the extensions cannot be written", e);
        }
        return sign(builder, pair.getPrivate());
    }

    /** A certificate for the key that takes premaster secrets. */
    static X509Certificate server(IssuerKeys.Signing signing, RSAPublicKey publicKey, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer(signing.certificate()),
                serial(random),
                Date.from(now.minus(LEEWAY)),
                Date.from(now.plus(VALID)),
                name("licence exchange"),
                publicKey);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment));
        } catch (IOException e) {
            throw new GeneralSecurityException("the extensions cannot be written", e);
        }
        return sign(builder, signing.key());
    }

    static X500Name issuer(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return X500Name.getInstance(subject.getEncoded());
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(127, random).setBit(126);
    }

    static X509Certificate sign(X509v3CertificateBuilder builder, java.security.PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed", e);
        }
    }
}
