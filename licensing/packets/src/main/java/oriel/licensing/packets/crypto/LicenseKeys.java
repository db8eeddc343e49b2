package oriel.licensing.packets.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.SecretKeySpec;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** The keys of one licence exchange — MS-RDPELE, sections 5.1.2 to 5.1.5. */
public final class LicenseKeys {
    /** Size of a premaster secret. */
    public static final int PREMASTER_SIZE = 48;

    /** Size of a checksum. */
    public static final int MAC_SIZE = 16;

    private static final int KEY_SIZE = 16;
    private static final int PAD_1_SIZE = 40;
    private static final int PAD_2_SIZE = 48;
    private static final String RC4 = "ARCFOUR";

    private final byte[] macSalt;
    private final SecretKeySpec key;

    private LicenseKeys(byte[] macSalt, byte[] key) {
        this.macSalt = macSalt;
        this.key = new SecretKeySpec(key, RC4);
    }

    /** Whether this host allows the ciphers and hashes that licensing is made of. */
    public static boolean available() {
        try {
            var keys = derive(new byte[PREMASTER_SIZE], Octets.EMPTY, Octets.EMPTY);
            keys.mac(keys.crypt(Octets.of(new byte[1])));
            return true;
        } catch (ForbiddenCipherException e) {
            return false;
        }
    }

    /**
     * The keys of an exchange.
     *
     * @param premaster the client's secret, {@link #PREMASTER_SIZE} bytes
     * @param clientRandom the client's random number
     * @param serverRandom the server's random number
     */
    public static LicenseKeys derive(byte[] premaster, Octets clientRandom, Octets serverRandom) {
        if (premaster.length != PREMASTER_SIZE) {
            throw new IllegalArgumentException("a premaster secret of " + premaster.length + " bytes");
        }
        byte[] client = clientRandom.toArray();
        byte[] server = serverRandom.toArray();
        byte[] master = threeHashes(premaster, client, server);
        byte[] blob = threeHashes(master, server, client);
        byte[] salt = Arrays.copyOf(blob, KEY_SIZE);
        byte[] key = hash("MD5", Arrays.copyOfRange(blob, KEY_SIZE, 2 * KEY_SIZE), client, server);
        Arrays.fill(master, (byte) 0);
        Arrays.fill(blob, (byte) 0);
        return new LicenseKeys(salt, key);
    }

    /** MasterSecret and SessionKeyBlob: salted hashes of three labels, one after the other. */
    private static byte[] threeHashes(byte[] secret, byte[] first, byte[] second) {
        var out = new WireWriter(PREMASTER_SIZE);
        for (String label : new String[] {"A", "BB", "CCC"}) {
            byte[] inner = hash("SHA-1", label.getBytes(StandardCharsets.US_ASCII), secret, first, second);
            out.bytes(hash("MD5", secret, inner));
        }
        return out.toByteArray();
    }

    /** The checksum of clear data. */
    public Octets mac(Octets data) {
        var length = new WireWriter(4).i32(data.length()).toByteArray();
        byte[] inner = hash("SHA-1", macSalt, repeated(0x36, PAD_1_SIZE), length, data.toArray());
        return Octets.of(hash("MD5", macSalt, repeated(0x5C, PAD_2_SIZE), inner));
    }

    /** Whether a checksum is that of clear data; takes the same time whichever byte differs. */
    public boolean verifies(Octets mac, Octets data) {
        return MessageDigest.isEqual(mac.toArray(), mac(data).toArray());
    }

    /** Encrypts or decrypts a field; each from a fresh state of the cipher. */
    public Octets crypt(Octets data) {
        try {
            Cipher cipher = Cipher.getInstance(RC4);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Octets.of(cipher.doFinal(data.toArray()));
        } catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidKeyException e) {
            throw new ForbiddenCipherException("RC4", e);
        } catch (IllegalBlockSizeException | BadPaddingException e) {
            throw new IllegalStateException("a stream cipher without blocks", e);
        }
    }

    private static byte[] repeated(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static byte[] hash(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new ForbiddenCipherException(algorithm, e);
        }
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "licence keys";
    }
}
