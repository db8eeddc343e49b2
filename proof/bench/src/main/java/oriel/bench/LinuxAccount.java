package oriel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Linux account with a home, a password and Openbox with a coloured terminal; gone with its processes when it is closed. */
final class LinuxAccount implements AutoCloseable {

    /** What the terminal shows. */
    static final int COLOUR = 0x2A89C8;

    static final String PASSWORD = "throw away 7";

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final int ATTEMPTS = 8;
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final String name;
    private final long number;

    private LinuxAccount(String name, long number) {
        this.name = name;
        this.number = number;
    }

    static LinuxAccount create() throws IOException, InterruptedException {
        String name = "orielbench%d-%d".formatted(ProcessHandle.current().pid(), LAST.incrementAndGet());
        run("", "useradd", "--create-home", "--shell", "/bin/bash", name);
        Path home = Path.of("/home", name);
        LinuxAccount account = new LinuxAccount(name, ((Integer) Files.getAttribute(home, "unix:uid")).longValue());
        try {
            run(name + ":" + PASSWORD + "\n", "chpasswd");
            Files.createDirectories(home.resolve(".config/openbox"));
            Files.writeString(home.resolve(".config/openbox/autostart"), """
                    xterm -fa Monospace -geometry 100x30+20+20 -e sh -c \
                    'printf "\\033[48;2;42;137;200m%200s\\033[0m\\n"; exec sleep 1000' &
                    """);
            Files.writeString(home.resolve(".xsession"), "exec openbox-session\n"); // for xrdp
            run("", "chown", "-R", name + ":", home.toString());
        } catch (IOException e) {
            account.close();
            throw e;
        }
        return account;
    }

    String name() {
        return name;
    }

    /** Number of the account. */
    long number() {
        return number;
    }

    /** Number of the account that a process runs as; -1 when it has ended. */
    static long ownerOf(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Long.valueOf(line.strip().replaceAll(".*\\s", "")))
                    .findFirst()
                    .orElse(-1L);
        } catch (IOException | UncheckedIOException ended) {
            return -1;
        }
    }

    /** Runs a program; another one may have the accounts locked for a moment. */
    private static void run(String input, String... command) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new IOException(String.join(" ", command) + " failed");
            }
            Thread.sleep(300);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> ownerOf(process) == number)
                .toList();
    }

    @Override
    public void close() throws IOException {
        try {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the account " + name + " is still there", e);
        }
    }

    private void remove() throws IOException, InterruptedException {
        processes().forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + ENDING.toNanos();
        while (!processes().isEmpty()) {
            if (System.nanoTime() > end) {
                processes().forEach(ProcessHandle::destroyForcibly);
            }
            Thread.sleep(50);
        }
        run("", "userdel", "--remove", "--force", name);
    }
}
