package oriel.desktop.x11.clipboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;

/** What the client has copied and we own on its behalf. What programs have fetched of it is kept while it is short: many ask twice. */
final class Possession {

    /** The longest content that programs of the session can have of the client. */
    private static final int LIMIT = 64 * 1024 * 1024;

    private static final int LONGEST_KEPT = 1024 * 1024;

    private final ClipboardContent content;
    private final Set<ClipboardFormat> formats;
    private final int since;
    private final Map<ClipboardFormat, byte[]> kept = new EnumMap<>(ClipboardFormat.class);
    private final Set<Integer> readers = ConcurrentHashMap.newKeySet();

    Possession(ClipboardContent content, int since) {
        this.content = content;
        this.formats = Set.copyOf(content.formats());
        this.since = since;
    }

    Set<ClipboardFormat> formats() {
        return formats;
    }

    /** Since when we own it, in milliseconds of the server. */
    int since() {
        return since;
    }

    byte[] read(ClipboardFormat format, int reader) throws IOException {
        readers.add(reader);
        synchronized (kept) {
            byte[] known = kept.get(format);
            if (known != null) {
                return known;
            }
        }
        byte[] bytes = content.read(format, LIMIT);
        if (bytes.length <= LONGEST_KEPT) {
            synchronized (kept) {
                kept.put(format, bytes);
            }
        }
        return bytes;
    }

    /** Whether a client of the server has fetched something of it. */
    boolean wasReadBy(int reader) {
        return readers.contains(reader);
    }

    /** Whether that is the very text a program was given. */
    boolean isText(byte[] other) {
        synchronized (kept) {
            byte[] text = kept.get(ClipboardFormat.TEXT);
            return text != null && Arrays.equals(text, other);
        }
    }

    /** Text of a target in its encoding. */
    static byte[] latin1(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    }
}
