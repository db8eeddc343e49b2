package oriel.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.KeyboardEndpoint;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.LayoutSink;
import oriel.contract.desktop.PointerEndpoint;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.InputHandles;
import oriel.kit.Violation.Party;

/**
 * Endpoints belong to one attachment: handed out once, opened once, closed before {@code DisconnectNotify}, and silent from
 * then on.
 */
final class EndpointRules {

    private final ConnectionRules rules;
    private final Set<Object> handedOut = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Use> open = new ArrayList<>();

    EndpointRules(ConnectionRules rules) {
        this.rules = rules;
    }

    InputHandles watch(InputHandles handles) {
        return new InputHandles(
                handles.keyboard().map(keyboard -> new Keyboard(keyboard, use("GetInputHandles", keyboard))),
                handles.mouse().map(mouse -> new Pointer(mouse, use("GetInputHandles", mouse))));
    }

    VideoEndpoint watch(VideoEndpoint video) {
        return new Video(video, use("GetVideoHandle", video));
    }

    ClipboardEndpoint watch(ClipboardEndpoint clipboard) {
        return new Clipboard(clipboard, use("GetClipboardHandle", clipboard));
    }

    SoundEndpoint watch(SoundEndpoint sound) {
        return new Sound(sound, use("GetSoundHandle", sound));
    }

    /** The session is about to be told away: no endpoint may be open any more. */
    synchronized void detached() {
        for (Use use : open) {
            rules.note(Party.SERVICE, "DisconnectNotify", "came before the endpoint of " + use.call + " was closed");
        }
        open.clear();
    }

    private synchronized Use use(String call, Object endpoint) {
        if (!handedOut.add(endpoint)) {
            rules.note(Party.PROVIDER, call, "handed out an endpoint of an earlier attachment");
        }
        return new Use(call);
    }

    /** What became of one endpoint. */
    private final class Use {

        private final String call;
        private boolean opened;
        private boolean closed;
        private boolean silent;

        private Use(String call) {
            this.call = call;
        }

        private void opens() {
            synchronized (EndpointRules.this) {
                if (opened || closed) {
                    rules.note(Party.SERVICE, call, closed ? "was opened after closing" : "was opened twice");
                }
                opened = true;
                open.add(this);
            }
        }

        private void closes() {
            synchronized (EndpointRules.this) {
                closed = true;
                open.remove(this);
            }
        }

        /** Its close has come back: it may still have released what was held down. */
        private void isClosed() {
            synchronized (EndpointRules.this) {
                silent = true;
            }
        }

        private void mayStillSpeak(String word) {
            if (mustBeSilent()) {
                rules.note(Party.PROVIDER, call, "gave an endpoint that delivered " + word + " after it was closed");
            }
        }

        private boolean mustBeSilent() {
            synchronized (EndpointRules.this) {
                return silent;
            }
        }

        private ConnectionRules rules() {
            return rules;
        }
    }

    private record Keyboard(KeyboardEndpoint inner, Use use) implements KeyboardEndpoint {

        @Override
        public void open(KeyboardSink sink) {
            use.opens();
            inner.open(new CheckedSinks.Keyboard(sink, use.rules(), use::mustBeSilent));
        }

        @Override
        public void show(KeyboardLocks locks) {
            inner.show(locks);
        }

        @Override
        public void close() {
            use.closes();
            inner.close();
            use.isClosed();
        }
    }

    private record Pointer(PointerEndpoint inner, Use use) implements PointerEndpoint {

        @Override
        public void open(PointerSink sink) {
            use.opens();
            inner.open(new CheckedSinks.Pointer(sink, use.rules(), use::mustBeSilent));
        }

        @Override
        public void close() {
            use.closes();
            inner.close();
            use.isClosed();
        }
    }

    private record Clipboard(ClipboardEndpoint inner, Use use) implements ClipboardEndpoint {

        @Override
        public void open(ClipboardSink session) {
            use.opens();
            inner.open(content -> {
                use.mayStillSpeak("a clipboard content");
                session.offer(content);
            });
        }

        @Override
        public void offer(ClipboardContent content) {
            inner.offer(content);
        }

        @Override
        public void close() {
            use.closes();
            inner.close();
            use.isClosed();
        }
    }

    private record Sound(SoundEndpoint inner, Use use) implements SoundEndpoint {

        @Override
        public void play(byte[] samples, int offset, int length) {
            inner.play(samples, offset, length);
        }

        @Override
        public void pause() {
            inner.pause();
        }

        @Override
        public void close() {
            use.closes();
            inner.close();
        }
    }

    private record Video(VideoEndpoint inner, Use use) implements VideoEndpoint {

        @Override
        public void open(Screen screen) {
            use.opens();
            inner.open(screen);
        }

        @Override
        public void open(Screen screen, LayoutSink layouts) {
            use.opens();
            inner.open(screen, layout -> {
                use.mayStillSpeak("a layout");
                layouts.layout(layout);
            });
        }

        @Override
        public void close() {
            use.closes();
            inner.close();
            use.isClosed();
        }
    }
}
