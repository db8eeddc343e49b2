package oriel.server.verb;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.SqliteLedger;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Terminal;
import oriel.server.config.ConfigurationException;
import oriel.server.config.ConfigurationReader;
import oriel.server.home.Home;
import oriel.server.licenses.LicenseDesk;
import oriel.server.licenses.LicenseFiles;
import oriel.server.licenses.SigningKeys;

/** The ledger of this installation, opened for one verb; a service that runs may have it open too. */
final class LicenseAccess implements AutoCloseable {

    private final LicenseFiles files;
    private final SqliteLedger ledger;
    private final LicenseDesk desk;

    private LicenseAccess(LicenseFiles files, SqliteLedger ledger, LicenseDesk desk) {
        this.files = files;
        this.ledger = ledger;
        this.desk = desk;
    }

    static LicenseAccess open(Terminal terminal) throws CommandException, IOException {
        var files = files(terminal);
        Clock clock = Clock.systemUTC();
        SqliteLedger ledger = SqliteLedger.open(LedgerSettings.of(files.ledger()), clock, LedgerListener.NONE);
        try {
            return new LicenseAccess(
                    files,
                    ledger,
                    new LicenseDesk(ledger, files.vendors(), new SigningKeys(files, ledger, clock), clock));
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    /** The configuration says where the ledger is. */
    private static LicenseFiles files(Terminal terminal) throws CommandException {
        Home home = Home.ofUser(terminal.environment());
        try {
            return LicenseFiles.of(
                    home, ConfigurationReader.read(home.configurationFile(), terminal.environment(), Map.of()));
        } catch (ConfigurationException e) {
            throw new CommandException(ExitCode.CONFIGURATION, String.join("\noriel: ", e.problems()));
        }
    }

    LicenseDesk desk() {
        return desk;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        files.settle();
    }
}
