package oriel.licensing.packets.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import oriel.wire.Octets;

/**
 * The signature of proprietary certificates, made with the key that MS-RDPBCGR prints in section 5.3.3.1.1: sections 5.3.3.1.2 and
 * 5.3.3.1.3. Everybody can make it; it proves nothing.
 */
public final class ProprietarySignature {
    private static final int HASH_SIZE = 16;
    private static final int MODULUS_SIZE = 64;
    private static final int PADDING = 8;

    /** Numbers of the key, little-endian. */
    private static final BigInteger MODULUS = number("3d3a5ebd72433ec94dbbc11e4aba5fcb3e882087eff5c1e2d7b76b9af2524595"
            + "ce63656b583afeef7ce7bffe3df65c7d6c5e06091af561bb2093095f056dea87");

    private static final BigInteger PUBLIC_EXPONENT = number("5b7b88c0");
    private static final BigInteger PRIVATE_EXPONENT =
            number("87a71932da11875558001616256568f8243ee6fae9674994cf92cc3399e80860"
                    + "179a129f24ddb12499c73ab80a7b0ddd350779170b519bb3c7100113e73ff35f");

    private ProprietarySignature() {}

    private static BigInteger number(String littleEndianDigits) {
        return RawRsa.number(HexFormat.of().parseHex(littleEndianDigits));
    }

    /** Signs the first six fields of a certificate; the signature has its padding. */
    public static Octets sign(byte[] fields) {
        BigInteger signature = RawRsa.number(block(fields)).modPow(PRIVATE_EXPONENT, MODULUS);
        return Octets.of(RawRsa.littleEndian(signature, MODULUS_SIZE + PADDING));
    }

    /** Whether a signature, with its padding or without, is that of the first six fields of a certificate. */
    public static boolean verifies(Octets signature, byte[] fields) {
        BigInteger number = RawRsa.number(signature.toArray());
        if (number.compareTo(MODULUS) >= 0) {
            return false;
        }
        byte[] clear = RawRsa.littleEndian(number.modPow(PUBLIC_EXPONENT, MODULUS), MODULUS_SIZE);
        return MessageDigest.isEqual(clear, Arrays.copyOf(block(fields), MODULUS_SIZE));
    }

    /** What is raised to a power: the hash, a zero, ones, and a one at the end. */
    private static byte[] block(byte[] fields) {
        byte[] block = Arrays.copyOf(LicenseKeys.hash("MD5", fields), MODULUS_SIZE - 1);
        Arrays.fill(block, HASH_SIZE + 1, block.length - 1, (byte) 0xFF);
        block[block.length - 1] = 1;
        return block;
    }
}
