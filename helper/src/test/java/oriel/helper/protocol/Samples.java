package oriel.helper.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oriel.identity.Identity;
import oriel.identity.LockoutPolicy;
import oriel.identity.Refusal;
import oriel.wire.Octets;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;

/** A message of every kind. */
public final class Samples {

    private Samples() {}

    /** Settings with something in every field. */
    public static HelperSettings settings() {
        return new HelperSettings(
                Path.of("/var/lib/oriel/users"),
                LockoutPolicy.DEFAULT,
                "oriel",
                new HelperSettings.Access(
                        HelperSettings.Accounts.LINUX, Set.of("staff", "équipe"), Set.of("guests"), true),
                new HelperSettings.Sessions(
                        Path.of("/run/oriel-sessions"),
                        "kiosk",
                        20,
                        new SessionLimits(150, 1L << 32, 500),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)),
                60_800);
    }

    private static SessionOrder order(Optional<SessionOrder.Program> program) {
        return new SessionOrder(
                7,
                "ann",
                new SessionOrder.ScreenPlan(1920, 1080, 7680, 4320, 144),
                "xfce",
                program,
                new SessionOrder.Keyboard("fr", "oss"),
                "fr_FR.UTF-8",
                "Europe/Paris",
                new SessionLimits(100, 1L << 30, 0),
                true);
    }

    /** Everything the front end can say. */
    public static List<ToHelper> toHelper() {
        return List.of(
                new ToHelper.Hello(1, settings()),
                new ToHelper.Authenticate(1, "ann", new Secret("Wüste №1".toCharArray()), "192.0.2.1"),
                new ToHelper.Answer(1, Optional.of(new Secret("123456".toCharArray()))),
                new ToHelper.Answer(1, Optional.empty()),
                new ToHelper.Seen(1),
                new ToHelper.Cancel(1),
                new ToHelper.StartSession(2, order(Optional.empty())),
                new ToHelper.StartSession(3, order(Optional.of(new SessionOrder.Program("xterm -e top", "/tmp")))),
                new ToHelper.AskFigures(3),
                new ToHelper.StopSession(3),
                new ToHelper.OpenSeat(4, "ann"),
                new ToHelper.StartTerminal(5, 4, "/dev/pts/3", "top", "work"),
                new ToHelper.HangUp(5, true),
                new ToHelper.CloseSeat(4));
    }

    /** Everything the helper can say. */
    public static List<FromHelper> fromHelper() {
        return List.of(
                new FromHelper.Welcome(1, "other", List.of("a note")),
                new FromHelper.Ask(1, "Verification code: ", false),
                new FromHelper.Tell(1, "Your password expires tomorrow.", false),
                new FromHelper.Authenticated(1, new Identity("ann", "", Set.of("ann", "staff"))),
                new FromHelper.Refused(1, new Refusal.WrongCredentials()),
                new FromHelper.Refused(1, new Refusal.SlowedDown(Duration.ofSeconds(4))),
                new FromHelper.Refused(1, new Refusal.LockedOut(Duration.ofMinutes(10))),
                new FromHelper.Refused(1, new Refusal.Disabled()),
                new FromHelper.Refused(1, new Refusal.AccountExpired()),
                new FromHelper.Refused(1, new Refusal.PasswordExpired()),
                new FromHelper.Refused(1, new Refusal.NoShell()),
                new FromHelper.Refused(1, new Refusal.NotAllowed("no")),
                new FromHelper.Refused(1, new Refusal.GivenUp()),
                new FromHelper.Refused(1, new Refusal.Unavailable("no PAM")),
                new FromHelper.SessionStarted(
                        2,
                        10,
                        "/tmp/.X11-unix/X10",
                        Octets.of(new byte[16]),
                        1000,
                        "Xfce",
                        "/run/x/sound",
                        "/home/ann/log"),
                new FromHelper.Figures(2, 42, 1L << 33, 12_345),
                new FromHelper.SessionEnded(2, false, "the X server was killed (signal 9)", List.of("one", "two")),
                new FromHelper.SeatOpened(4, "ann"),
                new FromHelper.TerminalStarted(5, 4711),
                new FromHelper.TerminalEnded(5, 129),
                new FromHelper.Over(4),
                new FromHelper.Failed(2, "there is no such desktop", List.of()));
    }
}
