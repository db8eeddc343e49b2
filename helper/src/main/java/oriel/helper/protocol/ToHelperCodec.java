package oriel.helper.protocol;

import static oriel.helper.protocol.FromHelper.LONGEST_TEXT;
import static oriel.helper.protocol.HelperSettings.LONGEST_NAME;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import oriel.helper.protocol.HelperSettings.Access;
import oriel.helper.protocol.HelperSettings.Accounts;
import oriel.helper.protocol.HelperSettings.Sessions;
import oriel.identity.LockoutPolicy;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;

/** Messages to the helper as bytes: a verb, then the fields in the order of the records. */
final class ToHelperCodec {

    private static final int HELLO = 1;
    private static final int AUTHENTICATE = 2;
    private static final int ANSWER = 3;
    private static final int SEEN = 4;
    private static final int CANCEL = 5;
    private static final int START_SESSION = 6;
    private static final int ASK_FIGURES = 7;
    private static final int STOP_SESSION = 8;
    private static final int OPEN_SEAT = 9;
    private static final int START_TERMINAL = 10;
    private static final int HANG_UP = 11;
    private static final int CLOSE_SEAT = 12;

    private static final int LARGEST_SCREEN = 32_767;
    private static final int LARGEST_COUNT = Integer.MAX_VALUE;

    private ToHelperCodec() {}

    static ToHelper decode(WireReader in) {
        in.named("message to the helper", "docs/helper-protocol.md");
        int verb = in.u8("verb");
        ToHelper message = switch (verb) {
            case HELLO -> hello(in);
            case AUTHENTICATE ->
                new ToHelper.Authenticate(
                        id(in),
                        Fields.text(in, LONGEST_NAME, "user name"),
                        Fields.secret(in, ToHelper.LONGEST_ANSWER, "password"),
                        Fields.text(in, LONGEST_NAME, "origin"));
            case ANSWER -> new ToHelper.Answer(id(in), answer(in));
            case SEEN -> new ToHelper.Seen(id(in));
            case CANCEL -> new ToHelper.Cancel(id(in));
            case START_SESSION -> new ToHelper.StartSession(id(in), order(in));
            case ASK_FIGURES -> new ToHelper.AskFigures(id(in));
            case STOP_SESSION -> new ToHelper.StopSession(id(in));
            case OPEN_SEAT -> new ToHelper.OpenSeat(id(in), Fields.text(in, LONGEST_NAME, "user name"));
            case START_TERMINAL ->
                new ToHelper.StartTerminal(
                        id(in),
                        id(in),
                        Fields.text(in, LONGEST_NAME, "slave"),
                        Fields.text(in, Fields.LONGEST, "command line"),
                        Fields.text(in, LONGEST_TEXT, "directory"));
            case HANG_UP -> new ToHelper.HangUp(id(in), Fields.flag(in, "kill"));
            case CLOSE_SEAT -> new ToHelper.CloseSeat(id(in));
            default -> throw in.malformed("verb", "1 to 12", verb);
        };
        in.expectEnd();
        return message;
    }

    static int id(WireReader in) {
        int id = Fields.number(in, LARGEST_COUNT, "id");
        if (id == 0) {
            throw in.malformed("id", "1 or more", 0);
        }
        return id;
    }

    private static ToHelper.Hello hello(WireReader in) {
        int version = in.u16("version");
        Path users = path(in, "users");
        LockoutPolicy lockout = lockout(in);
        String service = Fields.text(in, LONGEST_NAME, "service");
        var access = new Access(
                accounts(in),
                Fields.names(in, "allowed groups"),
                Fields.names(in, "denied groups"),
                Fields.flag(in, "root"));
        Path directory = path(in, "directory");
        String shellUser = Fields.text(in, LONGEST_NAME, "shell user");
        int most = Fields.number(in, LARGEST_COUNT, "sessions");
        if (most == 0) {
            throw in.malformed("sessions", "1 or more", 0);
        }
        var sessions = new Sessions(
                directory, shellUser, most, limits(in), Fields.time(in, "grant"), Fields.time(in, "fresh start"));
        int frontEnd = Fields.number(in, LARGEST_COUNT, "front end");
        if (frontEnd == 0) {
            throw in.malformed("front end", "not root", 0);
        }
        return new ToHelper.Hello(version, new HelperSettings(users, lockout, service, access, sessions, frontEnd));
    }

    private static Accounts accounts(WireReader in) {
        int accounts = in.u8("accounts");
        return switch (accounts) {
            case 0 -> Accounts.BOTH;
            case 1 -> Accounts.OWN;
            case 2 -> Accounts.LINUX;
            default -> throw in.malformed("accounts", "0 to 2", accounts);
        };
    }

    private static int number(Accounts accounts) {
        return switch (accounts) {
            case BOTH -> 0;
            case OWN -> 1;
            case LINUX -> 2;
        };
    }

    private static Path path(WireReader in, String field) {
        String text = Fields.text(in, LONGEST_TEXT, field);
        try {
            if (text.startsWith("/")) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw in.malformed(field, "a path", "another text");
        }
        throw in.malformed(field, "an absolute path", "another");
    }

    private static LockoutPolicy lockout(WireReader in) {
        int slowAfter = Fields.number(in, LARGEST_COUNT, "slow after");
        Duration firstDelay = Fields.time(in, "first delay");
        int lockAfter = Fields.number(in, LARGEST_COUNT, "lock after");
        Duration lockFor = Fields.time(in, "lock for");
        Duration forgetAfter = Fields.time(in, "forget after");
        try {
            return new LockoutPolicy(slowAfter, firstDelay, lockAfter, lockFor, forgetAfter);
        } catch (IllegalArgumentException e) {
            throw in.malformed("lock after", "more than slow after, which is 1 or more", lockAfter);
        }
    }

    private static Optional<Secret> answer(WireReader in) {
        return Fields.flag(in, "answered")
                ? Optional.of(Fields.secret(in, ToHelper.LONGEST_ANSWER, "answer"))
                : Optional.empty();
    }

    private static SessionLimits limits(WireReader in) {
        return new SessionLimits(
                Fields.number(in, LARGEST_COUNT, "processor"),
                Fields.size(in, "memory"),
                Fields.number(in, LARGEST_COUNT, "processes"));
    }

    private static SessionOrder order(WireReader in) {
        return new SessionOrder(
                Fields.number(in, LARGEST_COUNT, "session"),
                Fields.text(in, LONGEST_NAME, "account"),
                new SessionOrder.ScreenPlan(
                        side(in, "width"),
                        side(in, "height"),
                        side(in, "largest width"),
                        side(in, "largest height"),
                        Fields.number(in, 1000, "dpi")),
                Fields.text(in, LONGEST_NAME, "desktop"),
                Fields.flag(in, "program")
                        ? Optional.of(new SessionOrder.Program(
                                Fields.text(in, Fields.LONGEST, "command line"),
                                Fields.text(in, LONGEST_TEXT, "directory")))
                        : Optional.empty(),
                new SessionOrder.Keyboard(
                        Fields.text(in, LONGEST_NAME, "layout"), Fields.text(in, LONGEST_NAME, "variant")),
                Fields.text(in, LONGEST_NAME, "locale"),
                Fields.text(in, LONGEST_NAME, "time zone"),
                limits(in),
                Fields.flag(in, "sound"));
    }

    private static int side(WireReader in, String field) {
        return Fields.number(in, LARGEST_SCREEN, field);
    }

    static void encode(ToHelper message, WireWriter out) {
        switch (message) {
            case ToHelper.Hello(int version, var settings) -> {
                out.u8(HELLO).u16(version);
                settings(settings, out);
            }
            case ToHelper.Authenticate(int id, String userName, Secret password, String origin) -> {
                out.u8(AUTHENTICATE).i32(id);
                Fields.text(out, userName);
                Fields.secret(out, password);
                Fields.text(out, origin);
            }
            case ToHelper.Answer(int id, Optional<Secret> answer) -> {
                out.u8(ANSWER).i32(id);
                Fields.flag(out, answer.isPresent());
                answer.ifPresent(secret -> Fields.secret(out, secret));
            }
            case ToHelper.Seen(int id) -> out.u8(SEEN).i32(id);
            case ToHelper.Cancel(int id) -> out.u8(CANCEL).i32(id);
            case ToHelper.StartSession(int id, var order) -> {
                out.u8(START_SESSION).i32(id);
                order(order, out);
            }
            case ToHelper.AskFigures(int id) -> out.u8(ASK_FIGURES).i32(id);
            case ToHelper.StopSession(int id) -> out.u8(STOP_SESSION).i32(id);
            case ToHelper.OpenSeat(int id, String userName) -> {
                out.u8(OPEN_SEAT).i32(id);
                Fields.text(out, userName);
            }
            case ToHelper.StartTerminal(int id, int seat, String slave, String commandLine, String directory) -> {
                out.u8(START_TERMINAL).i32(id).i32(seat);
                Fields.text(out, slave);
                Fields.text(out, commandLine);
                Fields.text(out, directory);
            }
            case ToHelper.HangUp(int id, boolean kill) -> {
                out.u8(HANG_UP).i32(id);
                Fields.flag(out, kill);
            }
            case ToHelper.CloseSeat(int id) -> out.u8(CLOSE_SEAT).i32(id);
        }
    }

    private static void settings(HelperSettings settings, WireWriter out) {
        Fields.text(out, settings.users().toString());
        LockoutPolicy lockout = settings.lockout();
        out.i32(lockout.slowAfter());
        Fields.time(out, lockout.firstDelay());
        out.i32(lockout.lockAfter());
        Fields.time(out, lockout.lockFor());
        Fields.time(out, lockout.forgetAfter());
        Fields.text(out, settings.service());
        out.u8(number(settings.access().accounts()));
        Fields.names(out, settings.access().allowedGroups());
        Fields.names(out, settings.access().deniedGroups());
        Fields.flag(out, settings.access().root());
        Sessions sessions = settings.sessions();
        Fields.text(out, sessions.directory().toString());
        Fields.text(out, sessions.shellUser());
        out.i32(sessions.most());
        limits(sessions.limits(), out);
        Fields.time(out, sessions.grant());
        Fields.time(out, sessions.freshStart());
        out.i32(settings.frontEnd());
    }

    private static void limits(SessionLimits limits, WireWriter out) {
        out.i32(limits.processor()).i64(limits.memory()).i32(limits.processes());
    }

    private static void order(SessionOrder order, WireWriter out) {
        out.i32(order.number());
        Fields.text(out, order.account());
        var screen = order.screen();
        out.i32(screen.width()).i32(screen.height());
        out.i32(screen.largestWidth()).i32(screen.largestHeight()).i32(screen.dpi());
        Fields.text(out, order.desktop());
        Fields.flag(out, order.program().isPresent());
        order.program().ifPresent(program -> {
            Fields.text(out, program.commandLine());
            Fields.text(out, program.directory());
        });
        Fields.text(out, order.keyboard().layout());
        Fields.text(out, order.keyboard().variant());
        Fields.text(out, order.locale());
        Fields.text(out, order.timeZone());
        limits(order.limits(), out);
        Fields.flag(out, order.sound());
    }
}
