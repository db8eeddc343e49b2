package oriel.licensing.packets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.wire.Octets;

class PremasterSecretTest {
    private static final byte[] SECRET = bytes(48, 1);
    private static final byte[] SUBSTITUTE = bytes(48, 2);

    private static KeyPair pair;

    @BeforeAll
    static void makeAKey() throws Exception {
        pair = pair(1024);
    }

    private static KeyPair pair(int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Octets encrypt(byte[] secret, KeyPair pair) {
        var key = (RSAPublicKey) pair.getPublic();
        return RawRsa.encrypt(secret, key.getPublicExponent().longValueExact(), Octets.of(modulus(key)));
    }

    private static byte[] modulus(RSAPublicKey key) {
        return RawRsa.littleEndian(key.getModulus(), (key.getModulus().bitLength() + 7) / 8);
    }

    private static byte[] decrypt(Octets encrypted, KeyPair pair) {
        return PremasterSecret.decrypt(encrypted, (RSAPrivateKey) pair.getPrivate(), SUBSTITUTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048})
    void shouldComeBackFromAKeyOfAnySize(int bits) throws Exception {
        KeyPair other = pair(bits);
        Octets encrypted = encrypt(SECRET, other);
        assertThat(encrypted.length()).isEqualTo(bits / 8 + 8);
        assertThat(decrypt(encrypted, other)).isEqualTo(SECRET);
        assertThat(decrypt(Octets.of(encrypted.toArray(), 0, bits / 8), other)).isEqualTo(SECRET);
    }

    /** rdesktop sends 72 zero bytes whatever the key is. */
    @Test
    void shouldTakeZerosForASecretOfZeros() {
        assertThat(decrypt(Octets.of(new byte[72]), pair)).isEqualTo(new byte[48]);
    }

    /** Whatever is wrong, the exchange goes on with a secret that the client does not know. */
    @Test
    void shouldGoOnWithTheSubstituteWhateverIsWrong() {
        Octets encrypted = encrypt(SECRET, pair);
        byte[] changed = encrypted.toArray();
        changed[5] ^= 1;
        assertThat(decrypt(Octets.of(changed), pair)).isEqualTo(SUBSTITUTE);

        byte[] padded = encrypted.toArray();
        padded[padded.length - 1] = 1;
        assertThat(decrypt(Octets.of(padded), pair)).isEqualTo(SUBSTITUTE);

        assertThat(decrypt(encrypt(bytes(49, 3), pair), pair)).isEqualTo(SUBSTITUTE);
        assertThat(decrypt(Octets.EMPTY, pair)).isEqualTo(SUBSTITUTE);

        byte[] tooLarge = new byte[128];
        Arrays.fill(tooLarge, (byte) 0xFF);
        assertThat(decrypt(Octets.of(tooLarge), pair)).isEqualTo(SUBSTITUTE);
        assertThat(decrypt(Octets.of(modulus((RSAPublicKey) pair.getPublic())), pair))
                .isEqualTo(SUBSTITUTE);
    }

    @Test
    void shouldNeverReturnAnythingElse() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] any = new byte[random.nextInt(150)];
            random.nextBytes(any);
            assertThat(decrypt(Octets.of(any), pair)).isEqualTo(SUBSTITUTE);
        }
    }

    @Test
    void shouldNotWriteANumberIntoTooFewBytes() {
        assertThatThrownBy(() -> RawRsa.littleEndian(BigInteger.valueOf(256), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RawRsa.littleEndian(BigInteger.valueOf(255), 1)).isEqualTo(new byte[] {-1});
    }
}
