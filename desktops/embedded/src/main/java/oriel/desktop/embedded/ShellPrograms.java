package oriel.desktop.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.desktop.embedded.pty.Account;
import oriel.desktop.embedded.pty.PtyCommand;
import oriel.desktop.embedded.terminal.TerminalContent;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.windows.Programs;

/**
 * Programs in terminals. They run as the user of the session where this program may do that (it is root) and the system
 * knows a user of that name; otherwise as whoever this program runs as.
 */
final class ShellPrograms implements Programs {

    private final PtyCommand login;

    ShellPrograms(String userName) {
        login = PtyCommand.loginShell(account(userName));
    }

    private static Account account(String userName) {
        Account ourselves = Account.current();
        return ourselves.uid() == 0 ? Account.named(userName).orElse(ourselves) : ourselves;
    }

    @Override
    public Content shell() {
        return new TerminalContent(login);
    }

    @Override
    public Content program(InitialProgram program) {
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
