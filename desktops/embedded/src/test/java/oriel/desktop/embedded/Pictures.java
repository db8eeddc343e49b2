package oriel.desktop.embedded;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SessionChoice;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.logon.LogonScene;
import oriel.desktop.embedded.toolkit.SystemTicker;

/** Draws the scenes into PNG files, to be looked at: {@code Pictures <directory>}. */
final class Pictures {

    private static final List<Size> SIZES =
            List.of(new Size(640, 480), new Size(1024, 768), new Size(1280, 800), new Size(1920, 1080));

    private final Path directory;

    private Pictures(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Pictures pictures = new Pictures(Files.createDirectories(Path.of(arguments[0])));
        for (Size size : SIZES) {
            pictures.logon(size);
            pictures.desktop(size);
        }
    }

    static ClientView view(Size size, Locale locale, int layout) {
        return new ClientView(size, layout, locale, ZoneId.of("Europe/Paris"));
    }

    private void logon(Size size) throws IOException, InterruptedException {
        var view = view(size, Locale.ENGLISH, 0x409);
        ask(size, "logon", view, scene -> scene.askCredentials(new LogonQuestion("", false, Optional.empty())));
        ask(size, "wrong", view(size, Locale.FRENCH, 0x40C), scene -> {
            scene.keyboard().locks(false, false, true, false);
            scene.askCredentials(new LogonQuestion(
                    "elodie", false, Optional.of(LogonMessage.of(LogonMessage.Kind.WRONG_CREDENTIALS))));
        });
        ask(
                size,
                "locked",
                view,
                scene -> scene.askCredentials(new LogonQuestion(
                        "ada", true, Optional.of(LogonMessage.of(LogonMessage.Kind.SESSION_LOCKED, "ada")))));
        Instant now = Instant.now();
        ask(
                size,
                "sessions",
                view,
                scene -> scene.askSession(
                        "ada",
                        List.of(
                                new SessionChoice(
                                        3,
                                        "embedded",
                                        now.minus(Duration.ofHours(30)),
                                        now.minusSeconds(4000),
                                        "LAPTOP-7"),
                                new SessionChoice(
                                        5,
                                        "embedded",
                                        now.minusSeconds(9000),
                                        now.minusSeconds(600),
                                        "192.168.4.17"))));
        ask(size, "notice", view, scene -> scene.notice(LogonMessage.of(LogonMessage.Kind.DRAINING)));
        ask(size, "text", view, scene -> scene.askText("Verification code:", true));
        ask(
                size,
                "failure",
                view,
                scene -> scene.askFreshStart(
                        LogonMessage.of(LogonMessage.Kind.DESKTOP_ENDED, "the X server was killed (signal 9)"),
                        List.of(
                                "openbox-Message: A window manager is already running on screen 0",
                                "(xfce4-session:2211): Gtk-WARNING **: cannot open display: :10",
                                "xterm: fatal IO error 11 (Resource temporarily unavailable) or KillClient on X server")));
        ask(size, "status", view, scene -> {
            scene.status(LogonMessage.of(LogonMessage.Kind.PREPARING_DESKTOP));
            Thread.sleep(100_000);
        });
    }

    private void desktop(Size size) throws IOException, InterruptedException {
        ExampleHost host = new ExampleHost();
        DesktopRequest request =
                new DesktopRequest(host, "ada", Set.of(), view(size, Locale.ENGLISH, 0x409), Optional.empty());
        try (Desktop desktop =
                new EmbeddedDesktopProvider(Optional.of(System.getProperty("user.name"))).start(request)) {
            Onlooker user = new Onlooker(desktop);
            Thread.sleep(1200);
            user.type(
                    "PS1='\\[\\e[1;36m\\]ada@oriel\\[\\e[0m\\]:\\[\\e[1;34m\\]\\w\\[\\e[0m\\]\\$ '; clear; ls --color /; cal");
            user.press(Key.ENTER);
            Thread.sleep(800);
            save(desktop, "desktop-" + size);
            click(desktop, 50, size.height() - 20);
            save(desktop, "menu-" + size);
            click(desktop, 80, size.height() - 20);
            click(desktop, size.width() - (size.width() > 760 ? 240 : 100), size.height() - 20);
            Thread.sleep(4500);
            save(desktop, "session-" + size);
            desktop.message(
                    "Maintenance tonight", "This host is restarted at 22:00.\nPlease save your work.", Duration.ZERO);
            save(desktop, "message-" + size);
            desktop.keyboard().key(1, 0, true);
            desktop.keyboard().key(1, 0, false);
            desktop.keyboard().key(0x38, 0, true);
            desktop.keyboard().key(0x0F, 0, true);
            save(desktop, "switcher-" + size);
        }
    }

    private static void click(Scene scene, int x, int y) {
        scene.pointer().moved(x, y);
        scene.pointer().button(1, true, x, y);
        scene.pointer().button(1, false, x, y);
    }

    private interface Asking {
        void ask(LogonScene scene) throws InterruptedException;
    }

    private void ask(Size size, String name, ClientView view, Asking asking) throws IOException, InterruptedException {
        try (LogonScene scene = new LogonScene("oriel.example.org", view, SystemTicker.INSTANCE)) {
            Thread asker = Thread.ofVirtual().start(() -> {
                try {
                    asking.ask(scene);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Thread.sleep(60);
            save(scene, name + "-" + size);
            asker.interrupt();
            asker.join();
        }
    }

    void save(Scene scene, String name) throws IOException {
        Screen screen = scene.screen();
        Size size = screen.size();
        int[] pixels = new int[size.width() * size.height()];
        screen.read(0, 0, size.width(), size.height(), pixels, 0, size.width());
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
        Graphics2D g = image.createGraphics();
        g.dispose();
        ImageIO.write(image, "png", directory.resolve(name + ".png").toFile());
    }
}
