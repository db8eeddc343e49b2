package oriel.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs from Debian's packages, run for a moment or kept running. */
final class Tool {

    private Tool() {}

    /** Fails with the package's name where a program is missing. */
    static void require(String program, String debianPackage) {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (!found) {
            throw new AssertionError(program + " is missing: apt-get install " + debianPackage);
        }
    }

    /** Runs a program to its end and gives what it printed. */
    static byte[] run(Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] printed;
            try (InputStream out = process.getInputStream()) {
                printed = out.readAllBytes();
            }
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + " failed");
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(command + " was interrupted", e);
        }
    }

    /** Ends a process, gently at first. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** Waits until something holds, looking again every few milliseconds. */
    static void await(String what, Duration atMost, Condition condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            Thread.sleep(20);
        }
    }

    /** Something that may come to hold. */
    interface Condition {
        boolean holds() throws Exception;
    }
}
