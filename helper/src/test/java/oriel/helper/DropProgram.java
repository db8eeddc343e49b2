package oriel.helper;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Conversation;
import oriel.identity.LockoutPolicy;

/** What {@link PrivilegesTest} runs: root starts a helper, binds a port, gives root up and says what is left. */
final class DropProgram {

    private DropProgram() {}

    /** Arguments: a directory, a PAM service, a user, the user's password. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        var ended = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        Path directory = Path.of(arguments[0]);
        ServiceAccount account = ServiceAccount.choose("no-such-account", directory);
        Path state = Files.createDirectory(directory.resolve("state"));
        Files.writeString(state.resolve("kept"), "root's");
        Files.writeString(state.resolve("given"), "the service's");
        account.own(state, state.resolve("kept"));
        var settings = new HelperSettings(
                directory.resolve("users"),
                LockoutPolicy.DEFAULT,
                arguments[1],
                HelperSettings.Access.EVERYBODY,
                HelperSettings.Sessions.usual(directory.resolve("sessions")),
                account.uid());
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Helper helper = Helper.start(settings)) {
            Privileges.drop(account);

            out.println("held " + Privileges.held());
            out.println("name " + System.getProperty("user.name").equals(account.name()));
            out.println(
                    "again " + ServiceAccount.choose("no-such-account", state).equals(account));
            for (String field : List.of("Uid:", "Gid:", "Groups:", "CapEff:", "CapPrm:", "NoNewPrivs:")) {
                out.println(field + " " + everywhere(field, account));
            }
            out.println("child " + child("id", "-u").equals(Integer.toString(account.uid())));
            out.println("child NoNewPrivs " + child("sh", "-c", "grep NoNewPrivs /proc/self/status"));
            out.println("shadow " + Files.isReadable(Path.of("/etc/shadow")));
            out.println("given " + Files.isWritable(state.resolve("given")));
            out.println("kept " + Files.isWritable(state.resolve("kept")));
            try (var to = new Socket(port.getInetAddress(), port.getLocalPort());
                    var from = port.accept()) {
                out.println("accepted " + (to.isConnected() && from.isConnected()));
            }
            out.println("logon "
                    + helper.authentication()
                            .authenticate(arguments[2], "", arguments[3].toCharArray(), "", Conversation.NONE)
                            .getClass()
                            .getSimpleName());
        }
        out.println("done");
    }

    /** The values that a field of proc(5) has on any thread, with our number as N. */
    private static String everywhere(String field, ServiceAccount account) throws IOException {
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            return String.join(
                    "; ",
                    new TreeSet<>(tasks.map(task -> value(task.resolve("status"), field))
                            .map(value -> value.replace(Integer.toString(account.uid()), "N"))
                            .toList()));
        }
    }

    private static String value(Path status, String field) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip().replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String child(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
