package oriel.licensing.packets.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import oriel.wire.Octets;

/** RSA as RDP does it: numbers are little-endian and nothing is padded — MS-RDPBCGR, section 5.3.4. */
public final class RawRsa {
    private RawRsa() {}

    /**
     * Encrypts a secret the way clients do: as many bytes as the modulus has, then eight zero bytes.
     *
     * @param secret the secret, little-endian
     * @param exponent the server's public exponent
     * @param modulus the server's modulus, little-endian
     */
    public static Octets encrypt(byte[] secret, long exponent, Octets modulus) {
        BigInteger n = number(modulus.toArray());
        BigInteger encrypted = number(secret).modPow(BigInteger.valueOf(exponent), n);
        return Octets.of(littleEndian(encrypted, modulus.length() + PremasterSecret.PADDING));
    }

    /** The number that little-endian bytes say. */
    static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    /** A number as little-endian bytes, zeros behind it. */
    public static byte[] littleEndian(BigInteger number, int size) {
        if (number.bitLength() > 8 * size) {
            throw new IllegalArgumentException("a number of " + number.bitLength() + " bits in " + size + " bytes");
        }
        return Arrays.copyOf(reversed(number.toByteArray()), size);
    }

    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
