package oriel.licensing.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The keys that packs are signed with: Ed25519, written as PEM like every other tool does (RFC 8410). */
public final class PackKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LONGEST_PEM = 4096;
    private static final int FINGERPRINT_BYTES = 16;

    private PackKeys() {}

    /**
     * Makes a fresh pair.
     *
     * @return a private key to sign packs with and the public key to trust them by
     */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    /**
     * Writes a private key.
     *
     * @param key the key
     * @return PEM, to be kept secret
     */
    public static String pem(PrivateKey key) {
        return pem(PRIVATE, key.getEncoded());
    }

    /**
     * Writes a public key.
     *
     * @param key the key
     * @return PEM, to be given to customers
     */
    public static String pem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded());
    }

    /**
     * Reads a private key.
     *
     * @param pem as written by {@link #pem(PrivateKey)} or by other tools
     * @return the key
     * @throws PackException if it is none
     */
    public static PrivateKey privateKey(String pem) throws PackException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(PRIVATE, pem)));
        } catch (GeneralSecurityException e) {
            throw new PackException(PackException.Fault.BAD_KEY, "this is no Ed25519 private key", e);
        }
    }

    /**
     * Reads a public key.
     *
     * @param pem as written by {@link #pem(PublicKey)} or by other tools
     * @return the key
     * @throws PackException if it is none
     */
    public static PublicKey publicKey(String pem) throws PackException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(PUBLIC, pem)));
        } catch (GeneralSecurityException e) {
            throw new PackException(PackException.Fault.BAD_KEY, "this is no Ed25519 public key", e);
        }
    }

    /**
     * Which key it is, for people and packs.
     *
     * @param key a public key
     * @return the first 16 bytes of the SHA-256 of the encoded key, in hexadecimal digits
     */
    public static String fingerprint(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static byte[] der(String label, String pem) throws PackException {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from || pem.length() > LONGEST_PEM) {
            throw new PackException(
                    PackException.Fault.BAD_KEY,
                    "there is no " + label.toLowerCase(java.util.Locale.ROOT) + " in PEM here");
        }
        try {
            return Base64.getDecoder()
                    .decode(pem.substring(from + begin.length(), to).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new PackException(PackException.Fault.BAD_KEY, "the key in PEM is damaged", e);
        }
    }
}
