package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Linux accounts for one test. What a killed run left behind is removed by the next. */
final class TestAccounts implements AutoCloseable {

    static final String PASSWORD = "Wüste-Gans-7";

    private static final String PREFIX = "orieltest-";

    private final Deque<List<String>> undo = new ArrayDeque<>();
    private final List<Path> files = new ArrayList<>();
    private int count;

    TestAccounts() {
        assertThat(System.getProperty("user.name"))
                .as("this test makes accounts, which takes root")
                .isEqualTo("root");
        removeLeftOvers();
    }

    private static void removeLeftOvers() {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            lines.map(line -> line.substring(0, line.indexOf(':')))
                    .filter(name -> name.startsWith(PREFIX))
                    .filter(name -> ProcessHandle.of(Long.parseLong(name.split("-", -1)[1]))
                            .isEmpty())
                    .toList()
                    .forEach(name -> run("", "userdel", "-r", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return PREFIX + ProcessHandle.current().pid() + "-" + (char) ('a' + count++);
    }

    /** A user with the usual password, a home and a shell. */
    String user(String... options) {
        String name = name();
        var command = new ArrayList<>(List.of("useradd", "-m", "-s", "/bin/bash"));
        command.addAll(List.of(options));
        command.add(name);
        require("", command);
        undo.push(List.of("userdel", "-r", "-f", name));
        require(name + ":" + PASSWORD + "\n", List.of("chpasswd", "-c", "YESCRYPT"));
        return name;
    }

    String group() {
        String name = name();
        require("", List.of("groupadd", name));
        undo.push(List.of("groupdel", name));
        return name;
    }

    /** A file of PAM's for a service of our own. */
    String service(String... rules) throws IOException {
        String name = name();
        Path file = Path.of("/etc/pam.d", name);
        files.add(file);
        Files.write(file, List.of(rules));
        return name;
    }

    static void require(String input, List<String> command) {
        assertThat(run(input, command.toArray(String[]::new))).as("%s", command).isZero();
    }

    private static int run(String input, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = process.outputWriter()) {
                in.write(input);
            }
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        undo.forEach(command -> run("", command.toArray(String[]::new)));
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
