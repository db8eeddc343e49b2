package oriel.server.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import oriel.server.home.PrivateFiles;

/** Makes a certificate that signs itself: ECDSA on P-256, which costs a handshake the least. */
public final class SelfSigned {

    private static final Duration VALID = Duration.ofDays(3650);
    /** Clocks of clients may be behind. */
    private static final Duration LEEWAY = Duration.ofDays(1);

    private SelfSigned() {}

    /**
     * Makes a key and a certificate for this host.
     *
     * @param hostNames       names by which clients may know this host
     * @param now             time of its making
     * @param certificateFile where the certificate goes, PEM
     * @param keyFile         where the key goes, PEM (PKCS #8), readable by its owner only
     * @throws IOException              if a file cannot be written
     * @throws GeneralSecurityException if the Java runtime lacks an algorithm
     */
    public static void make(List<String> hostNames, Instant now, Path certificateFile, Path keyFile)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = sign(pair, hostNames, now);
        PrivateFiles.write(keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        PrivateFiles.write(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static X509Certificate sign(KeyPair pair, List<String> hostNames, Instant now)
            throws IOException, GeneralSecurityException {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, hostNames.getFirst())
                .addRDN(BCStyle.O, "Oriel")
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(127, new SecureRandom()).setBit(126),
                Date.from(now.minus(LEEWAY)),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(hostNames));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed", e);
        }
    }

    private static GeneralNames alternativeNames(List<String> hostNames) {
        List<GeneralName> names = new ArrayList<>();
        hostNames.forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
        if (!hostNames.contains("localhost")) {
            names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        }
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(
                GeneralName.iPAddress, InetAddress.ofLiteral("::1").getHostAddress()));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static byte[] pem(String label, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
