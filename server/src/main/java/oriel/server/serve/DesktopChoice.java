package oriel.server.serve;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.EmbeddedDesktopProvider;
import oriel.desktop.x11.X11DesktopProvider;
import oriel.desktop.x11.X11Settings;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.DesktopKeys;
import oriel.system.Account;
import oriel.xsession.Desktops;

/** Which kind of desktop users get, of those this host can give. */
final class DesktopChoice {

    private static final String AUTO = "auto";
    private static final String EMBEDDED = "embedded";
    private static final String X11 = "x11";

    private final Parts parts;
    private final Configuration configuration;
    private final Powers powers;
    private final Shares shares;

    DesktopChoice(Parts parts, Configuration configuration, Powers powers) {
        this.parts = parts;
        this.configuration = configuration;
        this.powers = powers;
        this.shares = new Shares(configuration);
    }

    /** Makes them, or says why the one that is configured cannot be had. */
    DesktopProvider provider() throws CommandException, IOException {
        DesktopProvider embedded = embedded();
        if (!(embedded instanceof EmbeddedDesktopProvider)) {
            return embedded; // the parts of somebody who knows what they want
        }
        String kind = configuration.get(DesktopKeys.KIND);
        Optional<String> missing = Desktops.missing();
        if (missing.isPresent()) {
            if (kind.equals(X11)) {
                throw new CommandException(ExitCode.CONFIGURATION, "desktop.kind is \"x11\", but " + missing.get());
            }
            return embedded;
        }
        if (kind.equals(EMBEDDED) && !anybodyGets(X11)) {
            return embedded;
        }
        var largest =
                new Size(configuration.get(DesktopKeys.LARGEST_WIDTH), configuration.get(DesktopKeys.LARGEST_HEIGHT));
        DesktopProvider x11 = new X11DesktopProvider(embedded, new X11Settings(powers.sessions(), largest, shares::of));
        return new ChoosingDesktops(kind, embedded, request -> takesX11(request) ? x11 : embedded);
    }

    private boolean anybodyGets(String kind) {
        return Stream.concat(configuration.users().stream(), configuration.groups().stream())
                .anyMatch(table -> table.get(DesktopKeys.OF_KIND).equals(kind));
    }

    private DesktopProvider embedded() throws CommandException {
        DesktopProvider found = parts.desktops().stream()
                .filter(provider -> provider.name().equals(EMBEDDED))
                .findFirst()
                .or(() -> parts.desktops().stream().findFirst())
                .orElseThrow(() -> new CommandException(
                        ExitCode.CONFIGURATION, "there is no desktop '" + EMBEDDED + "' in this program"));
        if (!(found instanceof EmbeddedDesktopProvider)) {
            return found;
        }
        String shellUser = configuration.get(DesktopKeys.SHELL_USER);
        return powers.terminals()
                .map(EmbeddedDesktopProvider::new)
                .orElseGet(() ->
                        new EmbeddedDesktopProvider(shellUser.isEmpty() ? Optional.empty() : Optional.of(shellUser)));
    }

    private boolean takesX11(DesktopRequest request) {
        String kind = shares.kind(request.userName(), request.groups());
        return kind.equals(X11) || (kind.equals(AUTO) && canHaveX11(request.userName()));
    }

    /** A Linux desktop is its user's own: there must be such an account, and root has none. */
    private boolean canHaveX11(String userName) {
        return !powers.overOthers()
                || Account.named(userName).filter(account -> account.uid() != 0).isPresent();
    }
}
