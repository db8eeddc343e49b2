package oriel.xsession;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import oriel.xsession.SessionOrder.Keyboard;
import oriel.xsession.SessionOrder.Program;
import oriel.xsession.SessionOrder.ScreenPlan;

/** What an order may say. It comes from beyond a border of privilege, so nothing in it is believed. */
final class OrderRules {

    static final int SMALLEST_SIDE = 64;
    static final int LARGEST_SIDE = 16_384;
    static final long MOST_PIXELS = 67_108_864;

    private static final int MOST_VARIABLES = 128;
    private static final int LONGEST_COMMAND = 4096;
    private static final int LONGEST_PATH = 1024;

    private static final Pattern ACCOUNT = Pattern.compile("|[A-Za-z0-9_][A-Za-z0-9_.@\\\\+-]{0,127}\\$?");
    private static final Pattern DESKTOP = Pattern.compile("|[a-z0-9][a-z0-9._+-]{0,63}");
    private static final Pattern LAYOUT = Pattern.compile("[a-z][a-z0-9_,-]{0,63}");
    private static final Pattern VARIANT = Pattern.compile("[A-Za-z0-9_,-]{0,64}");
    private static final Pattern LOCALE = Pattern.compile("|[A-Za-z][A-Za-z0-9_.@-]{0,63}");
    private static final Pattern TIME_ZONE = Pattern.compile("|[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,3}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private OrderRules() {}

    static void check(SessionOrder order) throws StartFailedException {
        require(order.number() >= 0, "number");
        matches(ACCOUNT, order.account(), "account");
        check(order.screen());
        matches(DESKTOP, order.desktop(), "desktop");
        if (order.program().isPresent()) {
            check(order.program().get());
        }
        check(order.keyboard());
        matches(LOCALE, order.locale(), "locale");
        matches(TIME_ZONE, order.timeZone(), "time zone");
    }

    private static void check(ScreenPlan screen) throws StartFailedException {
        side(screen.width(), screen.largestWidth());
        side(screen.height(), screen.largestHeight());
        require((long) screen.largestWidth() * screen.largestHeight() <= MOST_PIXELS, "screen");
        require(screen.dpi() >= 48 && screen.dpi() <= 768, "dots per inch");
    }

    private static void side(int side, int largest) throws StartFailedException {
        require(side >= SMALLEST_SIDE && side <= largest && largest <= LARGEST_SIDE, "screen");
    }

    private static void check(Program program) throws StartFailedException {
        require(!program.commandLine().isBlank() && isLine(program.commandLine(), LONGEST_COMMAND), "program");
        require(isLine(program.directory(), LONGEST_PATH), "directory");
    }

    private static void check(Keyboard keyboard) throws StartFailedException {
        matches(LAYOUT, keyboard.layout(), "keyboard layout");
        matches(VARIANT, keyboard.variant(), "keyboard variant");
    }

    /** Variables for the environment: names a shell can assign, values of one line. */
    static void check(Map<String, String> environment) throws StartFailedException {
        require(environment.size() <= MOST_VARIABLES, "environment");
        for (var variable : environment.entrySet()) {
            require(VARIABLE.matcher(variable.getKey()).matches(), "environment");
            require(isLine(variable.getValue(), LONGEST_COMMAND), "environment");
        }
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private static void matches(Pattern pattern, String value, String what) throws StartFailedException {
        require(value.length() <= LONGEST_PATH && pattern.matcher(value).matches(), what);
    }

    private static void require(boolean right, String what) throws StartFailedException {
        if (!right) {
            throw new StartFailedException("the order of the session is not valid (" + what + ")", List.of());
        }
    }
}
