package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stock clients show against what the session shows, pixel by pixel. */
class PixelInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    private VirtualDisplay display;
    private HostedOriel oriel;

    @BeforeEach
    void openBoth() throws Exception {
        display = VirtualDisplay.open(WIDTH, HEIGHT);
        oriel = HostedOriel.start();
    }

    @AfterEach
    void closeBoth() {
        oriel.close();
        display.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void shouldShowTheSessionExactlyInXfreerdp(int bitsPerPixel) throws Exception {
        try (StockClient client = StockClient.xfreerdp(
                display,
                oriel.port(),
                "/u:" + HostedOriel.USER,
                "/p:" + HostedOriel.PASSWORD,
                "/size:" + WIDTH + "x" + HEIGHT,
                "/bpp:" + bitsPerPixel)) {
            compare(
                    "xfreerdp-" + bitsPerPixel,
                    client,
                    IntUnaryOperator.identity(),
                    bitsPerPixel == 16 ? PixelInteropTest::asFreeRdpWidens : IntUnaryOperator.identity());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void shouldShowTheSessionExactlyInRdesktop(int bitsPerPixel) throws Exception {
        try (StockClient client = StockClient.rdesktop(
                display,
                oriel.port(),
                "-u",
                HostedOriel.USER,
                "-p",
                HostedOriel.PASSWORD,
                "-g",
                WIDTH + "x" + HEIGHT,
                "-a",
                Integer.toString(bitsPerPixel))) {
            IntUnaryOperator sent = bitsPerPixel == 16 ? PixelInteropTest::at16 : IntUnaryOperator.identity();
            compare("rdesktop-" + bitsPerPixel, client, sent, sent);
        }
    }

    @Test
    void shouldShowTheSessionExactlyAfterMuchHasMoved() throws Exception {
        try (StockClient client = StockClient.xfreerdp(
                display,
                oriel.port(),
                "/u:" + HostedOriel.USER,
                "/p:" + HostedOriel.PASSWORD,
                "/size:" + WIDTH + "x" + HEIGHT)) {
            Tool.await("a desktop: " + client.printed(), PATIENCE, oriel::hasDesktop);
            display.settled(QUIET, PATIENCE);
            display.move(500, 350);
            display.type("for i in $(seq 400); do printf '\\033[%dm%s line %d ' $((30+i%8)) \"$i$i$i\" $i; done");
            display.key("Return");
            compare("xfreerdp-moved", client, IntUnaryOperator.identity(), IntUnaryOperator.identity());
        }
    }

    /** Both go on changing for a moment, the shell takes its time: in the end they must be the same. */
    private void compare(String name, StockClient client, IntUnaryOperator shown, IntUnaryOperator session)
            throws Exception {
        Tool.await("a desktop: " + client.printed(), PATIENCE, oriel::hasDesktop);
        display.settled(QUIET, PATIENCE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Pixels there;
        Pixels here;
        int differences;
        do {
            there = display.screenshot().map(shown);
            here = oriel.session().map(session);
            differences = there.differences(here);
        } while (differences > 0 && System.nanoTime() < end);
        there.save(name);
        here.save(name + "-session");
        assertThat(here.colors(30)).as("the session shows something").isGreaterThan(20);
        assertThat(differences)
                .as("pixels of %s that are not the session's", name)
                .isZero();
    }

    /** Five, six and five bits of red, green and blue, as they are sent at 16 bits per pixel. */
    private static int at16(int rgb) {
        return rgb & 0xF8FCF8;
    }

    /**
     * What FreeRDP 2.11 makes of 16 bits per pixel on a screen of 24: it fills the lower bits of each colour by adding its upper
     * three, which for green carries into the bits that were sent.
     */
    private static int asFreeRdpWidens(int rgb) {
        int red = (rgb >> 16) & 0xF8;
        int green = (rgb >> 8) & 0xFC;
        int blue = rgb & 0xF8;
        return ((red + (red >> 5)) << 16) | ((green + (green >> 5)) << 8) | (blue + (blue >> 5));
    }
}
