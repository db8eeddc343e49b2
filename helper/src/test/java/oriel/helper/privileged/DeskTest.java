package oriel.helper.privileged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.helper.protocol.FrameStream;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.Samples;
import oriel.helper.protocol.Secret;
import oriel.helper.protocol.ToHelper;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;
import oriel.xsession.StartFailedException;

/** The helper's side of the channel against a front end that says what it must not. */
class DeskTest {

    private static final String NOT_LOGGED_ON = "this user has not logged on a short while ago";

    @TempDir
    Path directory;

    private OutputStream toDesk;
    private InputStream fromDesk;
    private Thread desk;

    @BeforeEach
    void startDesk() throws IOException {
        Pipe there = Pipe.open();
        Pipe back = Pipe.open();
        toDesk = Channels.newOutputStream(there.sink());
        fromDesk = Channels.newInputStream(back.source());
        var in = Channels.newInputStream(there.source());
        var out = Channels.newOutputStream(back.sink());
        desk = Thread.ofPlatform().daemon().start(() -> {
            try (out) {
                new Desk(in, out, _ -> (_, _, _) -> {
                            throw new StartFailedException("nothing is started in this test", List.of());
                        })
                        .serve();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterEach
    void endDesk() throws Exception {
        toDesk.close();
        desk.join();
    }

    private void send(ToHelper message) throws IOException {
        FrameStream.send(toDesk, FrameStream.frame(message::encode));
    }

    private Optional<FromHelper> hear() throws IOException {
        return FrameStream.read(fromDesk, FromHelper::decode);
    }

    private void greet() throws IOException {
        send(new ToHelper.Hello(ToHelper.VERSION, settings()));
        assertThat(hear()).containsInstanceOf(FromHelper.Welcome.class);
    }

    private HelperSettings settings() {
        return new HelperSettings(
                directory.resolve("users"),
                LockoutPolicy.DEFAULT,
                "",
                HelperSettings.Access.EVERYBODY,
                HelperSettings.Sessions.usual(directory),
                60_899);
    }

    static List<byte[]> rude() {
        return List.of(
                new byte[] {1, 0, 0, 0, 0x7F},
                new byte[] {1, 0, 0, 0, 0},
                new byte[] {0, 0, 0, 0},
                new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
                new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
                new byte[] {6, 0, 0, 0, 4, 1, 0, 0, 0, 0},
                new byte[] {5, 0, 0, 0, 8, 0, 0, 0, 0},
                "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                FrameStream.frame(new ToHelper.Hello(ToHelper.VERSION, Samples.settings())::encode),
                FrameStream.frame(new ToHelper.Seen(1)::encode),
                FrameStream.frame(new ToHelper.Answer(1, Optional.empty())::encode),
                FrameStream.frame(new ToHelper.Cancel(1)::encode),
                FrameStream.frame(new ToHelper.AskFigures(1)::encode),
                FrameStream.frame(new ToHelper.StopSession(99)::encode),
                FrameStream.frame(new ToHelper.CloseSeat(99)::encode));
    }

    @ParameterizedTest
    @MethodSource("rude")
    void shouldEndTheChannelOn(byte[] bytes) throws Exception {
        greet();
        toDesk.write(bytes.clone());

        assertThat(hear()).isEmpty();
        desk.join();
    }

    @Test
    void shouldBeGreetedFirst() throws Exception {
        send(new ToHelper.OpenSeat(1, "root"));

        assertThat(hear()).isEmpty();
    }

    @Test
    void shouldRefuseAnotherVersion() throws Exception {
        send(new ToHelper.Hello(ToHelper.VERSION + 1, settings()));

        assertThat(hear()).isEmpty();
    }

    @Test
    void shouldTakeNoNumberTwice() throws Exception {
        greet();
        send(new ToHelper.OpenSeat(2, "ann"));
        assertThat(hear()).contains(new FromHelper.Failed(2, NOT_LOGGED_ON, List.of()));
        send(new ToHelper.OpenSeat(2, "ann"));

        assertThat(hear()).isEmpty();
    }

    @Test
    void shouldStartNothingForWhoHasNotLoggedOn() throws Exception {
        greet();
        send(new ToHelper.StartSession(1, order("root")));
        assertThat(hear()).contains(new FromHelper.Failed(1, NOT_LOGGED_ON, List.of()));
        send(new ToHelper.StartTerminal(2, 1, "/dev/pts/0", "id", ""));
        assertThat(hear()).contains(new FromHelper.Failed(2, "nobody has this seat", List.of()));
    }

    /** The right of a logon is its user's alone, and root's programs are nobody's. */
    @Test
    void shouldNotLendOnesRightToAnother() throws Exception {
        LocalUsers.open(directory.resolve("users"), LockoutPolicy.DEFAULT, Clock.systemUTC())
                .add("root", "secret".toCharArray(), Set.of());
        greet();
        send(new ToHelper.Authenticate(1, "root", new Secret("secret".toCharArray()), ""));
        assertThat(hear()).containsInstanceOf(FromHelper.Authenticated.class);
        send(new ToHelper.StartSession(2, order("daemon")));
        assertThat(hear()).contains(new FromHelper.Failed(2, NOT_LOGGED_ON, List.of()));
        send(new ToHelper.StartSession(3, order("root")));
        assertThat(hear()).contains(new FromHelper.Failed(3, "programs may not run as root here", List.of()));
    }

    private static SessionOrder order(String account) {
        return new SessionOrder(
                1,
                account,
                new SessionOrder.ScreenPlan(800, 600, 800, 600, 96),
                "",
                Optional.empty(),
                SessionOrder.Keyboard.US,
                "",
                "",
                SessionLimits.NONE,
                false);
    }
}
