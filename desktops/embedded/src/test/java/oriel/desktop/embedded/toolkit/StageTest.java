package oriel.desktop.embedded.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** The screen of a scene: reading, damage, order of notices. */
class StageTest {

    private static final int GROUND = 0x123456;

    private final Stage stage = new Stage(new Size(40, 30), new Plain());
    private final List<String> heard = new ArrayList<>();

    private static final class Plain implements Backdrop {
        @Override
        public void resized(int width, int height) {
            // the same everywhere
        }

        @Override
        public void paint(int x, int y, int width, int height, int[] into, int offset, int stride) {
            for (int row = 0; row < height; row++) {
                Arrays.fill(into, offset + row * stride, offset + row * stride + width, GROUND);
            }
        }
    }

    private final class Listener implements ScreenWatcher {
        @Override
        public void damaged(int x, int y, int width, int height) {
            heard.add("damaged " + x + "," + y + " " + width + "x" + height);
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
            heard.add("bell " + hertz);
        }
    }

    @Test
    void shouldReadBlackOutsideTheScreenAndTouchNothingBesideTheRows() {
        int[] into = new int[500];
        Arrays.fill(into, 7);

        stage.read(-5, -2, 10, 4, into, 3, 50);

        for (int i = 0; i < into.length; i++) {
            int column = (i - 3) % 50;
            int row = (i - 3) / 50;
            boolean read = i >= 3 && column < 10 && row < 4;
            int expected = !read ? 7 : column >= 5 && row >= 2 ? GROUND : 0;
            assertThat(into[i]).as("index " + i).isEqualTo(expected);
        }
    }

    @Test
    void shouldReadAllBlackBeyondTheScreen() {
        int[] into = {1, 1};

        stage.read(Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1, 2, 1, into, 0, 2);

        assertThat(into).containsOnly(0);
    }

    @Test
    void shouldRefuseAnArrayThatIsTooSmall() {
        assertThatThrownBy(() -> stage.read(0, 0, 10, 10, new int[99], 0, 10))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> stage.read(0, 0, 10, 10, new int[100], 0, 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAnnounceDamageWhenTheOutermostChangeIsDone() {
        stage.watch(new Listener());

        stage.update(() -> {
            stage.update(() -> stage.damage().repaint(1, 2, 3, 4));
            assertThat(heard).isEmpty();
            stage.damage().repaint(30, 20, 100, 100);
            stage.damage().repaint(50, 50, 1, 1);
            stage.damage().repaint(1, 1, 0, 5);
        });

        assertThat(heard).containsExactly("damaged 1,2 3x4", "damaged 30,20 10x10");
    }

    @Test
    void shouldAnnounceDamageEvenWhenAChangeFails() {
        stage.watch(new Listener());

        assertThatThrownBy(() -> stage.update(() -> {
                    stage.damage().repaint(1, 2, 3, 4);
                    throw new IllegalStateException("half done");
                }))
                .hasMessage("half done");

        assertThat(heard).containsExactly("damaged 1,2 3x4");
        assertThat(stage.isLocked()).isFalse();
    }

    @Test
    void shouldAnnounceANewSizeBeforeItsDamage() {
        stage.watch(new Listener());

        stage.resize(new Size(20, 10));
        stage.resize(new Size(20, 10));

        assertThat(heard).containsExactly("resized 20x10", "damaged 0,0 20x10");
    }

    @Test
    void shouldPutOffUntilTheLockIsFree() {
        stage.update(() -> {
            stage.afterwards(() -> heard.add("later, locked: " + stage.isLocked()));
            heard.add("first");
        });

        assertThat(heard).containsExactly("first", "later, locked: false");
    }

    @Test
    void shouldSayNothingAfterClose() {
        stage.watch(new Listener());
        stage.close();
        stage.watch(new Listener());

        stage.update(stage::repaintAll);
        stage.bell(440, 100);

        assertThat(heard).isEmpty();
    }

    @Test
    void shouldForgetAWatcher() {
        Listener listener = new Listener();
        stage.watch(listener);
        stage.bell(440, 100);
        stage.unwatch(listener);
        stage.unwatch(listener);
        stage.bell(880, 100);

        assertThat(heard).containsExactly("bell 440");
    }

    // However many rectangles come: few go out, and they cover every one of them.
    @Test
    void shouldCoverAllDamageWithFewRectangles() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            DamageList list = new DamageList();
            boolean[] wanted = new boolean[100 * 100];
            for (int i = random.nextInt(60); i >= 0; i--) {
                int x = random.nextInt(-20, 110);
                int y = random.nextInt(-20, 110);
                int width = random.nextInt(0, 40);
                int height = random.nextInt(0, 40);
                list.repaint(x, y, width, height);
                mark(wanted, x, y, width, height, true);
            }
            int[] count = {0};
            list.drain(100, 100, (x, y, width, height) -> {
                count[0]++;
                assertThat(x >= 0 && y >= 0 && x + width <= 100 && y + height <= 100)
                        .isTrue();
                mark(wanted, x, y, width, height, false);
            });
            assertThat(count[0]).isLessThanOrEqualTo(12);
            assertThat(wanted).doesNotContain(true);
        }
    }

    private static void mark(boolean[] pixels, int x, int y, int width, int height, boolean value) {
        for (int row = Math.max(0, y); row < Math.min(100, y + height); row++) {
            for (int column = Math.max(0, x); column < Math.min(100, x + width); column++) {
                pixels[row * 100 + column] = value;
            }
        }
    }
}
