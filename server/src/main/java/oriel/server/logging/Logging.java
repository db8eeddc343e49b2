package oriel.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.LoggerFactory;

/** Sets the log up; everything in it happens in code, so that nothing is parsed at start. */
public final class Logging {

    /** The name of the correlation id in the diagnostic context of a thread (MDC). */
    public static final String CONNECTION = "connection";

    /** What peers sent may end up in a message: line ends would forge lines. */
    private static final String MESSAGE = "%replace(%msg){'[\\r\\n]+', ' | '}";

    private static final String ID = "%replace(%X{" + CONNECTION + "}){'(.+)', '[$1] '}";

    private static final String FILE_LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: " + ID + MESSAGE + "%n%ex";
    private static final String CONSOLE_LINE = "%d{HH:mm:ss} %-5level " + ID + MESSAGE + "%n%nopex";

    private Logging() {}

    /**
     * Begins to log.
     *
     * @param file      the log file
     * @param megabytes size at which a new file is begun, in MiB
     * @param files     how many old files are kept
     * @param level     how much is logged
     * @throws IOException if the file cannot be made
     */
    public static void start(Path file, int megabytes, int files, String level) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else if (!Files.isWritable(file)) {
            throw new IOException("the log " + file + " cannot be written: permission denied");
        }
        LoggerContext context = context();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(fileAppender(context, file, megabytes, files));
        root.addAppender(consoleAppender(context));
        level(level);
    }

    /**
     * Changes how much is logged.
     *
     * @param level a level by its name
     */
    public static void level(String level) {
        LoggerContext context = context();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger("oriel").setLevel(Level.toLevel(level, Level.INFO));
    }

    /** Writes what is pending and closes the file. */
    public static void stop() {
        context().stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static RollingFileAppender<ILoggingEvent> fileAppender(
            LoggerContext context, Path file, int megabytes, int files) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, FILE_LINE));
        var window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i.gz");
        window.setMinIndex(1);
        window.setMaxIndex(files);
        window.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(megabytes * FileSize.MB_COEFFICIENT));
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static ConsoleAppender<ILoggingEvent> consoleAppender(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("console");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, CONSOLE_LINE));
        var threshold = new ThresholdFilter();
        threshold.setLevel("INFO");
        threshold.start();
        appender.addFilter(threshold);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }
}
