package oriel.server.serve;

import java.util.Optional;
import oriel.contract.desktop.DesktopProvider;
import oriel.desktop.embedded.EmbeddedDesktopProvider;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.DesktopKeys;

/** Which kind of desktop users get, of those this host can give. */
final class DesktopChoice {

    private static final String EMBEDDED = "embedded";

    private final Parts parts;
    private final Configuration configuration;
    private final Powers powers;

    DesktopChoice(Parts parts, Configuration configuration, Powers powers) {
        this.parts = parts;
        this.configuration = configuration;
        this.powers = powers;
    }

    /** Makes them, or says why the one that is configured cannot be had. */
    DesktopProvider provider() throws CommandException {
        DesktopProvider found = parts.desktops().stream()
                .filter(provider -> provider.name().equals(EMBEDDED))
                .findFirst()
                .or(() -> parts.desktops().stream().findFirst())
                .orElseThrow(() -> new CommandException(
                        ExitCode.CONFIGURATION, "there is no desktop '" + EMBEDDED + "' in this program"));
        if (!(found instanceof EmbeddedDesktopProvider)) {
            return found; // the parts of somebody who knows what they want
        }
        String shellUser = configuration.get(DesktopKeys.SHELL_USER);
        return powers.terminals()
                .map(EmbeddedDesktopProvider::new)
                .orElseGet(() ->
                        new EmbeddedDesktopProvider(shellUser.isEmpty() ? Optional.empty() : Optional.of(shellUser)));
    }
}
