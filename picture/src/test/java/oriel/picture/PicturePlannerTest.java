package oriel.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.Size;

/** What the client shows equals the screen, with as little sent as the planner promises. */
class PicturePlannerTest {

    @Test
    void shouldShowTheScreenAfterEveryPlan() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {31, 17}, {32, 16}, {33, 65}, {640, 200}, {2100, 130}, {4500, 70}}) {
            Random random = new Random(size[0]);
            PaintedScreen screen = new PaintedScreen(size[0], size[1]);
            PicturePlanner planner = new PicturePlanner(screen.size());
            Canvas canvas = new Canvas(size[0], size[1]);
            for (int round = 0; round < 60; round++) {
                planner.plan(screen, canvas);
                assertThat(canvas.pixels).isEqualTo(screen.copy());
                assertThat(planner.isIdle()).isTrue();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    screen.paintAtRandom(random, planner);
                }
            }
        }
    }

    @Test
    void shouldShowTheScreenWhenItChangesMeanwhile() throws IOException, InterruptedException {
        PaintedScreen screen = new PaintedScreen(500, 300);
        PicturePlanner planner = new PicturePlanner(screen.size());
        Canvas canvas = new Canvas(500, 300);
        Thread painter = Thread.ofPlatform().start(() -> {
            Random random = new Random(5);
            for (int n = 0; n < 2000; n++) {
                screen.paintAtRandom(random, planner);
            }
        });
        while (painter.isAlive()) {
            planner.plan(screen, canvas);
        }
        painter.join();

        planner.plan(screen, canvas);

        assertThat(canvas.pixels).isEqualTo(screen.copy());
    }

    @Test
    void shouldSendNothingForDamageWithoutChange() throws IOException {
        PaintedScreen screen = new PaintedScreen(640, 480);
        PicturePlanner planner = new PicturePlanner(screen.size());
        Canvas canvas = new Canvas(640, 480);
        planner.plan(screen, canvas);
        canvas.reset();

        planner.damage(0, 0, 640, 480);

        assertThat(planner.plan(screen, canvas)).isFalse();
        assertThat(canvas.sent).isZero();
        assertThat(canvas.strips).isZero();
    }

    @Test
    void shouldReadAndSendOnlyTheCellsThatChanged() throws IOException {
        PaintedScreen screen = new PaintedScreen(1920, 1080);
        PicturePlanner planner = new PicturePlanner(screen.size());
        Canvas canvas = new Canvas(1920, 1080);
        planner.plan(screen, canvas);
        canvas.reset();
        long before = screen.pixelsRead();

        screen.paint(100, 100, 8, 16, 0xFFFFFF, planner);
        planner.plan(screen, canvas);

        assertThat(canvas.sent).isEqualTo(2 * 32 * 16);
        assertThat(canvas.rectangles).isEqualTo(1);
        assertThat(screen.pixelsRead() - before).isLessThanOrEqualTo(32 * 64);
    }

    @Test
    void shouldJoinNeighboursAndFindLargeAreasOfOneColour() throws IOException {
        PaintedScreen screen = new PaintedScreen(1920, 128);
        PicturePlanner planner = new PicturePlanner(screen.size());
        Canvas canvas = new Canvas(1920, 128);
        screen.paint(500, 10, 1, 118, 0xFFFFFF, planner);

        planner.plan(screen, canvas);

        // In each of two strips: colour on the left, one column of cells with the line, colour on the right.
        assertThat(canvas.fills).isEqualTo(4);
        assertThat(canvas.rectangles).isEqualTo(2);
        assertThat(canvas.sent).isEqualTo(1920 * 128);
        assertThat(canvas.strips).isEqualTo(2);
    }

    @Test
    void shouldSendWhatIsInDoubtAgain() throws IOException {
        PaintedScreen screen = new PaintedScreen(640, 480);
        PicturePlanner planner = new PicturePlanner(screen.size());
        planner.plan(screen, new Canvas(640, 480));
        Canvas another = new Canvas(640, 480);

        planner.doubt(0, 0, 640, 480);

        assertThat(planner.plan(screen, another)).isTrue();
        assertThat(another.pixels).isEqualTo(screen.copy());
    }

    @Test
    void shouldShowBlackWhereThereIsNoScreen() throws IOException {
        PaintedScreen screen = new PaintedScreen(100, 50);
        PicturePlanner planner = new PicturePlanner(new Size(200, 60));
        Canvas canvas = new Canvas(200, 60);
        screen.paint(0, 0, 100, 50, 0xFFFFFF, planner);

        planner.plan(screen, canvas);

        assertThat(canvas.pixels[99]).isEqualTo(0xFFFFFF);
        assertThat(canvas.pixels[100]).isZero();
        assertThat(canvas.pixels[55 * 200]).isZero();
    }

    @Test
    void shouldIgnoreDamageOutsideThePicture() {
        PicturePlanner planner = new PicturePlanner(new Size(64, 64));
        DamageRegion region = new DamageRegion(new CellGrid(new Size(64, 64)));

        region.add(64, 0, 10, 10);
        region.add(0, 64, 10, 10);
        region.add(-20, -20, 20, 20);
        region.add(0, 0, 0, 5);
        assertThat(region.isEmpty()).isTrue();
        region.add(-20, -20, Integer.MAX_VALUE, Integer.MAX_VALUE);

        long[] bits = new long[4];
        assertThat(region.take(bits)).isTrue();
        assertThat(bits).containsExactly(3, 3, 3, 3);
        assertThat(region.take(bits)).isFalse();
        assertThat(planner.isIdle()).isFalse();
    }

    @Test
    void shouldKeepNoMoreBuffersThanAllowed() {
        int[] large = StripBuffers.borrow(1 << 20);
        int[] second = StripBuffers.borrow(1 << 20);
        StripBuffers.giveBack(large);
        StripBuffers.giveBack(second);

        assertThat(StripBuffers.borrow(10)).isSameAs(large);
        int[] other = StripBuffers.borrow(10);
        assertThat(other).isNotSameAs(second);
    }

    @Test
    void shouldHashEveryPixelOfACell() {
        int[] cell = new int[32 * 16];
        Random random = new Random(1);
        for (int i = 0; i < cell.length; i++) {
            cell[i] = random.nextInt(0x1000000);
        }
        for (int width : new int[] {32, 31, 9, 8, 7, 1}) {
            long hash = CellHash.of(cell, 0, 32, width, 16);
            for (int i = 0; i < cell.length; i++) {
                cell[i] ^= 1;
                assertThat(CellHash.of(cell, 0, 32, width, 16) == hash).isEqualTo(i % 32 >= width);
                cell[i] ^= 1;
            }
        }
        int[] uniform = new int[32 * 16];
        for (int i = 0; i < uniform.length; i++) {
            assertThat(CellHash.isUniform(uniform, 0, 32, 32, 16)).isTrue();
            uniform[i] = 1;
            assertThat(CellHash.isUniform(uniform, 0, 32, 32, 16)).isFalse();
            uniform[i] = 0;
        }
        assertThat(CellHash.ofColor(0)).isNotEqualTo(CellHash.ofColor(1));
    }

    @Test
    void shouldPassOnThatTheClientIsGone() {
        PicturePlanner planner = new PicturePlanner(new Size(64, 64));
        PictureSink gone = new PictureSink() {
            @Override
            public void fill(int x, int y, int width, int height, int rgb) {}

            @Override
            public void pixels(int x, int y, int width, int height, int[] rgb, int offset, int stride) {}

            @Override
            public void endStrip() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> planner.plan(new PaintedScreen(64, 64), gone)).hasMessage("gone");
    }
}
