package oriel.desktop.embedded.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.desktop.DesktopStatus;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SessionClipboard;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.SessionInformation;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.look.NightBackdrop;
import oriel.desktop.embedded.session.SessionContent;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Stage;
import oriel.desktop.embedded.toolkit.StageKeyboard;
import oriel.desktop.embedded.toolkit.StagePointer;
import oriel.desktop.embedded.toolkit.Ticker;

/** The desktop of a user: terminals, a window about the session, a bar and a menu. */
public final class WindowedDesktop implements Desktop {

    private final SessionHost host;
    private final String userName;
    private final Programs programs;
    private final Ticker ticker;
    private final Stage stage;
    private final StageKeyboard keyboard;
    private final StagePointer pointer;
    private final WindowManager windows;
    private final TaskBar bar;
    private final StartMenu menu;
    private final Dialogs dialogs;
    private final DesktopScenery scenery;
    private ClientView view;
    private Language language;
    private final SharedText clipboard = new SharedText();
    private boolean closed;
    private @Nullable Window sessionWindow;
    private @Nullable Window initial;
    /** What the menu says of the session. */
    private String about = "";

    private Ticker.@Nullable Appointment minute;

    /**
     * Starts a desktop.
     *
     * @param request  what is wanted
     * @param programs makes terminals
     * @param ticker   the time
     */
    public WindowedDesktop(DesktopRequest request, Programs programs, Ticker ticker) {
        this.host = request.host();
        this.userName = request.userName();
        this.programs = programs;
        this.ticker = ticker;
        view = request.view();
        language = Language.of(view.locale());
        stage = new Stage(view.size(), new NightBackdrop());
        keyboard = new StageKeyboard(stage, view.keyboardLayout());
        pointer = new StagePointer(stage, ticker, keyboard::modifiers);
        windows = new WindowManager(stage, new Shared(), this::windowsChanged);
        bar = new TaskBar(stage.damage(), windows, new BarActions(), language, view.timeZone(), ticker.now());
        menu = new StartMenu(stage.damage(), language, menuItems());
        dialogs = new Dialogs(stage, ticker, this::focusMoved);
        scenery = new DesktopScenery(windows, bar, menu, new Switcher(stage.damage()), dialogs, this::toggleMenu);
        stage.show(scenery);
        stage.update(() -> {
            request.initialProgram().ifPresentOrElse(this::openInitialProgram, this::openTerminal);
            awaitMinute();
        });
        refreshBar();
    }

    private List<StartMenu.Item> menuItems() {
        return List.of(
                new StartMenu.Item(Icon.TERMINAL, "menu.terminal", false, this::openTerminal),
                new StartMenu.Item(Icon.PULSE, "menu.session", false, this::openSession),
                new StartMenu.Item(Icon.LOCK, "menu.lock", true, () -> stage.afterwards(host::lock)),
                new StartMenu.Item(Icon.DISCONNECT, "menu.disconnect", false, () -> stage.afterwards(host::disconnect)),
                new StartMenu.Item(Icon.LOGOFF, "menu.logoff", false, this::confirmLogoff));
    }

    private void windowsChanged() {
        if (initial != null && !initial.isOpen() && !closed) {
            initial = null;
            stage.afterwards(() -> host.desktopEnded(""));
        }
        bar.repaint();
    }

    private void focusMoved() {
        scenery.closeMenu();
        scenery.shareFocus();
    }

    private void openTerminal() {
        windows.open(programs.shell(), Icon.TERMINAL, language.text("window.terminal"), false);
    }

    /** The program takes the place of the desktop: when its window closes, the session ends. */
    private void openInitialProgram(InitialProgram program) {
        initial = windows.open(programs.program(program), Icon.TERMINAL, program.commandLine(), true);
    }

    private void openSession() {
        if (sessionWindow != null && sessionWindow.isOpen()) {
            windows.activate(sessionWindow);
            return;
        }
        SessionContent content =
                new SessionContent(host, () -> new SessionContent.Manner(language, view.timeZone()), ticker);
        sessionWindow = windows.open(content, Icon.PULSE, language.text("window.session"), false);
    }

    private void confirmLogoff() {
        dialogs.confirm(
                language.text("logoff.title"),
                language.text("logoff.text"),
                language.text("menu.logoff"),
                language,
                () -> stage.afterwards(host::logoff));
    }

    private void toggleMenu() {
        if (menu.isOpen()) {
            scenery.closeMenu();
            return;
        }
        menu.show(userName, about);
        scenery.shareFocus();
    }

    /** What the bar and the menu say of the session; asked without the lock. */
    private void refreshBar() {
        SessionInformation information = host.information();
        stage.update(() -> {
            about = language.text("session.number", information.sessionId()) + " · " + information.hostName();
            bar.session(information.protocol().isEmpty() ? userName : userName + " · " + information.protocol());
        });
    }

    /** The clock shows minutes: it is called when one is full, and not before. */
    private void awaitMinute() {
        Instant now = ticker.now();
        Instant full = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        minute = ticker.after(
                Duration.between(now, full).plusMillis(5),
                () -> stage.update(() -> {
                    if (!closed) {
                        bar.tick(ticker.now());
                        stage.afterwards(this::refreshBar);
                        awaitMinute();
                    }
                }));
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        stage.update(() -> {
            if (!closed) {
                dialogs.message(title, text, timeout, language);
            }
        });
    }

    @Override
    public Screen screen() {
        return stage;
    }

    @Override
    public KeyboardSink keyboard() {
        return keyboard;
    }

    @Override
    public PointerSink pointer() {
        return pointer;
    }

    @Override
    public void adapt(ClientView next) {
        stage.update(() -> {
            view = next;
            language = Language.of(next.locale());
            keyboard.layout(next.keyboardLayout());
            bar.adapt(language, next.timeZone());
            menu.speak(language);
            stage.resize(next.size());
            stage.repaintAll();
            stage.afterwards(this::refreshBar);
        });
    }

    @Override
    public void close() {
        stage.update(() -> {
            if (closed) {
                return;
            }
            closed = true;
            if (minute != null) {
                minute.cancel();
            }
            dialogs.close();
            windows.closeAll();
        });
        stage.close();
        programs.close();
    }

    @Override
    public DesktopStatus status() {
        return new DesktopStatus("embedded", programs.account(), 0, 0, Duration.ZERO, Optional.empty());
    }

    @Override
    public Optional<SessionClipboard> clipboard() {
        return Optional.of(clipboard);
    }

    private final class Shared implements ContentHosts.Surroundings {

        @Override
        public String clipboard() {
            return clipboard.text();
        }

        @Override
        public void clipboard(String text) {
            clipboard.copy(text);
        }

        @Override
        public void tell(String message, Object... arguments) {
            dialogs.message(
                    language.text(message + ".title"),
                    language.text(message + ".text", arguments),
                    Duration.ZERO,
                    language);
        }
    }

    private final class BarActions implements TaskBar.Actions {

        @Override
        public void menu() {
            toggleMenu();
        }

        @Override
        public void window(Window window) {
            scenery.closeMenu();
            if (window == windows.active()) {
                windows.minimise(window);
            } else {
                windows.activate(window);
            }
        }

        @Override
        public void session() {
            scenery.closeMenu();
            openSession();
        }
    }
}
