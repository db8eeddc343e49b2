package oriel.licensing.packets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.wire.Octets;

/**
 * The expected bytes were calculated by a second implementation, in Python, from the formulas of MS-RDPELE 5.1; the same one arrives
 * at the keys and checksums in the tests of IronRDP, and rdesktop and FreeRDP at those of the recorded exchanges.
 */
class LicenseKeysTest {
    private static final Octets TEXT = Octets.of("Oriel".getBytes(StandardCharsets.UTF_16LE));

    private static byte[] counting(int from, int to) {
        byte[] bytes = new byte[to - from];
        IntStream.range(from, to).forEach(i -> bytes[i - from] = (byte) i);
        return bytes;
    }

    private final LicenseKeys keys =
            LicenseKeys.derive(counting(0, 48), Octets.of(counting(0x40, 0x60)), Octets.of(counting(0x80, 0xA0)));

    @Test
    void shouldArriveAtTheKnownChecksumAndCipher() {
        assertThat(hex(keys.mac(TEXT))).isEqualTo("d2214f5058ee3d9c2dac839f1e8943bb");
        assertThat(hex(keys.crypt(TEXT))).isEqualTo("4ba1e708f029359e9207");
    }

    /** rdesktop's client random and premaster secret are zeros. */
    @Test
    void shouldArriveAtTheKnownChecksumAndCipherOfZeros() {
        var zeros = LicenseKeys.derive(new byte[48], Octets.of(new byte[32]), Octets.of(counting(0x80, 0xA0)));
        assertThat(hex(zeros.mac(TEXT))).isEqualTo("df61578d338bfb261fa8868aee514b63");
        assertThat(hex(zeros.crypt(TEXT))).isEqualTo("cacee1a0639448178124");
    }

    /** Each field is encrypted from a fresh state: a second field is no continuation of the first. */
    @Test
    void shouldDecryptWhatItEncryptedEachFieldOnItsOwn() {
        assertThat(keys.crypt(keys.crypt(TEXT))).isEqualTo(TEXT);
        assertThat(keys.crypt(TEXT)).isEqualTo(keys.crypt(TEXT));
    }

    @Test
    void shouldVerifyTheChecksumOfNothingElse() {
        Octets mac = keys.mac(TEXT);
        assertThat(keys.verifies(mac, TEXT)).isTrue();
        for (int i = 0; i < mac.length(); i++) {
            byte[] changed = mac.toArray();
            changed[i] ^= 1;
            assertThat(keys.verifies(Octets.of(changed), TEXT)).isFalse();
        }
        assertThat(keys.verifies(mac, Octets.EMPTY)).isFalse();
        assertThat(keys.verifies(Octets.EMPTY, TEXT)).isFalse();
    }

    @Test
    void shouldBeAvailableHere() {
        assertThat(LicenseKeys.available()).isTrue();
    }

    @Test
    void shouldSayNothingOfThemselves() {
        assertThat(keys).hasToString("licence keys");
    }

    @Test
    void shouldNotTakeASecretOfAnotherLength() {
        assertThatThrownBy(() -> LicenseKeys.derive(new byte[47], Octets.EMPTY, Octets.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hex(Octets octets) {
        return HexFormat.of().formatHex(octets.toArray());
    }
}
