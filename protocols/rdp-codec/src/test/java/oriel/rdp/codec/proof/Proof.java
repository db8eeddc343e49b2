package oriel.rdp.codec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A decoder with its encoder, and what must hold for both.
 *
 * @param name what is decoded, for messages
 * @param decode reads one
 * @param encode writes one
 */
public record Proof<T>(String name, Function<WireReader, T> decode, BiConsumer<T, WireWriter> encode) {
    private static final int CHANGES = 300;

    /** The bytes of a value. */
    public byte[] bytes(T value) {
        var out = new WireWriter(1);
        encode.accept(value, out);
        return out.toByteArray();
    }

    /** Written and read, a value is the same, and every byte was read. */
    public void roundTrip(T value, long seed) {
        byte[] bytes = bytes(value);
        var in = new WireReader(bytes);
        assertThat(decode.apply(in)).as("%s, seed %d", name, seed).isEqualTo(value);
        assertThat(in.remaining()).as("bytes left of %s, seed %d", name, seed).isZero();
    }

    /** Every truncation of a value is malformed. */
    public void refusesEveryTruncation(T value) {
        byte[] bytes = bytes(value);
        for (int length = 0; length < bytes.length; length++) {
            int kept = length;
            assertThat(survives(Arrays.copyOf(bytes, length)))
                    .as("%s cut to %d of %d bytes", name, kept, bytes.length)
                    .isFalse();
        }
    }

    /** Truncations are read or malformed, and nothing else: for PDUs whose last fields are optional. */
    public void endsWellAfterEveryTruncation(T value) {
        byte[] bytes = bytes(value);
        int refused = 0;
        for (int length = 0; length < bytes.length; length++) {
            refused += survives(Arrays.copyOf(bytes, length)) ? 0 : 1;
        }
        assertThat(refused).as("truncations of %s refused", name).isPositive();
    }

    /** Changed bytes are read or malformed, and nothing else; what is read can be written, and reads the same again. */
    public void endsWellAfterChanges(T value, long seed) {
        byte[] bytes = bytes(value);
        var random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = bytes.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            survives(changed);
        }
    }

    /** Whether the bytes can be read; fails on anything but a malformed PDU. */
    public boolean survives(byte[] bytes) {
        T value;
        try {
            value = decode.apply(new WireReader(bytes));
        } catch (MalformedPduException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        } catch (RuntimeException e) {
            return fail("%s: %s is not a malformed PDU".formatted(name, e), e);
        }
        byte[] again = bytes(value);
        assertThat(decode.apply(new WireReader(again)))
                .as("%s read again", name)
                .isEqualTo(value);
        return true;
    }
}
