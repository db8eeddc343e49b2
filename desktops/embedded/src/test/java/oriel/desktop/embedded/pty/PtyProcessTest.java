package oriel.desktop.embedded.pty;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PtyProcessTest {

    /** How long a test waits for what must happen: long, since machines stall. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path directory;

    private final List<PtyProcess> started = new ArrayList<>();

    @AfterEach
    void closeWhatIsLeft() {
        started.forEach(PtyProcess::close);
    }

    /** Collects what a program writes and lets a test wait for it. */
    private static final class Output implements PtyListener {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();

        @Override
        public synchronized void output(byte[] buffer, int length) {
            bytes.write(buffer, 0, length);
            notifyAll();
        }

        @Override
        public synchronized void ended(int exitStatus) {
            ended.complete(exitStatus);
            notifyAll();
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        synchronized String await(String part) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!text().contains(part) && !ended.isDone() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.timedWait(this, 100);
            }
            assertThat(text()).contains(part);
            return text();
        }

        int status() throws InterruptedException {
            try {
                return ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new AssertionError("did not end; wrote: " + text(), e);
            }
        }
    }

    private PtyProcess start(PtyListener output, String... command) throws IOException {
        PtyProcess pty = PtyProcess.start(PtyCommand.of(command), 80, 24, output);
        started.add(pty);
        return pty;
    }

    private static void type(PtyProcess pty, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(pty.write(bytes, 0, bytes.length)).isTrue();
    }

    @Test
    void shouldRunAProgramAndReportItsStatus() throws Exception {
        var output = new Output();
        start(output, "sh", "-c", "printf 'héllo'; exit 7");
        assertThat(output.status()).isEqualTo(7);
        assertThat(output.text()).isEqualTo("héllo");
    }

    @Test
    void shouldReportASignalAsShellsDo() throws Exception {
        var output = new Output();
        start(output, "sh", "-c", "kill -TERM $$");
        assertThat(output.status()).isEqualTo(128 + 15);
    }

    @Test
    void shouldGiveTheProgramAControllingTerminalAndASessionOfItsOwn() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "sh", "-c", "tty; echo to-tty >/dev/tty; ps -o sid=,tpgid= -p $$");
        assertThat(output.status()).isZero();
        assertThat(output.text()).contains("/dev/pts/").contains("to-tty");
        assertThat(output.text().strip().lines().toList().getLast().strip().split(" +"))
                .containsOnly(Long.toString(pty.pid()));
    }

    @Test
    void shouldLeakNoDescriptors() throws Exception {
        var output = new Output();
        start(output, "sh", "-c", "echo $(ls /proc/$$/fd | sort -n)");
        assertThat(output.status()).isZero();
        assertThat(output.text().strip()).startsWith("0 1 2");
        assertThat(output.text().strip().split(" ").length).isLessThanOrEqualTo(4); // dash keeps 10 on its terminal
    }

    @Test
    void shouldGiveTheEnvironmentOfALogin() throws Exception {
        var output = new Output();
        start(output, "env");
        assertThat(output.status()).isZero();
        assertThat(output.text()).contains("TERM=xterm-256color", "COLORTERM=truecolor", "HOME=", "SHELL=", "USER=");
        assertThat(output.text()).containsPattern("(?i)LANG=\\S*utf-?8");
        assertThat(output.text()).doesNotContain("JAVA_HOME");
    }

    @Test
    void shouldTellTheProgramItsSizeAndEveryChangeOfIt() throws Exception {
        var output = new Output();
        PtyProcess pty =
                start(output, "sh", "-c", "stty size; trap 'stty size; exit 3' WINCH; echo ready; sleep 20 & wait");
        output.await("ready");
        assertThat(output.text()).contains("24 80");
        pty.resize(132, 43, 0, 0);
        assertThat(output.status()).isEqualTo(3);
        assertThat(output.text()).contains("43 132");
    }

    /** Waits until the terminal belongs to a job of the shell, and that job is what it is to become. */
    private static void awaitJob(PtyProcess shell) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!foreground(shell.pid()).contains("(sleep)")) {
            assertThat(System.nanoTime()).as("a job in the foreground").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** What the kernel says of the process group in the foreground; nothing while that is the shell's (proc(5)). */
    private static String foreground(long shell) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(shell), "stat"));
        String group = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[5];
        try {
            return Files.readString(Path.of("/proc", group, "stat"));
        } catch (IOException e) {
            return ""; // has just ended, or not begun
        }
    }

    @Test
    void shouldInterruptTheForegroundJobAndKeepTheShell() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "bash", "--norc", "--noprofile", "-i");
        type(pty, "echo be''gin; sleep 100\r");
        output.await("begin");
        awaitJob(pty);
        type(pty, "\u0003");
        type(pty, "echo still-''here $?\r");
        output.await("still-here 130");
        type(pty, "sleep 100\r");
        awaitJob(pty);
        type(pty, "\u001A");
        output.await("Stopped");
        type(pty, "jobs; kill %1; exit 0\r");
        type(pty, "exit 0\r");
        assertThat(output.status()).isZero();
    }

    @Test
    void shouldTakeAWholeCharacterWithABackspace() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "sh", "-c", "echo ready; read line; printf '[%s]' \"$line\"");
        output.await("ready");
        type(pty, "aé\u007Fb\r");
        assertThat(output.status()).isZero();
        assertThat(output.text()).endsWith("[ab]");
    }

    /** As under nohup, or in the background of a script. */
    @Test
    @SuppressWarnings("restricted") // signal(2) is not for everybody
    void shouldGiveTheProgramTheSignalsThatWeIgnore() throws Throwable {
        var signal = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("signal"),
                        FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        var ignore = MemorySegment.ofAddress(1);
        var before = (MemorySegment) signal.invokeExact(Libc.SIGHUP, ignore);
        try {
            var output = new Output();
            start(output, "grep", "SigIgn", "/proc/self/status");
            assertThat(output.status()).isZero();
            assertThat(output.text().strip())
                    .endsWith("0000000"); // the first 28; what is beyond them is the C library's
        } finally {
            var ours = (MemorySegment) signal.invokeExact(Libc.SIGHUP, before);
            assertThat(ours).isEqualTo(ignore);
        }
    }

    @Test
    void shouldHangUpOnClose() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "sh", "-c", "echo ready; exec sleep 100");
        output.await("ready");
        pty.close();
        assertThat(output.status()).isEqualTo(128 + 1);
        assertThat(pty.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void shouldKillWhatIgnoresTheHangup() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "sh", "-c", "trap '' HUP; echo ready; while :; do sleep 0.05; done");
        output.await("ready");
        pty.close();
        assertThat(output.status()).isEqualTo(128 + 9);
    }

    @Test
    void shouldEndWithTheShellAlthoughABackgroundJobKeepsTheTerminal() throws Exception {
        var output = new Output();
        start(output, "sh", "-c", "(trap '' HUP; exec sleep 5) & echo bye");
        assertThat(output.status()).isZero();
        assertThat(output.text()).contains("bye");
    }

    @Test
    void shouldTakeMoreInputThanTheTerminalBuffersWithoutBlocking() throws Exception {
        var output = new Output();
        Path read = directory.resolve("read");
        String reader =
                "stty raw -echo; echo ready; until [ -e '" + read + "' ]; do sleep 0.05; done; head -c 300000 | wc -c";
        PtyProcess pty = start(output, "sh", "-c", reader);
        output.await("ready");
        type(pty, "0123456789".repeat(30_000));
        Files.createFile(read); // nobody has read before: who blocks does not come here
        assertThat(output.status()).isZero();
        assertThat(output.text()).contains("300000");
    }

    @Test
    void shouldRefuseInputThatWouldWaitForever() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "sh", "-c", "stty raw -echo; echo ready; sleep 20");
        output.await("ready");
        var half = new byte[PtyProcess.MOST_WAITING / 2 + 1];
        assertThat(pty.write(half, 0, half.length)).isTrue();
        assertThat(pty.write(half, 0, half.length)).isTrue(); // part of the first went into the buffer of the terminal
        assertThat(pty.write(half, 0, half.length)).isFalse();
    }

    @Test
    void shouldRefuseInputAfterTheEnd() throws Exception {
        var output = new Output();
        PtyProcess pty = start(output, "true");
        assertThat(output.status()).isZero();
        assertThat(pty.write(new byte[1], 0, 1)).isFalse();
        pty.resize(10, 10, 0, 0);
        pty.close();
        pty.close();
    }

    @Test
    void shouldReadEverythingAProgramWroteBeforeItEnded() throws Exception {
        var output = new Output();
        start(output, "sh", "-c", "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done");
        assertThat(output.status()).isZero();
        assertThat(output.text().lines().count()).isEqualTo(2000);
    }

    @Test
    void shouldSayWhenTheDirectoryIsMissing() {
        var command =
                new PtyCommand(List.of("true"), Map.of("PATH", "/bin"), Path.of("/nonexistent"), Optional.empty());
        assertThatThrownBy(() -> PtyProcess.start(command, 80, 24, new Output()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldShowOnTheTerminalThatAProgramIsMissing() throws Exception {
        var output = new Output();
        start(output, "no-such-program");
        assertThat(output.status()).isEqualTo(127);
        assertThat(output.text()).contains("no-such-program");
    }
}
