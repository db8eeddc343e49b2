package oriel.service;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.SessionClipboard;

/** A clipboard of a session that keeps what the client offers. */
final class FakeClipboard implements SessionClipboard {

    final BlockingQueue<ClipboardContent> offered = new LinkedBlockingQueue<>();
    volatile @Nullable ClipboardSink watcher;

    /** A program of the session has copied something. */
    void copy(ClipboardContent content) {
        ClipboardSink client = watcher;
        if (client == null) {
            throw new IllegalStateException("nobody watches the clipboard");
        }
        client.offer(content);
    }

    @Override
    public void offer(ClipboardContent content) {
        offered.add(content);
    }

    @Override
    public void watch(ClipboardSink client) {
        watcher = client;
    }

    @Override
    public void unwatch() {
        watcher = null;
    }
}
