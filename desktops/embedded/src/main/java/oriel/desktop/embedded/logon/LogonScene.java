package oriel.desktop.embedded.logon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SessionChoice;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.look.NightBackdrop;
import oriel.desktop.embedded.toolkit.Stage;
import oriel.desktop.embedded.toolkit.StageKeyboard;
import oriel.desktop.embedded.toolkit.StagePointer;
import oriel.desktop.embedded.toolkit.TextField;
import oriel.desktop.embedded.toolkit.Ticker;

/** The logon screen of the embedded desktop. */
public final class LogonScene implements LogonScreen {

    private final Stage stage;
    private final StageKeyboard keyboard;
    private final StagePointer pointer;
    private final Ticker ticker;
    private final Footer footer;
    private final LogonScenery scenery;
    private final TextField.Clipboard clipboard = new LocalClipboard();
    private ClientView view;
    private boolean languageChosen;
    private boolean closed;
    private @Nullable CompletableFuture<LogonAnswer> question;
    private Ticker.@Nullable Appointment minute;

    /**
     * Opens a logon screen.
     *
     * @param hostName name of the host, for show
     * @param view     the client it is shown on
     * @param ticker   the time
     */
    public LogonScene(String hostName, ClientView view, Ticker ticker) {
        this.view = view;
        this.ticker = ticker;
        Language language = Language.of(view.locale());
        stage = new Stage(view.size(), new NightBackdrop());
        keyboard = new StageKeyboard(stage, view.keyboardLayout());
        pointer = new StagePointer(stage, ticker, keyboard::modifiers);
        footer = new Footer(
                stage.damage(), language, ticker.now(), view.timeZone(), view.keyboardLayout(), this::choose);
        Page first = new StatusPage(stage, ticker, Optional.empty());
        scenery = new LogonScenery(stage, keyboard, hostName, footer, language, first);
        stage.show(scenery);
        stage.update(this::awaitMinute);
    }

    /** The clock shows minutes: it is called when one is full, and not before. */
    private void awaitMinute() {
        Instant now = ticker.now();
        Instant full = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        minute = ticker.after(
                Duration.between(now, full).plusMillis(5),
                () -> stage.update(() -> {
                    if (!closed) {
                        footer.tick(ticker.now());
                        awaitMinute();
                    }
                }));
    }

    private void choose(Language language) {
        languageChosen = true;
        scenery.speak(language);
    }

    @Override
    public LogonAnswer askCredentials(LogonQuestion asked) throws InterruptedException {
        return ask(answer -> new CredentialsPage(asked, clipboard, answer));
    }

    @Override
    public LogonAnswer askSession(String user, List<SessionChoice> choices) throws InterruptedException {
        return ask(answer -> new SessionsPage(user, choices, ticker.now(), view.timeZone(), answer));
    }

    @Override
    public void notice(LogonMessage message) throws InterruptedException {
        ask(answer -> new NoticePage(message, () -> answer.accept(new LogonAnswer.Cancelled())));
    }

    @Override
    public LogonAnswer askText(String prompt, boolean visible) throws InterruptedException {
        return ask(answer -> new TextPage(prompt, visible, clipboard, answer));
    }

    @Override
    public LogonAnswer askFreshStart(LogonMessage message, List<String> details) throws InterruptedException {
        return ask(answer -> new FailurePage(message, details, answer));
    }

    /** Shows a page and waits for its answer; afterwards the screen says that work is going on. */
    private LogonAnswer ask(Function<Consumer<LogonAnswer>, Page> page) throws InterruptedException {
        CompletableFuture<LogonAnswer> mine = new CompletableFuture<>();
        stage.update(() -> open(mine, page));
        try {
            return mine.get();
        } catch (InterruptedException e) {
            switch (mine.getNow(new LogonAnswer.Cancelled())) {
                case LogonAnswer.Credentials unheard -> Arrays.fill(unheard.password(), '\0');
                case LogonAnswer.Text unheard -> Arrays.fill(unheard.text(), '\0');
                default -> {
                    // nothing secret
                }
            }
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question never fails", e);
        } finally {
            stage.update(() -> settle(mine));
        }
    }

    private void open(CompletableFuture<LogonAnswer> mine, Function<Consumer<LogonAnswer>, Page> page) {
        if (closed) {
            mine.complete(new LogonAnswer.Cancelled());
            return;
        }
        if (question != null) {
            throw new IllegalStateException("a question is open already");
        }
        question = mine;
        scenery.show(page.apply(answer -> {
            mine.complete(answer);
            settle(mine);
        }));
    }

    private void settle(CompletableFuture<LogonAnswer> mine) {
        if (question == mine) {
            question = null;
            if (!closed) {
                scenery.show(new StatusPage(stage, ticker, Optional.empty()));
            }
        }
    }

    @Override
    public void status(LogonMessage message) {
        stage.update(() -> {
            if (!closed && question == null) {
                scenery.show(new StatusPage(stage, ticker, Optional.of(message)));
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
            keyboard.layout(next.keyboardLayout());
            footer.adapt(next.timeZone(), next.keyboardLayout());
            if (!languageChosen) {
                scenery.speak(Language.of(next.locale()));
            }
            stage.resize(next.size());
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
            if (question != null) {
                question.complete(new LogonAnswer.Cancelled());
                question = null;
            }
            scenery.close();
        });
        stage.close();
    }

    /** A clipboard that ends with the screen. */
    private static final class LocalClipboard implements TextField.Clipboard {

        private String text = "";

        @Override
        public String get() {
            return text;
        }

        @Override
        public void set(String copied) {
            text = copied;
        }
    }
}
