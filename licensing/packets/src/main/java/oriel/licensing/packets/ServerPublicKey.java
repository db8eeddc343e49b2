package oriel.licensing.packets;

import java.math.BigInteger;
import oriel.licensing.packets.crypto.RawRsa;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * RSA Public Key (RSA_PUBLIC_KEY) — MS-RDPBCGR, section 2.2.1.4.3.1.1.1.
 *
 * @param exponent public exponent
 * @param modulus modulus, little-endian, as many bytes as the key is long
 */
public record ServerPublicKey(long exponent, Octets modulus) {
    private static final int MAGIC = 0x31415352;
    private static final int PADDING = 8;
    private static final int SHORTEST = 512 / 8;
    private static final int LONGEST = 8192 / 8;

    /** Checks the size of the key. */
    public ServerPublicKey {
        if (modulus.length() < SHORTEST || modulus.length() > LONGEST) {
            throw new IllegalArgumentException("a key of " + modulus.length() + " bytes");
        }
    }

    /** A key of numbers. */
    public static ServerPublicKey of(BigInteger exponent, BigInteger modulus) {
        return new ServerPublicKey(
                exponent.longValueExact(), Octets.of(RawRsa.littleEndian(modulus, (modulus.bitLength() + 7) / 8)));
    }

    /** Reads a whole structure. */
    public static ServerPublicKey decode(WireReader in) {
        in.named("RSA Public Key", "MS-RDPBCGR 2.2.1.4.3.1.1.1");
        int magic = in.i32("magic");
        if (magic != MAGIC) {
            throw in.malformed("magic", "0x%08x".formatted(MAGIC), "0x%08x".formatted(magic));
        }
        int length = in.count(in.u32("keylen"), LONGEST + PADDING, "keylen") - PADDING;
        if (length < SHORTEST) {
            throw in.malformed("keylen", "at least " + (SHORTEST + PADDING), (long) length + PADDING);
        }
        expect(in, 8L * length, "bitlen");
        expect(in, length - 1L, "datalen");
        long exponent = in.u32("pubExp");
        Octets modulus = in.octets(length, "modulus");
        in.skip(PADDING, "modulus padding");
        in.expectEnd();
        return new ServerPublicKey(exponent, modulus);
    }

    private static void expect(WireReader in, long expected, String field) {
        long received = in.u32(field);
        if (received != expected) {
            throw in.malformed(field, Long.toString(expected), received);
        }
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.i32(MAGIC).u32(modulus.length() + PADDING).u32(8L * modulus.length());
        out.u32(modulus.length() - 1).u32(exponent).octets(modulus).pad(PADDING);
    }
}
