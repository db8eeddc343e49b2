package oriel.desktop.embedded.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.SessionClipboard;

/**
 * The clipboard of a desktop: text alone. What the client offers is fetched at once, as pasting must not wait for it. Safe for
 * use by many threads.
 */
final class SharedText implements SessionClipboard {

    private static final Logger LOG = LoggerFactory.getLogger(SharedText.class);

    /** The longest text taken from a client, in bytes. */
    private static final int LONGEST = 4 << 20;

    private String text = "";
    private long change;
    private boolean ours;
    private @Nullable ClipboardSink client;

    synchronized String text() {
        return text;
    }

    /** A window has copied something. */
    void copy(String copied) {
        ClipboardSink to;
        synchronized (this) {
            text = copied;
            change++;
            ours = true;
            to = client;
        }
        if (to != null) {
            to.offer(new Copied(copied));
        }
    }

    @Override
    public void offer(ClipboardContent content) {
        if (!content.formats().contains(ClipboardFormat.TEXT)) {
            return; // there is nothing here that could paste it
        }
        long fetched;
        synchronized (this) {
            fetched = ++change;
        }
        Thread.ofVirtual().name("clipboard").start(() -> fetch(content, fetched));
    }

    private void fetch(ClipboardContent content, long fetched) {
        try {
            String offered = new String(content.read(ClipboardFormat.TEXT, LONGEST), StandardCharsets.UTF_8);
            synchronized (this) {
                if (change == fetched) {
                    text = offered;
                    ours = false;
                }
            }
        } catch (IOException e) {
            LOG.info("What the client has copied cannot be pasted: {}.", e.getMessage());
        }
    }

    @Override
    public void watch(ClipboardSink watcher) {
        String copied;
        synchronized (this) {
            client = watcher;
            copied = ours ? text : "";
        }
        if (!copied.isEmpty()) {
            watcher.offer(new Copied(copied));
        }
    }

    @Override
    public synchronized void unwatch() {
        client = null;
        change++;
        if (!ours) {
            text = "";
        }
    }

    private record Copied(String text) implements ClipboardContent {

        @Override
        public Set<ClipboardFormat> formats() {
            return Set.of(ClipboardFormat.TEXT);
        }

        @Override
        public byte[] read(ClipboardFormat format, int limit) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > limit) {
                throw new IOException("the copied text has " + bytes.length + " bytes, more than " + limit);
            }
            return bytes;
        }
    }
}
