package oriel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonScreen;
import oriel.desktop.embedded.EmbeddedDesktopProvider;
import oriel.licensing.NoLicensing;

/** Clipboard and sound between a stock client and a session. */
class MediaInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 16 << 20;

    private static VirtualDisplay display;

    private final List<MediaDesktop> desktops = new CopyOnWriteArrayList<>();
    private HostedOriel oriel;

    @BeforeAll
    static void openDisplay() throws IOException {
        display = VirtualDisplay.open(800, 600);
    }

    @AfterAll
    static void closeDisplay() {
        display.close();
    }

    @BeforeEach
    void startOriel() throws Exception {
        start(Map.of());
    }

    @AfterEach
    void stopOriel() {
        oriel.close();
    }

    private void start(Map<String, String> values) throws Exception {
        oriel = HostedOriel.start(new NoLicensing(), new Dressed(), values);
    }

    /** Embedded desktops with clipboard and sound of the test's. */
    private final class Dressed implements DesktopProvider {

        private final DesktopProvider inner = new EmbeddedDesktopProvider(Optional.of(System.getProperty("user.name")));

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public LogonScreen openLogonScreen(String hostName, ClientView view) {
            return inner.openLogonScreen(hostName, view);
        }

        @Override
        public Desktop start(DesktopRequest request) throws IOException {
            var dressed = new MediaDesktop(inner.start(request));
            desktops.add(dressed);
            return dressed;
        }
    }

    private MediaDesktop desktop() throws Exception {
        Tool.await("a desktop", PATIENCE, () -> !desktops.isEmpty());
        return desktops.getFirst();
    }

    private StockClient xfreerdp(VirtualDisplay on, String... more) throws IOException {
        List<String> options =
                new ArrayList<>(List.of("/u:" + HostedOriel.USER, "/p:" + HostedOriel.PASSWORD, "/size:640x480"));
        options.addAll(List.of(more));
        return StockClient.xfreerdp(on, oriel.port(), options.toArray(String[]::new));
    }

    private static ClipboardContent content(ClipboardFormat format, byte[] bytes) {
        return new ClipboardContent() {
            @Override
            public Set<ClipboardFormat> formats() {
                return Set.of(format);
            }

            @Override
            public byte[] read(ClipboardFormat wanted, int limit) {
                return bytes.clone();
            }
        };
    }

    @Test
    void shouldCopyTextBothWays() throws Exception {
        try (Selection selection = new Selection(display);
                StockClient client = xfreerdp(display, "+clipboard")) {
            var clipboard = desktop().board();
            awaitOffer(clipboard, client);
            String text = "größer\n漢字 and more\n".repeat(3000);
            selection.copy("UTF8_STRING", text.getBytes(UTF_8));
            assertThat(pasted(clipboard, ClipboardFormat.TEXT, client))
                    .asString()
                    .isEqualTo(text);

            clipboard.copy(content(ClipboardFormat.TEXT, ("from the session: ü\n" + text).getBytes(UTF_8)));
            awaitPaste(selection, "UTF8_STRING", ("from the session: ü\n" + text).getBytes(UTF_8), client);
        }
    }

    /** A client that knows short names of formats only. */
    @Test
    void shouldCopyTextBothWaysWithAnOlderClient() throws Exception {
        try (Selection selection = new Selection(display);
                StockClient client = StockClient.rdesktop(
                        display,
                        oriel.port(),
                        "-u",
                        HostedOriel.USER,
                        "-p",
                        HostedOriel.PASSWORD,
                        "-g",
                        "640x480",
                        "-r",
                        "clipboard:CLIPBOARD")) {
            var clipboard = desktop().board();
            awaitOffer(clipboard, client);
            String text = "größer\n漢字\n";
            clipboard.copy(content(ClipboardFormat.TEXT, ("session: " + text).getBytes(UTF_8)));
            awaitPaste(selection, "UTF8_STRING", ("session: " + text).getBytes(UTF_8), client);

            // It hears of what is copied at its display while the selection is its own.
            selection.copy("UTF8_STRING", text.getBytes(UTF_8));
            assertThat(pasted(clipboard, ClipboardFormat.TEXT, client))
                    .asString()
                    .isEqualTo(text);
        }
    }

    @Test
    void shouldCopyPicturesBothWays() throws Exception {
        try (Selection selection = new Selection(display);
                StockClient client = xfreerdp(display, "+clipboard")) {
            var clipboard = desktop().board();
            awaitOffer(clipboard, client);
            BufferedImage image = picture(601, 403); // FreeRDP 2.11 takes no more than one X request holds
            selection.copy("image/bmp", written(image, "bmp")); // all that FreeRDP 2.11 takes
            assertThat(rgb(read(pasted(clipboard, ClipboardFormat.PNG, client))))
                    .isEqualTo(rgb(image));

            BufferedImage other = picture(97, 65);
            clipboard.copy(content(ClipboardFormat.PNG, png(other)));
            for (String target : List.of("image/png", "image/bmp")) {
                Tool.await(target + " of the session's picture: " + client.printed(), PATIENCE, () -> {
                    byte[] got = selection.paste(target);
                    BufferedImage shown = got.length == 0 ? null : read(got);
                    return shown != null && Arrays.equals(rgb(shown), rgb(other));
                });
            }
        }
    }

    @Test
    void shouldCopyHtmlBothWays() throws Exception {
        try (Selection selection = new Selection(display);
                StockClient client = xfreerdp(display, "+clipboard")) {
            var clipboard = desktop().board();
            awaitOffer(clipboard, client);
            selection.copy("text/html", "<b>bold ü</b>".getBytes(UTF_8));
            assertThat(pasted(clipboard, ClipboardFormat.HTML, client))
                    .asString()
                    .contains("<b>bold ü</b>");

            clipboard.copy(content(ClipboardFormat.HTML, "<i>ä</i>".getBytes(UTF_8)));
            Tool.await(
                    "the session's HTML: " + client.printed(),
                    PATIENCE,
                    () -> new String(selection.paste("text/html"), UTF_8).contains("<i>ä</i>"));
        }
    }

    /** What was copied in a session is not to be had by whoever sits at the client when the session is left. */
    @Test
    void shouldTakeTheClipboardBackWhenTheClientLeaves() throws Exception {
        try (Selection selection = new Selection(display)) {
            try (StockClient client = xfreerdp(display, "+clipboard")) {
                var clipboard = desktop().board();
                awaitOffer(clipboard, client);
                clipboard.copy(content(ClipboardFormat.TEXT, "secret".getBytes(UTF_8)));
                awaitPaste(selection, "UTF8_STRING", "secret".getBytes(UTF_8), client);
                oriel.service().disconnect(oriel.service().sessions().getFirst().id());
                client.exitCode(PATIENCE);
            }
            assertThat(selection.paste("UTF8_STRING")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"pcm, 0.99", "compressed, 0.99"})
    void shouldPlayTones(String codec, double purity) throws Exception {
        oriel.close();
        start(Map.of("sound-codec", codec));
        try (PulseServer pulse = PulseServer.start();
                StockClient client = xfreerdp(display.with("PULSE_SERVER", pulse.address()), "/sound:sys:pulse")) {
            var sound = desktop().played();
            try (var recording = pulse.record()) {
                sound.play(440, 1000, Duration.ofSeconds(3));
                Tool.await(
                        "the tone at the client: " + client.printed(),
                        PATIENCE,
                        () -> recording.seconds(0) > 2 && recording.seconds(1) > 2);
                assertThat(recording.purity(0, 440)).isGreaterThan(purity);
                assertThat(recording.purity(1, 1000)).isGreaterThan(purity);
                assertThat(recording.purity(0, 1000)).isLessThan(0.01);
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------------

    /** The client has joined in: its clipboard, empty or not, is known. */
    private static void awaitOffer(MediaDesktop.Clipboard clipboard, StockClient client) throws Exception {
        assertThat(clipboard.offered(client.printed())).isNotNull();
    }

    /**
     * What the client offers in a form, as soon as it does. FreeRDP offers everything while nothing is copied on its display, and
     * can give nothing of that.
     */
    private static byte[] pasted(MediaDesktop.Clipboard clipboard, ClipboardFormat format, StockClient client)
            throws Exception {
        String failures = "";
        for (int i = 0; i < 10; i++) {
            ClipboardContent content = clipboard.offered(failures + client.printed());
            try {
                return content.read(format, LIMIT);
            } catch (IOException e) {
                failures += content.formats() + ": " + e.getMessage() + "\n";
            }
        }
        throw new AssertionError(failures + client.printed());
    }

    private static void awaitPaste(Selection selection, String target, byte[] expected, StockClient client)
            throws Exception {
        Tool.await(
                target + " of the session: " + client.printed(),
                PATIENCE,
                () -> Arrays.equals(selection.paste(target), expected));
    }

    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 5 & 0xFF) << 16 | (y * 7 & 0xFF) << 8 | (x * y & 0xFF));
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int[] rgb(BufferedImage image) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < all.length; i++) {
            all[i] &= 0xFF_FFFF;
        }
        return all;
    }
}
