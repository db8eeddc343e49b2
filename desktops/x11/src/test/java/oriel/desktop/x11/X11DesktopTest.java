package oriel.desktop.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopFailedException;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.Bell;
import oriel.desktop.x11.client.Pointer;
import oriel.desktop.x11.client.XConnection;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;

/** Desktops as the service sees them, on real X servers. */
@ParameterizedClass
@EnumSource(RealServer.Kind.class)
class X11DesktopTest {

    private static final ClientView VIEW =
            new ClientView(new Size(1024, 768), 0x0000040C, Locale.FRANCE, ZoneId.of("Europe/Paris"));

    private final ExampleHost host = new ExampleHost();
    private final Onlooker onlooker = new Onlooker();
    private final RealSession.Starter starter;
    private X11DesktopProvider provider;
    private Desktop desktop;

    X11DesktopTest(RealServer.Kind kind) {
        starter = new RealSession.Starter(kind);
    }

    @BeforeEach
    void start() throws IOException {
        var limits = new SessionLimits(50, 0, 100);
        provider = new X11DesktopProvider(
                new NoLogonScreens(),
                new X11Settings(
                        starter,
                        new Size(1920, 1200),
                        (user, groups) -> new X11Settings.Share(groups.contains("staff") ? "xfce" : "", limits, true)));
        desktop = provider.start(request());
        desktop.screen().watch(onlooker);
    }

    private DesktopRequest request() {
        var program = new DesktopRequest.InitialProgram("xterm -ls", "/tmp", true);
        return new DesktopRequest(host, "anna", Set.of("staff"), VIEW, Optional.of(program));
    }

    /** There is no need for any. */
    record NoLogonScreens() implements DesktopProvider {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public LogonScreen openLogonScreen(String hostName, ClientView view) {
            throw new UnsupportedOperationException("asked for a logon screen");
        }

        @Override
        public Desktop start(DesktopRequest request) {
            throw new UnsupportedOperationException("asked for a desktop");
        }
    }

    @AfterEach
    void stop() {
        desktop.close();
        assertThat(starter.session().server().process().isAlive()).isFalse();
    }

    private XConnection program() {
        return starter.session().server().connect();
    }

    @Test
    void shouldOrderWhatTheClientHas() {
        SessionOrder order = starter.order();
        assertThat(order.number()).isEqualTo(7);
        assertThat(order.account()).isEqualTo("anna");
        assertThat(order.screen()).isEqualTo(new SessionOrder.ScreenPlan(1024, 768, 1920, 1200, 96));
        assertThat(order.desktop()).isEqualTo("xfce");
        assertThat(order.program()).contains(new SessionOrder.Program("xterm -ls", "/tmp"));
        assertThat(order.keyboard().layout()).isEqualTo("fr");
        assertThat(order.locale()).isEqualTo("fr_FR.UTF-8");
        assertThat(order.timeZone()).isEqualTo("Europe/Paris");
        assertThat(order.limits()).isEqualTo(new SessionLimits(50, 0, 100));
        assertThat(order.sound()).isTrue();
        assertThat(provider.name()).isEqualTo("x11");
        assertThatThrownBy(() -> provider.openLogonScreen("host", VIEW)).hasMessage("asked for a logon screen");
    }

    @Test
    void shouldHaveTheClientsSizeAndFollowIt() {
        assertThat(desktop.screen().size()).isEqualTo(new Size(1024, 768));
        var left = new Monitor(0, 0, 800, 600, true, 100, 0, 0);
        var right = new Monitor(800, 0, 800, 600, false, 100, 0, 0);
        desktop.adapt(VIEW.with(new MonitorLayout(List.of(left, right))));
        onlooker.await(heard -> heard.sizes().contains(new Size(1600, 600)));
        assertThat(starter.session().server().run("xrandr", "--listmonitors")).contains("Monitors: 2");
    }

    @Test
    void shouldHaveTheClientsKeyboardAndFollowIt() {
        awaitKeyboard("fr", "");
        desktop.adapt(new ClientView(VIEW.size(), 0x00020409, Locale.US, VIEW.timeZone()));
        awaitKeyboard("us", "intl");
        desktop.adapt(new ClientView(VIEW.size(), 0, Locale.US, VIEW.timeZone()));
        desktop.adapt(new ClientView(VIEW.size(), 0x00000419, Locale.US, VIEW.timeZone()));
        awaitKeyboard("ru,us", ",");
    }

    private void awaitKeyboard(String layout, String variant) {
        String query = "";
        for (int i = 0; i < 200 && !query.contains("layout:     " + layout + "\n"); i++) {
            query = starter.session().server().run("setxkbmap", "-query");
        }
        assertThat(query).contains("layout:     " + layout);
        if (!variant.isEmpty()) {
            assertThat(query).contains("variant:    " + variant);
        }
    }

    /** What a program copies reaches the client, and the other way round. */
    @Test
    void shouldShareTheClipboard() throws Exception {
        BlockingQueue<ClipboardContent> offers = new LinkedBlockingQueue<>();
        desktop.clipboard().orElseThrow().watch(offers::add);
        Process xclip = starter.session()
                .server()
                .program("sh", "-c", "echo copied | exec xclip -i -quiet -selection clipboard -t UTF8_STRING");
        ClipboardContent offer = offers.poll(10, TimeUnit.SECONDS);
        assertThat(offer).isNotNull();
        assertThat(new String(offer.read(ClipboardFormat.TEXT, 100), StandardCharsets.UTF_8))
                .isEqualTo("copied\n");
        desktop.clipboard().orElseThrow().offer(offer); // a client that has copied the same
        assertThat(xclip.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldSayWhatItIs() {
        assertThat(desktop.status().name()).isEqualTo("Nothing");
        assertThat(desktop.status().account()).isEqualTo("anna");
        assertThat(desktop.status().memory()).isEqualTo(4096);
        assertThat(desktop.status().log()).contains("/nowhere/log");
        assertThat(desktop.clipboard()).isPresent();
        assertThat(desktop.sound()).isEmpty();
    }

    /** A program that warps the pointer moves the client's too; the user's own moves do not come back. */
    @Test
    void shouldTellWhenTheSessionMovesThePointer() throws IOException {
        try (XConnection program = program()) {
            desktop.pointer().moved(10, 10);
            desktop.pointer().moved(200, 100);
            desktop.pointer().button(PointerSink.LEFT, true, 200, 100);
            desktop.pointer().button(PointerSink.LEFT, false, 200, 100);
            desktop.pointer().moved(5000, 5000);
            desktop.pointer().moved(300, 300);
            awaitPointer(program, 300, 300);
            program.send(new Pointer.Warp(program.root(), 512, 384));
            onlooker.await(heard -> heard.moves().contains("512,384"));
            desktop.pointer().moved(515, 384);
            awaitPointer(program, 515, 384);
            program.send(new Pointer.Warp(program.root(), 512, 384)); // as games do, again and again
            onlooker.await(heard -> heard.moves().size() == 2);
            assertThat(onlooker.moves()).containsExactly("512,384", "512,384");
        }
    }

    private static void awaitPointer(XConnection program, int x, int y) throws IOException {
        Pointer now = program.ask(new Pointer.Ask(program.root()));
        for (int i = 0; i < 10_000 && (now.x() != x || now.y() != y); i++) {
            now = program.ask(new Pointer.Ask(program.root()));
        }
        assertThat(List.of(now.x(), now.y())).containsExactly(x, y);
    }

    @Test
    void shouldPassBellsOn() {
        try (XConnection program = program()) {
            program.send(new Bell(0));
            onlooker.await(heard -> !heard.bells().isEmpty());
            assertThat(onlooker.bells()).containsExactly("400 Hz 100 ms");
        }
    }

    @Test
    void shouldShowAMessageUntilItIsAnswered() {
        int[] before = pixels();
        onlooker.forget();
        desktop.message("Maintenance", "The server is restarted at noon.\nPlease save your work.", Duration.ZERO);
        onlooker.await(heard -> changed(before) > 20_000);
        assertThat(starter.session().server().run("xwininfo", "-root", "-tree")).contains("\"Maintenance\"");
        // Somewhere on the lower right of the box is its button; beside it a click does nothing.
        java.awt.Rectangle box = around(before);
        click(box.x + 5, box.y + 5);
        assertThat(changed(before)).isGreaterThan(20_000);
        click(box.x + box.width - 60, box.y + box.height - 35);
        onlooker.await(heard -> changed(before) == 0);
    }

    @Test
    void shouldTakeAMessageAwayWhenItsTimeIsOver() {
        int[] before = pixels();
        desktop.message("Soon over", "x".repeat(100_000), Duration.ofMillis(300));
        onlooker.await(heard -> changed(before) > 20_000);
        onlooker.await(heard -> changed(before) == 0);
    }

    private void click(int x, int y) {
        desktop.pointer().button(PointerSink.LEFT, true, x, y);
        desktop.pointer().button(PointerSink.LEFT, false, x, y);
        starter.session().server().run("xset", "q"); // what was sent before is done
    }

    private int[] pixels() {
        int[] pixels = new int[1024 * 768];
        desktop.screen().read(0, 0, 1024, 768, pixels, 0, 1024);
        return pixels;
    }

    private int changed(int... before) {
        int[] now = pixels();
        int count = 0;
        for (int i = 0; i < now.length; i++) {
            count += now[i] == before[i] ? 0 : 1;
        }
        return count;
    }

    private java.awt.Rectangle around(int... before) {
        int[] now = pixels();
        var box = new java.awt.Rectangle(-1, -1);
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                box.add(new java.awt.Rectangle(i % 1024, i / 1024, 1, 1));
            }
        }
        return box;
    }

    @Test
    void shouldTellWhenItsUserLoggedOff() throws InterruptedException {
        starter.session().end(true);
        assertThat(host.told.poll(10, TimeUnit.SECONDS)).isEqualTo("ended: ");
        desktop.close();
        desktop.close();
        assertThat(host.told).isEmpty();
    }

    @Test
    void shouldTellWhyItFailed() throws InterruptedException {
        starter.session().end(false);
        assertThat(host.told.poll(10, TimeUnit.SECONDS)).isEqualTo("failed: the shell gave up [line 1, line 2]");
    }

    /** The session itself may have been too badly hit to say anything. */
    @Test
    void shouldTellWhenTheServerIsKilledAndNobodyElseSaysSo() throws InterruptedException {
        starter.session().server().process().destroyForcibly().waitFor();
        assertThat(host.told.poll(10, TimeUnit.SECONDS)).startsWith("failed: the X server is lost");
        assertThat(Arrays.stream(pixels()).max()).hasValue(0);
    }

    @Test
    void shouldFailToStartWhenTheSessionEndsAtOnce() {
        RealSession first = starter.session();
        starter.endAtOnce();
        assertThatThrownBy(() -> provider.start(request())).isInstanceOfSatisfying(DesktopFailedException.class, e -> {
            assertThat(e).hasMessage("the shell gave up");
            assertThat(e.tail()).containsExactly("line 1", "line 2");
        });
        starter.returnTo(first);
        assertThat(host.told).isEmpty();
    }
}
