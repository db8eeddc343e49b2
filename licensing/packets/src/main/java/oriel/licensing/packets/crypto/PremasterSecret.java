package oriel.licensing.packets.crypto;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import oriel.wire.Octets;

/** The secret that the client has chosen, on its way through the server's RSA key — MS-RDPELE, section 5.1.2. */
public final class PremasterSecret {
    /** Zero bytes that clients put behind an encrypted secret. */
    static final int PADDING = 8;

    private PremasterSecret() {}

    /**
     * Decrypts a premaster secret. Whatever is wrong with it, the exchange goes on with a random one, and the client learns from the
     * checksum of its next packet what it would learn from a secret well encrypted and wrong: nothing. The same steps are taken in
     * both cases, and the choice between the two secrets does not branch; the private operation is the JDK's, which blinds it.
     *
     * <p>A secret shorter than the modulus stands for a small number: rdesktop 1.9 sends 72 zero bytes whatever key it was given,
     * which is a premaster secret of zeros by any key.
     *
     * @param encrypted what the client has sent
     * @param key the server's key
     * @param substitute {@link LicenseKeys#PREMASTER_SIZE} random bytes
     * @return a premaster secret
     */
    public static byte[] decrypt(Octets encrypted, RSAPrivateKey key, byte[] substitute) {
        if (substitute.length != LicenseKeys.PREMASTER_SIZE) {
            throw new IllegalArgumentException("a substitute of " + substitute.length + " bytes");
        }
        int size = (key.getModulus().bitLength() + 7) / 8;
        byte[] sent = encrypted.toArray();
        int fault = encrypted.isEmpty() ? 1 : 0;
        for (int i = size; i < sent.length; i++) {
            fault |= sent[i];
        }
        byte[] clear = new byte[size];
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
            rsa.init(Cipher.DECRYPT_MODE, key);
            clear = RawRsa.reversed(rsa.doFinal(RawRsa.reversed(Arrays.copyOf(sent, size))));
        } catch (GeneralSecurityException e) {
            fault |= 1; // a number not below the modulus
        }
        for (int i = LicenseKeys.PREMASTER_SIZE; i < clear.length; i++) {
            fault |= clear[i];
        }
        return chosen(fault, clear, substitute);
    }

    /** The secret if there was no fault, else the substitute; does not branch. */
    private static byte[] chosen(int fault, byte[] secret, byte[] substitute) {
        int mask = (fault | -fault) >> 31;
        byte[] chosen = new byte[LicenseKeys.PREMASTER_SIZE];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (byte) ((secret[i] & ~mask) | (substitute[i] & mask));
        }
        return chosen;
    }
}
