package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.EmbeddedDesktopProvider;
import oriel.licensing.NoLicensing;

/** The desktop follows the window and the monitors of a stock client while it is connected; pointer and lamps fit. */
class ScreensInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final String WINDOW = "FreeRDP";

    private VirtualDisplay display;

    @BeforeEach
    void openDisplay() throws Exception {
        display = VirtualDisplay.open(1400, 900);
    }

    @AfterEach
    void closeDisplay() {
        display.close();
    }

    private StockClient xfreerdp(HostedOriel oriel, String... options) throws Exception {
        var all = new ArrayList<>(List.of("/u:" + HostedOriel.USER, "/p:" + HostedOriel.PASSWORD));
        all.addAll(List.of(options));
        return StockClient.xfreerdp(display, oriel.port(), all.toArray(String[]::new));
    }

    /** The session is as large as that in the end, and the client shows every pixel of it. */
    private void compare(String name, HostedOriel oriel, int width, int height) throws Exception {
        Tool.await(
                name + ": a desktop of " + width + "x" + height,
                PATIENCE,
                () -> oriel.hasDesktop()
                        && oriel.session().width() == width
                        && oriel.session().height() == height);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Pixels there;
        int differences;
        do {
            there = display.settled(QUIET, PATIENCE).part(0, 0, width, height);
            differences = there.differences(oriel.session());
        } while (differences > 0 && System.nanoTime() < end);
        there.save(name);
        assertThat(differences)
                .as("pixels of %s that are not the session's", name)
                .isZero();
    }

    @Test
    void shouldFollowTheWindowOfXfreerdp() throws Exception {
        try (HostedOriel oriel = HostedOriel.start();
                StockClient client = xfreerdp(oriel, "/size:800x600", "/dynamic-resolution")) {
            compare("window-as-asked", oriel, 800, 600);
            display.dragWindow(WINDOW, 800, 600, 1000, 700, 1);
            compare("window-larger", oriel, 1000, 700);
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    /** Someone drags a corner: the desktop follows in some steps, not in all, and ends where the hand does. */
    @Test
    void shouldFollowTheHandThatDragsTheWindow() throws Exception {
        var plain = new PlainDesktop.Provider(new EmbeddedDesktopProvider(Optional.empty()));
        try (HostedOriel oriel = HostedOriel.start(new NoLicensing(), plain);
                StockClient client = xfreerdp(oriel, "/size:800x600", "/dynamic-resolution")) {
            PlainDesktop desktop = plain.await();
            compare("plain-as-asked", oriel, 800, 600);
            display.move(100, 100);
            display.dragWindow(WINDOW, 800, 600, 1300, 850, 100);
            compare("plain-dragged", oriel, 1300, 850);
            assertThat(desktop.views).hasSizeBetween(2, 60);
            display.click(1250, 840);
            desktop.awaitEvent("button 1 up at 1250,840");
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    /** The primary monitor lies on the right: the other one has negative coordinates at the client. */
    @Test
    void shouldTakeAllMonitorsOfXfreerdp() throws Exception {
        display.twoMonitors(600, 800, 900);
        var plain = new PlainDesktop.Provider(new EmbeddedDesktopProvider(Optional.empty()));
        try (HostedOriel oriel = HostedOriel.start(new NoLicensing(), plain);
                StockClient client = xfreerdp(oriel, "/multimon:force")) {
            PlainDesktop desktop = plain.await();
            compare("monitors", oriel, 1400, 900);
            List<Monitor> monitors = desktop.views.getFirst().layout().monitors();
            assertThat(monitors).extracting(Monitor::primary).containsExactlyInAnyOrder(false, true);
            assertThat(desktop.views.getFirst().layout().primary())
                    .extracting(Monitor::x, Monitor::y, Monitor::width, Monitor::height)
                    .containsExactly(600, 0, 800, 900);
            display.move(10, 20);
            desktop.awaitEvent("moved 10,20");
            display.move(1390, 880);
            desktop.awaitEvent("moved 1390,880");
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    @Test
    void shouldTakeEveryButtonOfXfreerdpAndSwitchItsLamps() throws Exception {
        var plain = new PlainDesktop.Provider(new EmbeddedDesktopProvider(Optional.empty()));
        try (HostedOriel oriel = HostedOriel.start(new NoLicensing(), plain);
                StockClient client = xfreerdp(oriel, "/size:800x600")) {
            PlainDesktop desktop = plain.await();
            compare("plain", oriel, 800, 600);
            assertThat(desktop.views).extracting(view -> view.size()).containsOnly(new Size(800, 600));
            display.move(300, 200);
            for (int button = 1; button <= 9; button++) {
                display.button(button);
            }
            desktop.awaitEvent("button 1 down at 300,200");
            desktop.awaitEvent("button 3 down at 300,200");
            desktop.awaitEvent("button 2 down at 300,200");
            desktop.awaitEvent("wheel 120 vertical at 300,200");
            desktop.awaitEvent("wheel -120 vertical at 300,200");
            desktop.awaitEvent("wheel -120 horizontal at 300,200");
            desktop.awaitEvent("wheel 120 horizontal at 300,200");
            desktop.awaitEvent("button 4 down at 300,200");
            desktop.awaitEvent("button 5 up at 300,200");

            // Scroll Lock is no modifier of the usual X keyboard: xfreerdp cannot switch it.
            desktop.host().locksChanged(new KeyboardLocks(false, true, true, false));
            awaitLamps("Caps Lock:   on", "Num Lock:    on");
            desktop.host().locksChanged(new KeyboardLocks(false, true, false, false));
            awaitLamps("Caps Lock:   off", "Num Lock:    on");
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    private void awaitLamps(String... wanted) throws Exception {
        Tool.require("xset", "x11-xserver-utils");
        Tool.await("lamps " + List.of(wanted), Duration.ofSeconds(20), () -> {
            String lamps = new String(Tool.run(display.environment(), List.of("xset", "q")), StandardCharsets.UTF_8);
            return List.of(wanted).stream().allMatch(lamps::contains);
        });
    }
}
