package oriel.licensing.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A decoder with its encoder, and what must hold for both. */
record Proof<T>(String name, Function<WireReader, T> decode, BiConsumer<T, WireWriter> encode) {
    private static final int CHANGES = 300;

    byte[] bytes(T value) {
        var out = new WireWriter(1);
        encode.accept(value, out);
        return out.toByteArray();
    }

    /** Written and read, a value is the same; every truncation is malformed; changed bytes are read or malformed. */
    void holdsFor(T value, long seed) {
        byte[] bytes = bytes(value);
        var in = new WireReader(bytes);
        assertThat(decode.apply(in)).as("%s, seed %d", name, seed).isEqualTo(value);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(survives(Arrays.copyOf(bytes, length)))
                    .as("%s cut to %d of %d bytes, seed %d", name, length, bytes.length, seed)
                    .isFalse();
        }
        var random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = bytes.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            survives(changed);
        }
    }

    /** Whether the bytes can be read, and written and read again; fails on anything but a malformed PDU. */
    boolean survives(byte[] bytes) {
        T value;
        try {
            value = decode.apply(new WireReader(bytes));
        } catch (MalformedPduException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        } catch (RuntimeException e) {
            return fail("%s: %s is not a malformed PDU".formatted(name, e), e);
        }
        assertThat(decode.apply(new WireReader(bytes(value)))).isEqualTo(value);
        return true;
    }
}
