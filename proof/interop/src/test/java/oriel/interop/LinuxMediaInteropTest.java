package oriel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clipboard and sound between programs of a real Linux desktop and a stock client. */
class LinuxMediaInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private VirtualDisplay display;
    private OrielServer server;
    private LinuxUser user;

    @BeforeEach
    void openAll() throws Exception {
        Tool.require("openbox", "openbox");
        Tool.require("xclip", "xclip");
        Tool.require("sox", "sox");
        Tool.require("paplay", "pulseaudio-utils");
        user = LinuxUser.create();
        display = VirtualDisplay.open(800, 600);
        server = OrielServer.start(Map.of("ORIEL_DESKTOP_X11", "openbox"));
    }

    @AfterEach
    void closeAll() {
        server.close();
        display.close();
        user.close();
    }

    private StockClient logOn(VirtualDisplay where, String... options) throws Exception {
        var all = new ArrayList<>(List.of("/u:" + user.name(), "/p:" + user.password(), "/size:640x480"));
        all.addAll(List.of(options));
        return StockClient.xfreerdp(where, server.port(), all.toArray(String[]::new));
    }

    /** What the session runs when it starts. */
    private void onStart(String script) throws Exception {
        Path autostart = user.home().resolve(".config/openbox/autostart");
        Files.createDirectories(autostart.getParent());
        Files.writeString(autostart, script + "\n");
        Tool.run(Map.of(), List.of("chown", "-R", user.name() + ":", user.home() + "/.config"));
    }

    @Test
    void shouldCopyTextAndPicturesOutOfTheSession() throws Exception {
        BufferedImage picture = picture(97, 65);
        Files.write(user.home().resolve("picture.png"), written(picture, "png"));
        // Not before the client has joined: it offers everything then, though nothing is copied at its display.
        onStart("(while [ ! -e $HOME/first ]; do sleep 0.2; done; printf 'déjà vu' | xclip -selection clipboard -i;"
                + " while [ ! -e $HOME/next ]; do sleep 0.2; done;"
                + " xclip -selection clipboard -t image/png -i $HOME/picture.png) &");
        try (Selection selection = new Selection(display);
                StockClient client = logOn(display, "+clipboard")) {
            server.awaitOnlySession("Active");
            Thread.sleep(3000);
            Files.writeString(user.home().resolve("first"), "");
            Tool.await(
                    "the text of the session: " + client.printed(),
                    PATIENCE,
                    () -> new String(selection.paste("UTF8_STRING"), UTF_8).equals("déjà vu"));
            Files.writeString(user.home().resolve("next"), "");
            Tool.await("the picture of the session: " + client.printed(), PATIENCE, () -> {
                byte[] got = selection.paste("image/bmp");
                BufferedImage shown = got.length == 0 ? null : ImageIO.read(new ByteArrayInputStream(got));
                return shown != null && Arrays.equals(rgb(shown), rgb(picture));
            });
        }
    }

    @Test
    void shouldCopyTextAndPicturesIntoTheSession() throws Exception {
        BufferedImage picture = picture(211, 103);
        onStart(
                "(while :; do xclip -selection clipboard -o > $HOME/text.new 2>/dev/null && mv $HOME/text.new $HOME/text;"
                        + " xclip -selection clipboard -t image/png -o > $HOME/png.new 2>/dev/null && mv $HOME/png.new $HOME/png;"
                        + " sleep 0.5; done) &");
        try (Selection selection = new Selection(display);
                StockClient client = logOn(display, "+clipboard")) {
            server.awaitOnlySession("Active");
            selection.copy("UTF8_STRING", "größer 漢字".getBytes(UTF_8));
            Path text = user.home().resolve("text");
            Tool.await(
                    "the client's text: " + client.printed(),
                    PATIENCE,
                    () -> Files.exists(text) && Files.readString(text).equals("größer 漢字"));
            selection.copy("image/bmp", written(picture, "bmp"));
            Path png = user.home().resolve("png");
            Tool.await("the client's picture: " + client.printed(), PATIENCE, () -> {
                BufferedImage got = Files.exists(png) ? ImageIO.read(png.toFile()) : null;
                return got != null && Arrays.equals(rgb(got), rgb(picture));
            });
        }
    }

    @Test
    void shouldPlayTheSoundOfTheSessionAtTheClient() throws Exception {
        onStart("(sox -n -r 44100 -c 2 $HOME/tone.wav synth 4 sine 440 gain -6;"
                + " for i in 1 2 3 4; do paplay $HOME/tone.wav; done) &");
        try (PulseServer pulse = PulseServer.start();
                var recording = pulse.record();
                StockClient client = logOn(display.with("PULSE_SERVER", pulse.address()), "/sound:sys:pulse")) {
            Tool.await(
                    "the tone at the client: " + client.printed(),
                    PATIENCE,
                    () -> recording.seconds(0) > 2 && recording.seconds(1) > 2);
            assertThat(recording.purity(0, 440)).isGreaterThan(0.98);
            assertThat(recording.purity(1, 440)).isGreaterThan(0.98);
        }
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

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] rgb(BufferedImage image) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).map(pixel -> pixel & 0xFF_FFFF).toArray();
    }
}
