package oriel.helper.log;

import java.io.PrintStream;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes a line for each message: level, logger, text, without line ends of its own. */
final class LineLogger extends LegacyAbstractLogger {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Level LEAST = Level.valueOf(System.getProperty("oriel.helper.log", "INFO"));

    private final transient PrintStream out;

    LineLogger(String name, PrintStream out) {
        this.name = name.substring(name.lastIndexOf('.') + 1);
        this.out = out;
    }

    private static boolean shown(Level level) {
        return level.toInt() >= LEAST.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return shown(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return shown(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return shown(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return shown(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return shown(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        String text = MessageFormatter.basicArrayFormat(pattern, arguments);
        String cause = failure == null ? "" : " (" + failure + " at " + place(failure) + ")";
        out.println(level + " " + name + ": " + (text + cause).replaceAll("\\p{Cntrl}+", " | "));
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
