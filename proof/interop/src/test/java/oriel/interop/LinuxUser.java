package oriel.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Linux account for one test, with a home and a password; gone with its processes when it is closed. */
final class LinuxUser implements AutoCloseable {

    private static final AtomicInteger LAST = new AtomicInteger();

    private static final String PASSWORD = "throw away 7";

    private final String name;

    private LinuxUser(String name) {
        this.name = name;
    }

    /** Makes an account; the tests run as root where accounts are theirs to make. */
    static LinuxUser create() {
        var user =
                new LinuxUser("orieltest%d-%d".formatted(ProcessHandle.current().pid(), LAST.incrementAndGet()));
        Tool.run(Map.of(), List.of("useradd", "--create-home", "--shell", "/bin/bash", user.name));
        try {
            Process chpasswd = new ProcessBuilder("chpasswd").start();
            try (var in = chpasswd.getOutputStream()) {
                in.write((user.name + ":" + PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            }
            if (!chpasswd.waitFor(30, TimeUnit.SECONDS) || chpasswd.exitValue() != 0) {
                throw new AssertionError("chpasswd failed for " + user.name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return user;
    }

    String name() {
        return name;
    }

    String password() {
        return PASSWORD;
    }

    Path home() {
        return Path.of("/home", name);
    }

    /** Waits until the user's programs have written a file, and gives its first line. */
    String awaitLine(String file) throws Exception {
        Path path = home().resolve(file);
        Tool.await(
                "a line in " + path,
                Duration.ofSeconds(60),
                () -> Files.exists(path) && Files.readString(path).contains("\n"));
        return Files.readAllLines(path).getFirst();
    }

    /** Command lines of the user's processes. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().user().filter(name::equals).isPresent())
                .map(process -> process.info().commandLine().orElse("?"))
                .toList();
    }

    @Override
    public void close() {
        try {
            ProcessHandle.allProcesses()
                    .filter(process ->
                            process.info().user().filter(name::equals).isPresent())
                    .forEach(ProcessHandle::destroyForcibly);
            Tool.await(
                    "no process of " + name,
                    Duration.ofSeconds(20),
                    () -> processes().isEmpty());
            Tool.run(Map.of(), List.of("userdel", "--remove", "--force", name));
        } catch (Exception e) {
            throw new AssertionError("the account " + name + " could not be removed", e);
        }
    }
}
