package oriel.rdp.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates and private keys from PEM files (RFC 7468): keys as PKCS #8 ({@code PRIVATE KEY}), PKCS #1 ({@code RSA
 * PRIVATE KEY}) or SEC 1 ({@code EC PRIVATE KEY}), not encrypted.
 */
final class PemFiles {

    /** No sensible certificate or key file is larger. */
    private static final long LARGEST_FILE = 1 << 20;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private static final byte[] RSA_ENCRYPTION =
            Der.sequence(Der.oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01), Der.NULL);
    private static final byte[] EC_PUBLIC_KEY = Der.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01);

    private PemFiles() {}

    static X509Certificate[] certificates(Path file) throws IOException, CertificateException {
        var certificates =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(bytes(file)))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toArray(X509Certificate[]::new);
        if (certificates.length == 0) {
            throw new CertificateException(file + " holds no certificate");
        }
        return certificates;
    }

    static PrivateKey privateKey(Path file, PublicKey partner) throws IOException, GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance(partner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8(file)));
        if (!belongTogether(key, partner)) {
            throw new GeneralSecurityException(file + " is not the key of the certificate");
        }
        return key;
    }

    private static byte[] pkcs8(Path file) throws IOException, GeneralSecurityException {
        Matcher block = BLOCK.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case "PRIVATE KEY":
                    return der;
                case "RSA PRIVATE KEY":
                    return Der.sequence(Der.integerZero(), RSA_ENCRYPTION, Der.octetString(der));
                case "EC PRIVATE KEY":
                    byte[] curve = Der.firstContextTagged(der, 0);
                    return Der.sequence(Der.integerZero(), Der.sequence(EC_PUBLIC_KEY, curve), Der.octetString(der));
                case "ENCRYPTED PRIVATE KEY":
                    throw new GeneralSecurityException(file + " is encrypted with a password");
                default: // EC PARAMETERS, certificates
            }
        }
        throw new GeneralSecurityException(file + " holds no private key");
    }

    private static boolean belongTogether(PrivateKey key, PublicKey partner) throws GeneralSecurityException {
        if (key instanceof RSAPrivateKey rsa && partner instanceof RSAPublicKey rsaPartner) {
            BigInteger modulus = rsa.getModulus();
            return modulus.equals(rsaPartner.getModulus());
        }
        byte[] sample = {1, 2, 3, 4};
        var signature = Signature.getInstance(
                switch (partner.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "EdDSA" -> "EdDSA";
                    default -> "SHA256withRSA";
                });
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(partner);
        signature.update(sample);
        return signature.verify(signed);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is too large for a certificate or key");
        }
        return Files.readAllBytes(file);
    }
}
