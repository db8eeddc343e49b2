package oriel.server.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A certificate and its key, in PEM files.
 *
 * @param certificateFile where the certificate is, the host's own first
 * @param keyFile         where the key is, PKCS #8
 */
public record CertificateFiles(Path certificateFile, Path keyFile) {

    private static final int LARGEST = 1 << 20;

    /**
     * Reads the certificate.
     *
     * @return the host's own certificate
     * @throws IOException if it cannot be read or is none; the message says which file and why
     */
    public X509Certificate certificate() throws IOException {
        byte[] content = read(certificateFile, "certificate");
        try (InputStream in = new java.io.ByteArrayInputStream(content)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!chain.isEmpty() && chain.iterator().next() instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new IOException("certificate " + certificateFile + " holds no certificate");
        } catch (CertificateException e) {
            throw new IOException("certificate " + certificateFile + " is no X.509 certificate in PEM", e);
        }
    }

    /**
     * Reads both, without the proof that they belong together.
     *
     * @return the host's own certificate
     * @throws IOException if one of them cannot be read or is none; the message says which file and why
     */
    public X509Certificate read() throws IOException {
        X509Certificate certificate = certificate();
        key(certificate.getPublicKey().getAlgorithm());
        return certificate;
    }

    /**
     * Reads both and checks that they belong together.
     *
     * @return the host's own certificate
     * @throws IOException if they cannot be used; the message says which file and why
     */
    public X509Certificate check() throws IOException {
        X509Certificate certificate = certificate();
        PrivateKey key = key(certificate.getPublicKey().getAlgorithm());
        if (!belongTogether(certificate.getPublicKey(), key)) {
            throw new IOException("key " + keyFile + " does not belong to certificate " + certificateFile);
        }
        return certificate;
    }

    private PrivateKey key(String algorithm) throws IOException {
        String text = new String(read(keyFile, "key"), StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = text.indexOf("-----END PRIVATE KEY-----");
        if (begin < 0 || end < begin) {
            throw new IOException("key " + keyFile + " holds no unencrypted PKCS #8 key (BEGIN PRIVATE KEY)");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(text.substring(begin + 27, end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "key " + keyFile + " is no " + algorithm + " key as certificate " + certificateFile + " needs it",
                    e);
        }
    }

    private static byte[] read(Path file, String what) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(what + " " + file + " has more than 1 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(what + " " + file + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(what + " " + file + " cannot be read: permission denied", e);
        }
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey key) throws IOException {
        try {
            String name = publicKey.getAlgorithm();
            Signature signature = Signature.getInstance(
                    name.equals("EC") ? "SHA256withECDSA" : name.equals("RSA") ? "SHA256withRSA" : name);
            byte[] sample = {1, 2, 3};
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key does not fit: " + e.getMessage(), e);
        }
    }

    /**
     * The fingerprint by which clients recognise a certificate.
     *
     * @param certificate which
     * @return SHA-256 of its encoding, as pairs of hexadecimal digits with colons
     */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateException e) {
            throw new IllegalStateException("every Java runtime has SHA-256, every certificate an encoding", e);
        }
    }

    /**
     * The names a certificate is valid for.
     *
     * @param certificate which
     * @return host names and addresses
     */
    public static List<String> names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
