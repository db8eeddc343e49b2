package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import oriel.system.Account;

/** A real account of this host, made for a test and removed with all that it owns. Takes root. */
final class TestUser implements AutoCloseable {

    private static final ProcessHandle SELF = ProcessHandle.current();

    private final Account account;

    TestUser(String suffix) throws IOException, InterruptedException {
        String name = "oriel-t" + SELF.pid() % 100_000 + suffix;
        command("useradd", "--create-home", "--shell", "/bin/bash", name);
        account = Account.named(name).orElseThrow();
    }

    Account account() {
        return account;
    }

    String name() {
        return account.name();
    }

    /** Writes a file of the user's home. */
    void write(String file, String text) throws IOException {
        Path path = account.home().resolve(file);
        Files.writeString(path, text);
        Files.setAttribute(path, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
    }

    /** What a program of the user prints. */
    String ask(String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(
                List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--init-groups", "--"));
        all.addAll(List.of(command));
        return command(all.toArray(String[]::new));
    }

    static String command(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        try {
            command("userdel", "--remove", account.name());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
