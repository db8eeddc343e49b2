package oriel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Oriel, started as a user starts it, with a home of its own. */
final class OrielServer {

    static final String USER = "bench";
    static final String PASSWORD = "bench the bay window";

    private OrielServer() {}

    static Peer start(Path checkout) throws IOException, InterruptedException {
        return start(checkout, Map.of());
    }

    /** The same with further settings. */
    static Peer start(Path checkout, Map<String, String> environment) throws IOException, InterruptedException {
        int port = Programs.freePort();
        String launcher = checkout.resolve("oriel").toString();
        Path home = Files.createTempDirectory("oriel-bench");
        addUser(launcher, home);
        // Every probe comes from the same address, as fast as it can: the budgets per address must not be what is
        // measured.
        ProcessBuilder builder = new ProcessBuilder(launcher, "serve", "--rdp", "127.0.0.1:" + port)
                .redirectError(home.resolve("serve.err").toFile());
        builder.environment().put("ORIEL_HOME", home.toString());
        builder.environment().put("ORIEL_DESKTOP_SHELL_USER", System.getProperty("user.name"));
        builder.environment()
                .put("ORIEL_LOGON_ALLOW_ROOT", "true"); // where root runs the tests, the terminals are root's
        builder.environment().put("ORIEL_LISTENER_RDP_TCP_CONNECTION_RATE", "0");
        builder.environment().put("ORIEL_LISTENER_RDP_TCP_HALF_OPEN_PER_ADDRESS", "10000");
        builder.environment().put("ORIEL_POLICY_CONNECTIONS_PER_ADDRESS", "10000");
        builder.environment().put("ORIEL_POLICY_SESSIONS", "10000");
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        String line;
        do {
            line = out.readLine();
            if (line == null) {
                throw new IOException("oriel did not start: " + Files.readString(home.resolve("serve.err")));
            }
        } while (!line.startsWith("ready"));
        return new Peer("Oriel", port, process, List.of(), Peer.freerdp(port, USER, PASSWORD));
    }

    private static void addUser(String launcher, Path home) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher, "users", "add", USER, "--password-stdin")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ORIEL_HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().write(PASSWORD.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("oriel users add failed");
        }
    }
}
