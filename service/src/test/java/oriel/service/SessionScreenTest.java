package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.SmallRect;

class SessionScreenTest {

    private static final Size SIZE = new Size(100, 50);

    private final List<String> heard = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final SessionScreen screen = new SessionScreen(SIZE, failures::add);

    private static FakeScene scene(Size size, int colour) {
        return new FakeScene(new ClientView(size, 0, Locale.ENGLISH, ZoneOffset.UTC), colour);
    }

    private void watch() {
        screen.watch(new ScreenWatcher() {
            @Override
            public void damaged(int x, int y, int width, int height) {
                heard.add("damaged %d,%d %dx%d".formatted(x, y, width, height));
            }

            @Override
            public void resized(Size size) {
                heard.add("resized " + size);
            }

            @Override
            public void cursorChanged(CursorShape shape) {
                heard.add("cursor");
            }

            @Override
            public void cursorMoved(int x, int y) {
                heard.add("moved");
            }

            @Override
            public void bell(int hertz, int milliseconds) {
                heard.add("bell");
            }
        });
    }

    @Test
    void shouldBeBlackWithoutScene() {
        int[] pixels = {7, 7, 7, 7, 7, 7};
        screen.read(0, 0, 2, 2, pixels, 1, 3);
        assertThat(pixels).containsExactly(7, 0, 0, 7, 0, 0);
        assertThat(screen.size()).isEqualTo(SIZE);
    }

    @Test
    void shouldShowOneSceneAfterTheOther() {
        watch();
        var first = scene(SIZE, 1);
        var second = scene(new Size(80, 40), 2);
        screen.show(first);
        screen.show(second);
        assertThat(heard).containsExactly("damaged 0,0 100x50", "cursor", "resized 80x40", "cursor");
        assertThat(screen.size()).isEqualTo(new Size(80, 40));
        assertThat(first.screen.watchers).isEmpty();
        heard.clear();
        first.screen.damage(1, 2, 3, 4);
        second.screen.damage(5, 6, 7, 8);
        assertThat(heard).containsExactly("damaged 5,6 7x8");
    }

    /** StopScreenUpdates … RedrawWindow (sequences.md, section 9): nothing that changed meanwhile is lost. */
    @Test
    void shouldKeepDamageBackWhileHeld() {
        watch();
        var scene = scene(SIZE, 1);
        screen.show(scene);
        heard.clear();
        screen.hold();
        scene.screen.damage(10, 10, 5, 5);
        scene.screen.damage(30, 20, 10, 10);
        assertThat(heard).isEmpty();
        screen.redraw(Optional.of(new SmallRect((short) 0, (short) 0, (short) 4, (short) 4)));
        assertThat(heard).containsExactly("damaged 10,10 30x20", "damaged 0,0 4x4", "cursor");
        heard.clear();
        scene.screen.damage(1, 1, 1, 1);
        assertThat(heard).containsExactly("damaged 1,1 1x1");
    }

    @Test
    void shouldTellAfterAHoldThatTheSizeHasChanged() {
        watch();
        var scene = scene(SIZE, 1);
        screen.show(scene);
        screen.hold();
        heard.clear();
        scene.screen.resize(new Size(64, 32));
        screen.redraw(Optional.empty());
        assertThat(heard).containsExactly("resized 64x32", "damaged 0,0 64x32", "cursor");
    }

    @Test
    void shouldTellNobodyAfterItsEnd() {
        watch();
        var scene = scene(SIZE, 1);
        screen.show(scene);
        heard.clear();
        screen.end();
        scene.screen.damage(1, 1, 1, 1);
        assertThat(heard).isEmpty();
        assertThat(scene.screen.watchers).isEmpty();
    }

    /** A provider's watcher that throws must not reach the desktop that told it. */
    @Test
    void shouldKeepFailuresOfWatchersFromTheScene() {
        var scene = scene(SIZE, 1);
        screen.show(scene);
        screen.watch(new ScreenWatcher() {
            @Override
            public void damaged(int x, int y, int width, int height) {
                throw new IllegalStateException("a bug of the provider");
            }

            @Override
            public void resized(Size size) {
                throw new IllegalStateException("a bug of the provider");
            }

            @Override
            public void cursorChanged(CursorShape shape) {}

            @Override
            public void cursorMoved(int x, int y) {}

            @Override
            public void bell(int hertz, int milliseconds) {}
        });
        scene.screen.damage(1, 1, 1, 1);
        scene.screen.resize(new Size(10, 10));
        assertThat(failures).hasSize(2);
    }
}
