package oriel.fuzz;

import java.util.function.BiConsumer;
import java.util.function.Function;
import oriel.rdp.codec.bitmap.MalformedBitmapException;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Says whether a decoder behaved. */
@FunctionalInterface
interface Oracle {
    /** Gives the decoder bytes; throws if it did anything but read or refuse them. */
    void check(byte[] bytes);

    /** For decoders with an encoder. */
    static <T> Oracle of(Function<WireReader, T> decode, BiConsumer<T, WireWriter> encode) {
        return bytes -> {
            T value;
            try {
                value = decode.apply(new WireReader(bytes));
            } catch (MalformedPduException e) {
                return;
            }
            T again = again(value, decode, encode);
            if (!again.equals(value)) {
                throw new AssertionError("read " + value + ", wrote and read " + again);
            }
        };
    }

    /** For decoders that mend what they read, such as text in a code page: what was mended must stay as it is. */
    static <T> Oracle mending(Function<WireReader, T> decode, BiConsumer<T, WireWriter> encode) {
        return bytes -> {
            T value;
            try {
                value = decode.apply(new WireReader(bytes));
            } catch (MalformedPduException e) {
                return;
            }
            T mended = again(value, decode, encode);
            T again = again(mended, decode, encode);
            if (!again.equals(mended)) {
                throw new AssertionError("mended to " + mended + ", wrote and read " + again);
            }
        };
    }

    /** For decoders without an encoder. */
    static Oracle reading(Oracle reader) {
        return bytes -> {
            try {
                reader.check(bytes);
            } catch (MalformedPduException | MalformedBitmapException e) {
                if (e.getMessage() == null) {
                    throw new AssertionError("a refusal without a reason", e);
                }
            }
        };
    }

    private static <T> T again(T value, Function<WireReader, T> decode, BiConsumer<T, WireWriter> encode) {
        var out = new WireWriter();
        encode.accept(value, out);
        try {
            return decode.apply(new WireReader(out.toByteArray()));
        } catch (MalformedPduException e) {
            throw new AssertionError("does not read what it wrote for " + value, e);
        }
    }
}
