package oriel.desktop.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.desktop.embedded.pty.PtyCommand;
import oriel.desktop.embedded.terminal.TerminalContent;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.windows.Programs;
import oriel.system.Account;

/**
 * Programs in terminals. Where this program is root they run as the Linux account they are meant for; without such an account
 * the terminal says so and runs nothing: nobody becomes root by having no account. Otherwise they run as whoever this
 * program runs as.
 */
final class ShellPrograms implements Programs {

    private static final String NOBODY = "nobody";
    private static final int NOBODY_ID = 65534;

    private final PtyCommand login;
    private final boolean explained;

    ShellPrograms(String userName) {
        Account ourselves = Account.current();
        Optional<Account> account = ourselves.uid() == 0 ? Account.named(userName) : Optional.of(ourselves);
        login = account.map(PtyCommand::loginShell).orElseGet(() -> explanation(userName));
        explained = account.isEmpty();
    }

    private ShellPrograms(PtyCommand explanation) {
        login = explanation;
        explained = true;
    }

    /** No programs, but an explanation in their place. */
    static ShellPrograms explained(String userName) {
        PtyCommand said = explanation(userName);
        return new ShellPrograms(
                new PtyCommand(said.command(), said.environment(), said.directory(), Optional.empty()));
    }

    /** Says why there is no shell, and stays until the window is closed. */
    private static PtyCommand explanation(String userName) {
        Account nobody = Account.named(NOBODY)
                .orElseGet(() -> new Account(NOBODY, NOBODY_ID, NOBODY_ID, Path.of("/"), Path.of("/bin/sh")));
        PtyCommand any = PtyCommand.loginShell(nobody);
        return new PtyCommand(
                List.of(
                        "/bin/sh",
                        "-c",
                        "printf '%s\\n' \"$@\"; exec cat >/dev/null",
                        "sh",
                        "This host has no Linux account named " + userName + ", so there is no shell for you here.",
                        "The administrator can add the account, or name another with desktop.shell-user."),
                any.environment(),
                Path.of("/"),
                any.owner());
    }

    /** What a new terminal runs. */
    PtyCommand login() {
        return login;
    }

    @Override
    public String account() {
        return explained ? "" : login.environment().getOrDefault("USER", "");
    }

    @Override
    public Content shell() {
        return new TerminalContent(login);
    }

    @Override
    public Content program(InitialProgram program) {
        if (explained) {
            return shell();
        }
        String shell = login.command().getFirst();
        return new TerminalContent(new PtyCommand(
                List.of(shell, "-l", "-c", program.commandLine()),
                login.environment(),
                directory(program.workingDirectory()),
                login.owner()));
    }

    private Path directory(String wanted) {
        if (wanted.isEmpty() || wanted.indexOf('\0') >= 0) {
            return login.directory();
        }
        Path directory = login.directory().resolve(wanted);
        return Files.isDirectory(directory) ? directory : login.directory();
    }
}
