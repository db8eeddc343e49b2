package oriel.helper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The helper's process: a small Java virtual machine with the same program files. */
final class HelperProcess {

    /** The helper's words go to the log under its name. */
    private static final Logger LOG = LoggerFactory.getLogger("oriel.helper.Helper");

    private static final String MODULE = "oriel.helper";
    private static final String MAIN = "oriel.helper.privileged.Main";
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final int LONGEST_LINE = 4096;

    private HelperProcess() {}

    /** Starts it; its standard input and output are the channel. */
    static Process start() throws IOException {
        var builder = new ProcessBuilder(command()).directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment.clear(); // whoever started us has no say in root's affairs
        environment.put("PATH", PATH);
        environment.put("LC_ALL", "C.UTF-8"); // what PAM asks is understood in English
        Process process = builder.start();
        Thread.ofPlatform().daemon().name("helper-log").start(() -> log(process));
        return process;
    }

    /** In a session of its own, so that Ctrl-C on our terminal does not end it before it has cleared away. */
    private static List<String> command() {
        var command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms8m",
                "-Xmx64m",
                "-Xss512k",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=off:stderr",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=oriel.helper.log.LineLogProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Doriel.helper.log=" + (LOG.isDebugEnabled() ? Level.DEBUG : Level.INFO)));
        String modules = System.getProperty("jdk.module.path");
        if (HelperProcess.class.getModule().isNamed() && modules != null) {
            command.addAll(List.of(
                    "--enable-native-access=oriel.system",
                    "--limit-modules=" + MODULE,
                    "-p",
                    modules,
                    "-m",
                    MODULE + "/" + MAIN));
        } else {
            command.addAll(List.of(
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path", ""), MAIN));
        }
        return command;
    }

    private static void log(Process process) {
        try (var lines = new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8), LONGEST_LINE)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
            }
        } catch (IOException e) {
            LOG.debug("The helper's log has ended: {}.", e.getMessage());
        }
    }

    private static void log(String line) {
        int blank = line.indexOf(' ');
        String text = line.substring(blank + 1);
        switch (blank < 0 ? "" : line.substring(0, blank)) {
            case "ERROR" -> LOG.error("Helper: {}", text);
            case "INFO" -> LOG.info("Helper: {}", text);
            case "DEBUG", "TRACE" -> LOG.debug("Helper: {}", text);
            case "WARN" -> LOG.warn("Helper: {}", text);
            default -> LOG.warn("Helper: {}", line);
        }
    }
}
