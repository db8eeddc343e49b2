package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.SessionChoice;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.logon.LogonScene;

/** The logon screen, played with as a user and its service do. */
class LogonScreenTest {

    private static final Size SIZE = new Size(1024, 768);
    private static final LogonQuestion EMPTY = new LogonQuestion("", false, Optional.empty());

    private final ManualTicker ticker = new ManualTicker();
    private LogonScene scene = open(Locale.ENGLISH, 0x409);
    private Onlooker user = new Onlooker(scene);

    @AfterEach
    void close() {
        scene.close();
    }

    private LogonScene open(Locale locale, int layout) {
        return new LogonScene("host", Pictures.view(SIZE, locale, layout), ticker);
    }

    private void reopen(Locale locale, int layout) {
        scene.close();
        scene = open(locale, layout);
        user = new Onlooker(scene);
    }

    private interface Asking<T> {
        T ask() throws InterruptedException;
    }

    /** Asks on a thread of its own and returns once the question can be seen. */
    private <T> CompletableFuture<T> ask(Asking<T> asking) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        int[] before = Onlooker.whole(scene.screen());
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(asking.ask());
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        while (Arrays.equals(before, Onlooker.whole(scene.screen())) && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private void open(LogonQuestion question) {
        assertThat(ask(() -> scene.askCredentials(question))).isNotDone();
    }

    private static <T> T get(CompletableFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(40, TimeUnit.SECONDS);
    }

    private static String password(LogonAnswer answer) {
        return new String(((LogonAnswer.Credentials) answer).password());
    }

    @Test
    void shouldTakeWhatTheSystemAsksBesideThePassword() throws Exception {
        var answer = ask(() -> scene.askText("New password:", false));
        user.type("s3cret");
        user.press(Key.ENTER);
        assertThat(get(answer))
                .isInstanceOfSatisfying(
                        LogonAnswer.Text.class,
                        typed -> assertThat(typed.text()).containsExactly("s3cret".toCharArray()));
    }

    @Test
    void shouldOfferAFreshStartAfterAFailure() throws Exception {
        var message = LogonMessage.of(LogonMessage.Kind.DESKTOP_ENDED, "the X server was killed");
        var again = ask(() -> scene.askFreshStart(message, List.of("last words")));
        user.press(Key.ENTER);
        assertThat(get(again)).isEqualTo(new LogonAnswer.FreshStart());
        var leave = ask(() -> scene.askFreshStart(message, List.of()));
        user.press(Key.ESCAPE);
        assertThat(get(leave)).isEqualTo(new LogonAnswer.Cancelled());
    }

    @Test
    void shouldTakeUserAndPassword() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        user.type("ada");
        user.press(Key.TAB);
        user.type("pässwörd");
        user.press(Key.ENTER);

        LogonAnswer got = get(answer);
        assertThat(got).isInstanceOf(LogonAnswer.Credentials.class).hasToString("Credentials[userName=ada, domain=]");
        assertThat(password(got)).isEqualTo("pässwörd");
    }

    // The keys of "azerty1é^e" on a French keyboard: Shift makes digits, the circumflex is a dead key.
    @Test
    void shouldTypeWithTheClientsLayout() throws Exception {
        reopen(Locale.FRENCH, 0x40C);
        var answer = ask(() -> scene.askCredentials(EMPTY));

        for (int code : new int[] {0x10, 0x11, 0x12}) {
            user.press(code);
        }
        user.press(Key.ENTER);
        user.with(Key.SHIFT, () -> user.press(0x02));
        user.press(0x03);
        user.press(0x1A);
        user.press(0x12);
        user.press(Key.ENTER);

        LogonAnswer.Credentials got = (LogonAnswer.Credentials) get(answer);
        assertThat(got.userName()).isEqualTo("aze");
        assertThat(password(got)).isEqualTo("1éê");
    }

    @Test
    void shouldSplitADomainOffTheUserName() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        user.type("LAB\\ada");
        user.press(Key.TAB);
        user.type("x");
        user.press(Key.ENTER);

        LogonAnswer.Credentials got = (LogonAnswer.Credentials) get(answer);
        assertThat(got.domain()).isEqualTo("LAB");
        assertThat(got.userName()).isEqualTo("ada");
    }

    @Test
    void shouldGoToThePasswordWhenTheUserIsKnownAlready() throws Exception {
        var answer = ask(() -> scene.askCredentials(
                new LogonQuestion("ada", false, Optional.of(LogonMessage.of(LogonMessage.Kind.WRONG_CREDENTIALS)))));

        user.type("again");
        user.press(Key.ENTER);

        assertThat(((LogonAnswer.Credentials) get(answer)).userName()).isEqualTo("ada");
        assertThat(password(get(answer))).isEqualTo("again");
    }

    @Test
    void shouldNotLetTheUserOfALockedSessionChange() throws Exception {
        var answer = ask(() -> scene.askCredentials(
                new LogonQuestion("ada", true, Optional.of(LogonMessage.of(LogonMessage.Kind.SESSION_LOCKED, "ada")))));

        user.with(Key.SHIFT, () -> user.press(Key.TAB));
        user.type("mallory");
        user.press(Key.TAB);
        user.type("secret");
        user.press(Key.ENTER);

        assertThat(((LogonAnswer.Credentials) get(answer)).userName()).isEqualTo("ada");
    }

    @Test
    void shouldStayWhereItIsWithoutAUserName() {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        user.press(Key.TAB);
        user.press(Key.ENTER);

        assertThat(answer).isNotDone();
    }

    @Test
    void shouldEmptyThePasswordOnEscape() throws Exception {
        var answer = ask(() -> scene.askCredentials(new LogonQuestion("ada", false, Optional.empty())));

        user.type("wrong");
        user.press(Key.ESCAPE);
        user.press(Key.TAB);
        user.type("right");
        user.press(Key.ENTER);

        assertThat(password(get(answer))).isEqualTo("right");
    }

    @Test
    void shouldEditWithSelectionAndClipboard() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        user.type("ada lovelace");
        user.with(Key.CTRL, () -> user.press(0x1E)); // a: all
        user.with(Key.CTRL, () -> user.press(0x2D)); // x: cut
        user.type("x");
        user.press(Key.BACKSPACE);
        user.with(Key.CTRL, () -> user.press(0x2F)); // v: paste
        user.with(Key.CTRL, () -> user.press(Key.BACKSPACE));
        user.press(Key.TAB);
        user.with(Key.CTRL, () -> user.press(0x2F));
        user.press(Key.ENTER);

        LogonAnswer.Credentials got = (LogonAnswer.Credentials) get(answer);
        assertThat(got.userName()).isEqualTo("ada");
        assertThat(password(got)).isEqualTo("ada lovelace");
    }

    @Test
    void shouldNeverCopyAPassword() throws Exception {
        var answer = ask(() -> scene.askCredentials(new LogonQuestion("ada", false, Optional.empty())));

        user.type("secret");
        user.with(Key.CTRL, () -> user.press(0x1E));
        user.with(Key.CTRL, () -> user.press(0x2D));
        user.with(Key.SHIFT, () -> user.press(Key.TAB));
        user.with(Key.CTRL, () -> user.press(0x2F));
        user.press(Key.TAB);
        user.press(Key.ENTER);

        assertThat(((LogonAnswer.Credentials) get(answer)).userName()).isEqualTo("ada");
    }

    @Test
    void shouldDisconnectWithTheKeyboard() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        user.press(Key.TAB);
        user.press(Key.TAB);
        user.press(Key.TAB);
        user.press(Key.SPACE);

        assertThat(get(answer)).isEqualTo(new LogonAnswer.Cancelled());
    }

    @Test
    void shouldChooseASessionWithTheKeyboard() throws Exception {
        var answer = ask(() -> scene.askSession("ada", List.of(choice(3), choice(5))));

        user.pressExtended(Key.DOWN);
        user.press(Key.ENTER);

        assertThat(get(answer)).isEqualTo(new LogonAnswer.Resume(5));
    }

    @Test
    void shouldStartANewSessionFromTheLastRow() throws Exception {
        var answer = ask(() -> scene.askSession("ada", List.of(choice(3), choice(5))));

        user.pressExtended(Key.DOWN);
        user.pressExtended(Key.DOWN);
        user.pressExtended(Key.DOWN);
        user.press(Key.ENTER);

        assertThat(get(answer)).isEqualTo(new LogonAnswer.NewSession());
    }

    @Test
    void shouldReachTheLastOfManySessions() throws Exception {
        List<SessionChoice> many =
                IntStream.rangeClosed(1, 40).mapToObj(LogonScreenTest::choice).toList();
        var answer = ask(() -> scene.askSession("ada", many));

        for (int i = 1; i < 40; i++) {
            user.pressExtended(Key.DOWN);
            user.catchUp("a step down");
        }
        user.press(Key.ENTER);

        assertThat(get(answer)).isEqualTo(new LogonAnswer.Resume(40));
    }

    private static SessionChoice choice(int id) {
        Instant then = Instant.parse("2026-11-22T09:00:00Z");
        return new SessionChoice(id, "embedded", then, then.plusSeconds(60), "client");
    }

    @Test
    void shouldWaitForTheButtonOfANotice() throws Exception {
        var answer = ask(() -> {
            scene.notice(LogonMessage.of(LogonMessage.Kind.DRAINING));
            return "read";
        });

        assertThat(answer).isNotDone();
        user.press(Key.ENTER);

        assertThat(get(answer)).isEqualTo("read");
    }

    @Test
    void shouldEndAQuestionWhenItsThreadIsInterrupted() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                scene.askCredentials(EMPTY);
                ended.complete("answered");
            } catch (InterruptedException e) {
                ended.complete("interrupted");
            }
        });
        asking.interrupt();

        assertThat(get(ended)).isEqualTo("interrupted");
        // the screen is free for the next question
        var next = ask(() -> scene.askCredentials(new LogonQuestion("ada", false, Optional.empty())));
        user.type("x");
        user.press(Key.ENTER);
        assertThat(password(get(next))).isEqualTo("x");
    }

    @Test
    void shouldAnswerCancelledWhenItIsClosed() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));

        scene.close();

        assertThat(get(answer)).isEqualTo(new LogonAnswer.Cancelled());
        assertThat(scene.askCredentials(EMPTY)).isEqualTo(new LogonAnswer.Cancelled());
    }

    @Test
    void shouldRefuseASecondQuestionAtTheSameTime() {
        open(EMPTY);

        assertThatThrownBy(() -> scene.askCredentials(EMPTY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldKeepTheTextWhenTheLanguageOrTheSizeChanges() throws Exception {
        var answer = ask(() -> scene.askCredentials(EMPTY));
        user.type("ada");

        int[] english = Onlooker.whole(scene.screen());
        user.click(130, 742); // "Français"
        user.catchUp("the change of language");
        assertThat(Onlooker.whole(scene.screen())).isNotEqualTo(english);
        scene.adapt(Pictures.view(new Size(640, 480), Locale.ENGLISH, 0x409));
        user.catchUp("the change of size");
        user.press(Key.TAB);
        user.type("x");
        user.press(Key.ENTER);

        assertThat(((LogonAnswer.Credentials) get(answer)).userName()).isEqualTo("ada");
    }

    @Test
    void shouldWarnOfCapsLock() {
        open(EMPTY);
        user.catchUp("the question");
        int[] before = Onlooker.whole(scene.screen());

        scene.keyboard().locks(false, true, true, false);

        user.catchUp("Caps Lock");
        assertThat(Onlooker.whole(scene.screen())).isNotEqualTo(before);
        scene.keyboard().locks(false, true, false, false);
        assertThat(Onlooker.whole(scene.screen())).isEqualTo(before);
    }

    @Test
    void shouldTellEveryDamageWhileOneTypesAndPoints() {
        open(EMPTY);
        user.catchUp("the question");

        user.type("a long name that does not fit into the field of the card, so that it scrolls");
        user.catchUp("typing");
        user.drag(300, 340, 120, 340);
        user.catchUp("selecting");
        user.press(Key.TAB);
        user.type("secret");
        user.catchUp("a password");
        for (int y = 150; y < 760; y += 7) {
            scene.pointer().moved(170 + y % 330, y);
            user.catchUp("moving to row " + y);
        }
        ticker.pass(Duration.ofMinutes(1));
        user.catchUp("a minute");
        user.assertStripsFit();
    }

    @Test
    void shouldTouchLittleWhenOneLetterIsTyped() {
        open(EMPTY);
        user.catchUp("the question");

        user.type("a");

        assertThat(user.catchUp("a letter")).isLessThan(340 * 60);
    }

    @ParameterizedTest
    @EnumSource(LogonMessage.Kind.class)
    void shouldShowEveryMessage(LogonMessage.Kind kind) {
        LogonMessage message = LogonMessage.of(kind, "12");
        scene.status(message);
        user.catchUp("a status");
        ticker.pass(Duration.ofSeconds(2));
        user.catchUp("its animation");
        open(new LogonQuestion("ada", false, Optional.of(message)));
        user.catchUp("the question");
    }

    @Test
    void shouldPointWithAHandAtButtonsAndWithABeamInFields() {
        open(EMPTY);

        scene.pointer().moved(300, 345);
        var beam = scene.screen().cursor();
        scene.pointer().moved(300, 470);
        var hand = scene.screen().cursor();
        scene.pointer().moved(5, 5);

        assertThat(beam).isNotSameAs(hand).isNotSameAs(scene.screen().cursor());
        assertThat(user.cursors()).endsWith(beam, hand, scene.screen().cursor());
    }

    @Test
    void shouldCancelItsAppointmentsWhenClosed() {
        scene.close();

        assertThat(ticker.appointments()).isZero();
    }
}
