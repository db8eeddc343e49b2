package oriel.helper.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The kinds of fields: each bounded, each with one way to be written. */
final class Fields {

    /** The longest text of any kind, in bytes. */
    static final int LONGEST = 8192;

    private Fields() {}

    /** A text: 16 bits of length in bytes, then UTF-8 without NUL. */
    static String text(WireReader in, int most, String field) {
        int length = in.count(in.u16(field), most, field);
        byte[] bytes = in.bytes(length, field);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw in.malformed(field, "no NUL", "one");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw in.malformed(field, "UTF-8", "other bytes");
        }
    }

    static void text(WireWriter out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.u16(bytes.length).bytes(bytes);
    }

    /** A text of ours that may have come out too long for its field, or holds what a text must not: cut and mended. */
    static String fitting(String text, int most) {
        String clean = text.replace('\0', '?');
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        int end = most;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    static Secret secret(WireReader in, int most, String field) {
        int length = in.count(in.u16(field), most, field);
        byte[] bytes = in.bytes(length, field);
        try {
            CharBuffer characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var secret = new Secret(Arrays.copyOf(characters.array(), characters.remaining()));
            Arrays.fill(characters.array(), '\0');
            return secret;
        } catch (CharacterCodingException e) {
            throw in.malformed(field, "UTF-8", "other bytes");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static void secret(WireWriter out, Secret secret) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret.characters()));
        out.u16(bytes.remaining()).bytes(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        Arrays.fill(bytes.array(), (byte) 0);
    }

    static boolean flag(WireReader in, String field) {
        int value = in.u8(field);
        if (value > 1) {
            throw in.malformed(field, "0 or 1", value);
        }
        return value == 1;
    }

    static void flag(WireWriter out, boolean value) {
        out.u8(value ? 1 : 0);
    }

    /** A number that is not negative. */
    static int number(WireReader in, int most, String field) {
        return in.count(in.u32(field), most, field);
    }

    static long size(WireReader in, String field) {
        long value = in.i64(field);
        if (value < 0) {
            throw in.malformed(field, "a number that is not negative", value);
        }
        return value;
    }

    /** Milliseconds, a hundred years at most. */
    static Duration time(WireReader in, String field) {
        long value = size(in, field);
        if (value > Duration.ofDays(36_525).toMillis()) {
            throw in.malformed(field, "a hundred years at most", value);
        }
        return Duration.ofMillis(value);
    }

    static void time(WireWriter out, Duration time) {
        out.i64(Math.clamp(time.toMillis(), 0, Duration.ofDays(36_525).toMillis()));
    }

    static List<String> texts(WireReader in, int mostTexts, int longest, String field) {
        int count = in.count(in.u16(field), mostTexts, field);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in, longest, field));
        }
        return texts;
    }

    static void texts(WireWriter out, List<String> texts) {
        out.u16(texts.size());
        texts.forEach(text -> text(out, text));
    }

    static Set<String> names(WireReader in, String field) {
        return Set.copyOf(texts(in, HelperSettings.MOST_GROUPS, HelperSettings.LONGEST_NAME, field));
    }

    static void names(WireWriter out, Set<String> names) {
        texts(out, List.copyOf(new TreeSet<>(names)));
    }
}
