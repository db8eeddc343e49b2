package oriel.rdp.codec.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import oriel.wire.Octets;

/** Random values of fields, the same for the same seed. */
public final class Some {
    /** The seed, to be printed when a test fails. */
    public final long seed;

    private final Random random;

    /** Values for a seed. */
    public Some(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** An unsigned byte. */
    public int u8() {
        return random.nextInt(0x100);
    }

    /** An unsigned 16-bit number. */
    public int u16() {
        return random.nextInt(0x10000);
    }

    /** 32 bits. */
    public int i32() {
        return random.nextInt();
    }

    /** An unsigned 32-bit number. */
    public long u32() {
        return random.nextInt() & 0xFFFF_FFFFL;
    }

    /** A number from 0 to below a limit. */
    public int below(int limit) {
        return random.nextInt(limit);
    }

    /** Yes or no. */
    public boolean maybe() {
        return random.nextBoolean();
    }

    /** Bytes of a given number. */
    public Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    /** Bytes of any number up to a limit. */
    public Octets upTo(int limit) {
        return octets(random.nextInt(limit + 1));
    }

    /** Unicode characters, up to a limit, none of them zero or a surrogate. */
    public String text(int limit) {
        return random.ints(random.nextInt(limit + 1), 1, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** ASCII characters, up to a limit. */
    public String ascii(int limit) {
        return random.ints(random.nextInt(limit + 1), ' ', 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Values, up to a limit. */
    public <T> List<T> list(int limit, Supplier<T> one) {
        return exactly(random.nextInt(limit + 1), one);
    }

    /** Values of a given number. */
    public <T> List<T> exactly(int count, Supplier<T> one) {
        var list = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            list.add(one.get());
        }
        return list;
    }

    /** A value or none. */
    public <T> Optional<T> optional(Supplier<T> one) {
        return maybe() ? Optional.of(one.get()) : Optional.empty();
    }

    /** 32 bits or none. */
    public OptionalInt optionalInt() {
        return maybe() ? OptionalInt.of(i32()) : OptionalInt.empty();
    }

    /** One of several values. */
    @SafeVarargs
    public final <T> T one(Supplier<? extends T>... of) {
        return of[random.nextInt(of.length)].get();
    }
}
