package oriel.service;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.SessionClipboard;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.SoundSource;

/**
 * Clipboard and sound of one attachment: ties those of the desktop to those of the client, as policy allows it, from {@code
 * LogonNotify} until the client leaves. While something covers the desktop nothing is pasted from it or into it.
 */
final class Devices {

    private final EndpointCalls calls;
    private final Optional<ClipboardEndpoint> clipboard;
    private final Optional<SoundEndpoint> sound;
    private final Sharing sharing;
    private final BooleanSupplier open;

    /** The desktop they are tied to; guarded by this. */
    private Optional<Desktop> desktop = Optional.empty();

    private boolean closed;

    /**
     * Ties nothing yet.
     *
     * @param open whether the desktop is to be seen at this moment
     */
    Devices(
            EndpointCalls calls,
            Optional<ClipboardEndpoint> clipboard,
            Optional<SoundEndpoint> sound,
            Sharing sharing,
            BooleanSupplier open) {
        this.calls = calls;
        this.clipboard = clipboard;
        this.sound = sound;
        this.sharing = sharing;
        this.open = open;
    }

    /** The client shares with this desktop from now on. */
    synchronized void tie(Desktop to) throws ConnectionEnded {
        if (closed) {
            return;
        }
        untie();
        desktop = Optional.of(to);
        if (clipboard.isPresent() && to.clipboard().isPresent()) {
            share(to.clipboard().get(), clipboard.get());
        }
        if (sound.isPresent() && sharing.sound()) {
            to.sound().ifPresent(source -> source.listen(sound.get()));
        }
    }

    private void share(SessionClipboard session, ClipboardEndpoint client) throws ConnectionEnded {
        if (sharing.clipboardToSession()) {
            ClipboardSink guarded = content -> session.offer(new Guarded(content));
            calls.open("ClipboardEndpoint", () -> client.open(guarded));
        }
        if (sharing.clipboardToClient()) {
            session.watch(content -> give(client, new Guarded(content)));
        }
    }

    private void give(ClipboardEndpoint client, ClipboardContent content) {
        try {
            client.offer(content);
        } catch (RuntimeException e) {
            calls.brokenWatcher(e);
        }
    }

    private void untie() {
        desktop.flatMap(Desktop::clipboard).ifPresent(SessionClipboard::unwatch);
        desktop.flatMap(Desktop::sound).ifPresent(SoundSource::silence);
        desktop = Optional.empty();
    }

    /** The session's side lets go; calls no provider. */
    synchronized void cut() {
        closed = true;
        untie();
    }

    /** Closes the endpoints. */
    void close() {
        clipboard.ifPresent(endpoint -> calls.close("ClipboardEndpoint", endpoint::close));
        sound.ifPresent(endpoint -> calls.close("SoundEndpoint", endpoint::close));
    }

    /** A content within the limits. */
    private final class Guarded implements ClipboardContent {

        private final ClipboardContent content;

        Guarded(ClipboardContent content) {
            this.content = content;
        }

        @Override
        public Set<ClipboardFormat> formats() {
            return content.formats();
        }

        @Override
        public byte[] read(ClipboardFormat format, int limit) throws IOException {
            if (!open.getAsBoolean()) {
                throw new IOException("the session is locked");
            }
            return content.read(format, Math.min(limit, sharing.largestClipboard()));
        }
    }
}
