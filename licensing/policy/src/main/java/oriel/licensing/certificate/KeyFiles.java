package oriel.licensing.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Files of keys and certificates in PEM. */
final class KeyFiles {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String ENDING = ".pem";
    private static final int LONGEST = 64 * 1024;

    private KeyFiles() {}

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
    }

    /** Writes a file whole or not at all, for its owner only. */
    static void write(Path file, String pem) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, ".", ".fresh", PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.writeString(fresh, pem);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Something that is another thing when the file is another one: files are never changed, only replaced. */
    static Object mark(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(Objects.toString(attributes.fileKey()), attributes.lastModifiedTime());
    }

    static String pem(PrivateKey key) {
        return pem(PRIVATE_KEY, key.getEncoded());
    }

    static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return pem(CERTIFICATE, certificate.getEncoded());
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static IssuerKeys.Signing signing(Path file) throws IOException, GeneralSecurityException {
        String pem = readSecret(file);
        var certificate = x509(der(file, pem, CERTIFICATE));
        RSAPrivateCrtKey key = privateKey(file, pem);
        if (!publicKey(key).getPublic().equals(certificate.getPublicKey())) {
            throw new IOException(file + " holds a certificate of another key");
        }
        return new IssuerKeys.Signing(key, certificate);
    }

    static KeyPair pair(Path file) throws IOException, GeneralSecurityException {
        return publicKey(privateKey(file, readSecret(file)));
    }

    static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return x509(der(file, read(file), CERTIFICATE));
    }

    /** The time in the name of a file: prefix, serial number, seconds since 1970. */
    static Instant until(Path file, String prefix) throws IOException {
        String name = file.getFileName().toString();
        try {
            String rest = name.substring(prefix.length(), name.length() - ENDING.length());
            return Instant.ofEpochSecond(Long.parseLong(rest.substring(rest.indexOf('-') + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            throw new IOException(file + " does not say until when it is good", e);
        }
    }

    private static KeyPair publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new KeyPair(KeyFactory.getInstance("RSA").generatePublic(numbers), key);
    }

    private static RSAPrivateCrtKey privateKey(Path file, String pem) throws IOException, GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(der(file, pem, PRIVATE_KEY));
        if (KeyFactory.getInstance("RSA").generatePrivate(encoded) instanceof RSAPrivateCrtKey key) {
            return key;
        }
        throw new IOException(file + " holds a key without its primes");
    }

    private static X509Certificate x509(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static String readSecret(Path file) throws IOException {
        var open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.retainAll(OTHERS);
        if (!open.isEmpty()) {
            throw new IOException(file + " can be used by others than its owner: chmod 600 " + file);
        }
        return read(file);
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is longer than any key");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private static byte[] der(Path file, String pem, String label) throws IOException {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IOException(file + " holds no " + label.toLowerCase(java.util.Locale.ROOT));
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
    }
}
