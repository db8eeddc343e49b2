package oriel.helper.protocol;

import static oriel.helper.protocol.FromHelper.LONGEST_TEXT;
import static oriel.helper.protocol.FromHelper.MOST_LINES;
import static oriel.helper.protocol.HelperSettings.LONGEST_NAME;

import java.util.List;
import oriel.identity.Identity;
import oriel.identity.Refusal;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Messages of the helper as bytes: a verb, then the fields in the order of the records. Texts that are too long are cut. */
final class FromHelperCodec {

    private static final int WELCOME = 1;
    private static final int ASK = 2;
    private static final int TELL = 3;
    private static final int AUTHENTICATED = 4;
    private static final int REFUSED = 5;
    private static final int SESSION_STARTED = 6;
    private static final int FIGURES = 7;
    private static final int SESSION_ENDED = 8;
    private static final int SEAT_OPENED = 9;
    private static final int TERMINAL_STARTED = 10;
    private static final int TERMINAL_ENDED = 11;
    private static final int OVER = 12;
    private static final int FAILED = 13;

    private static final int COOKIE = 16;
    private static final int LARGEST = Integer.MAX_VALUE;

    private FromHelperCodec() {}

    static FromHelper decode(WireReader in) {
        in.named("message of the helper", "docs/helper-protocol.md");
        int verb = in.u8("verb");
        FromHelper message = switch (verb) {
            case WELCOME ->
                new FromHelper.Welcome(
                        in.u16("version"),
                        Fields.text(in, LONGEST_NAME, "service"),
                        Fields.texts(in, MOST_LINES, LONGEST_TEXT, "notes"));
            case ASK -> new FromHelper.Ask(id(in), text(in, "prompt"), Fields.flag(in, "visible"));
            case TELL -> new FromHelper.Tell(id(in), text(in, "text"), Fields.flag(in, "error"));
            case AUTHENTICATED -> new FromHelper.Authenticated(id(in), identity(in));
            case REFUSED -> new FromHelper.Refused(id(in), refusal(in));
            case SESSION_STARTED -> sessionStarted(in);
            case FIGURES ->
                new FromHelper.Figures(
                        id(in),
                        Fields.number(in, LARGEST, "processes"),
                        Fields.size(in, "memory"),
                        Fields.size(in, "processor"));
            case SESSION_ENDED ->
                new FromHelper.SessionEnded(id(in), Fields.flag(in, "orderly"), text(in, "reason"), tail(in));
            case SEAT_OPENED -> new FromHelper.SeatOpened(id(in), Fields.text(in, LONGEST_NAME, "account"));
            case TERMINAL_STARTED -> new FromHelper.TerminalStarted(id(in), Fields.number(in, LARGEST, "process"));
            case TERMINAL_ENDED -> new FromHelper.TerminalEnded(id(in), in.u8("status"));
            case OVER -> new FromHelper.Over(id(in));
            case FAILED -> new FromHelper.Failed(id(in), text(in, "reason"), tail(in));
            default -> throw in.malformed("verb", "1 to 13", verb);
        };
        in.expectEnd();
        return message;
    }

    private static int id(WireReader in) {
        return ToHelperCodec.id(in);
    }

    private static String text(WireReader in, String field) {
        return Fields.text(in, LONGEST_TEXT, field);
    }

    private static List<String> tail(WireReader in) {
        return Fields.texts(in, MOST_LINES, LONGEST_TEXT, "tail");
    }

    private static Identity identity(WireReader in) {
        return new Identity(
                Fields.text(in, LONGEST_NAME, "user name"),
                Fields.text(in, LONGEST_NAME, "domain"),
                Fields.names(in, "groups"));
    }

    private static Refusal refusal(WireReader in) {
        int kind = in.u8("refusal");
        return switch (kind) {
            case 1 -> new Refusal.WrongCredentials();
            case 2 -> new Refusal.SlowedDown(Fields.time(in, "delay"));
            case 3 -> new Refusal.LockedOut(Fields.time(in, "remaining"));
            case 4 -> new Refusal.Disabled();
            case 5 -> new Refusal.AccountExpired();
            case 6 -> new Refusal.PasswordExpired();
            case 7 -> new Refusal.NoShell();
            case 8 -> new Refusal.NotAllowed(text(in, "reason"));
            case 9 -> new Refusal.GivenUp();
            case 10 -> new Refusal.Unavailable(text(in, "reason"));
            default -> throw in.malformed("refusal", "1 to 10", kind);
        };
    }

    private static FromHelper.SessionStarted sessionStarted(WireReader in) {
        return new FromHelper.SessionStarted(
                id(in),
                Fields.number(in, 65_535, "display"),
                text(in, "socket"),
                in.octets(COOKIE, "cookie"),
                Fields.number(in, LARGEST, "uid"),
                Fields.text(in, LONGEST_NAME, "desktop"),
                text(in, "sound"),
                text(in, "log"));
    }

    static void encode(FromHelper message, WireWriter out) {
        switch (message) {
            case FromHelper.Welcome(int version, String service, var notes) -> {
                out.u8(WELCOME).u16(version);
                Fields.text(out, Fields.fitting(service, LONGEST_NAME));
                lines(out, notes);
            }
            case FromHelper.Ask(int id, String prompt, boolean visible) -> {
                out.u8(ASK).i32(id);
                text(out, prompt);
                Fields.flag(out, visible);
            }
            case FromHelper.Tell(int id, String text, boolean error) -> {
                out.u8(TELL).i32(id);
                text(out, text);
                Fields.flag(out, error);
            }
            case FromHelper.Authenticated(int id, Identity(String userName, String domain, var groups)) -> {
                out.u8(AUTHENTICATED).i32(id);
                Fields.text(out, userName);
                Fields.text(out, domain);
                Fields.names(out, groups);
            }
            case FromHelper.Refused(int id, Refusal refusal) -> {
                out.u8(REFUSED).i32(id);
                refusal(out, refusal);
            }
            case FromHelper.SessionStarted started -> sessionStarted(out, started);
            case FromHelper.Figures(int id, int processes, long memory, long processor) ->
                out.u8(FIGURES).i32(id).i32(processes).i64(memory).i64(processor);
            case FromHelper.SessionEnded(int id, boolean orderly, String reason, var tail) -> {
                out.u8(SESSION_ENDED).i32(id);
                Fields.flag(out, orderly);
                text(out, reason);
                lines(out, tail);
            }
            case FromHelper.SeatOpened(int id, String account) -> {
                out.u8(SEAT_OPENED).i32(id);
                Fields.text(out, account);
            }
            case FromHelper.TerminalStarted(int id, int process) ->
                out.u8(TERMINAL_STARTED).i32(id).i32(process);
            case FromHelper.TerminalEnded(int id, int status) ->
                out.u8(TERMINAL_ENDED).i32(id).u8(Math.clamp(status, 0, 255));
            case FromHelper.Over(int id) -> out.u8(OVER).i32(id);
            case FromHelper.Failed(int id, String reason, var tail) -> {
                out.u8(FAILED).i32(id);
                text(out, reason);
                lines(out, tail);
            }
        }
    }

    private static void text(WireWriter out, String text) {
        Fields.text(out, Fields.fitting(text, LONGEST_TEXT));
    }

    /** The last lines, where there are too many. */
    private static void lines(WireWriter out, List<String> lines) {
        int first = Math.max(0, lines.size() - MOST_LINES);
        out.u16(lines.size() - first);
        lines.subList(first, lines.size()).forEach(line -> text(out, line));
    }

    private static void refusal(WireWriter out, Refusal refusal) {
        switch (refusal) {
            case Refusal.WrongCredentials() -> out.u8(1);
            case Refusal.SlowedDown(var delay) -> Fields.time(out.u8(2), delay);
            case Refusal.LockedOut(var remaining) -> Fields.time(out.u8(3), remaining);
            case Refusal.Disabled() -> out.u8(4);
            case Refusal.AccountExpired() -> out.u8(5);
            case Refusal.PasswordExpired() -> out.u8(6);
            case Refusal.NoShell() -> out.u8(7);
            case Refusal.NotAllowed(String reason) -> text(out.u8(8), reason);
            case Refusal.GivenUp() -> out.u8(9);
            case Refusal.Unavailable(String reason) -> text(out.u8(10), reason);
        }
    }

    private static void sessionStarted(WireWriter out, FromHelper.SessionStarted started) {
        Octets cookie = started.cookie();
        out.u8(SESSION_STARTED).i32(started.id()).i32(started.display());
        text(out, started.socket());
        out.octets(cookie).i32(started.uid());
        Fields.text(out, Fields.fitting(started.desktop(), LONGEST_NAME));
        text(out, started.sound());
        text(out, started.log());
    }
}
