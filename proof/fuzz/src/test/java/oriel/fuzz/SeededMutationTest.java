package oriel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds, changed at random but the same way every time, so that a normal test run tries something new against every decoder. */
class SeededMutationTest {
    private static final long SEED = 20_26L;
    private static final int CHANGED = 3000;
    private static final int RANDOM = 1000;

    @ParameterizedTest
    @EnumSource(Target.class)
    void shouldReadOrRefuseWhateverComes(Target target) {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).as("seeds of %s", target).isNotEmpty();
        var random = new Random(SEED);
        for (int i = 0; i < CHANGED; i++) {
            check(target, changed(seeds.get(random.nextInt(seeds.size())), random), i);
        }
        for (int i = 0; i < RANDOM; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            check(target, bytes, CHANGED + i);
        }
    }

    private static void check(Target target, byte[] bytes, int round) {
        try {
            target.check(bytes);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "%s, seed %d, round %d: %s".formatted(target, SEED, round, Arrays.toString(bytes)), e);
        }
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = Arrays.copyOf(seed, random.nextInt(8) == 0 ? random.nextInt(seed.length + 8) : seed.length);
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt();
                case 1 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 2 -> (byte) (bytes[at] + random.nextInt(5) - 2);
                default -> (byte) -random.nextInt(2);
            };
        }
        return bytes;
    }

    /** A decoder without a fuzz target, or a target that is never run, would go unnoticed. */
    @Test
    void shouldHaveAFuzzTestForEveryTarget() {
        assertThat(Stream.of(DecoderFuzzTest.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                        .map(java.lang.reflect.Method::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Target.values()).map(Target::name).toList());
    }
}
