package oriel.licensing.policy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseRequest;
import oriel.licensing.certificate.TestIssuer;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.JournalEvent;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.Reservation;
import oriel.licensing.ledger.SqliteLedger;

/** A real ledger, a clock that is moved by hand, and clients that are carried nowhere. */
public final class PolicyFixture implements AutoCloseable {

    /** What time it is. */
    public final MovedClock clock = new MovedClock();

    /** What the journal was told. */
    public final List<JournalEvent> events = new ArrayList<>();

    /** Connections that were ended. */
    public final List<String> withdrawn = new ArrayList<>();

    /** To be given to policies. */
    public final LicensingWatch watch = new LicensingWatch(new LedgerListener() {
        @Override
        public void recorded(JournalEntry entry) {
            events.add(entry.event());
        }
    });

    /** The ledger. */
    public final SqliteLedger ledger;

    public PolicyFixture(Path directory) throws LedgerException {
        ledger = SqliteLedger.open(LedgerSettings.of(directory.resolve("licences.db")), clock, watch);
    }

    public static LicensingSettings settings(PolicyName policy, Duration grace, LicensingSettings.Telling telling) {
        return new LicensingSettings(
                policy, Map.of(), grace, Duration.ofDays(90), List.of(80, 100), telling, false, List.of());
    }

    public void pool(LicenseKind kind, int size, Reservation... reservations) throws LedgerException {
        ledger.configure(List.of(new PoolSettings(
                "pool",
                kind,
                OptionalInt.of(size),
                Duration.ofDays(80),
                OptionalInt.of(kind == LicenseKind.PER_DEVICE ? 10 : 1),
                List.of(reservations),
                Optional.empty())));
    }

    public int used() throws LedgerException {
        return ledger.pools().getFirst().used();
    }

    public LicenseRequest request(String connection) {
        return new LicenseRequest(
                connection,
                "RDP-Tcp",
                "127.0.0.1",
                ClientData.builder().clientName("engine").build(),
                new LicenseCapabilities(
                        LicenseCapabilities.KEY_EXCHANGE_ALG_RSA,
                        LicenseCapabilities.CURRENT_VERSION,
                        false,
                        CertType.X509,
                        "engine"),
                why -> withdrawn.add(connection + ": " + why.reason()));
    }

    public static LicenseGrant.User user(String name, String... groups) {
        return new LicenseGrant.User(name, "", Set.of(groups));
    }

    static LicenseGrant granted(LicenseOutcome outcome) {
        return ((LicenseOutcome.Granted) outcome).grant();
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** A courier to a client that is told that it is valid, and says nothing. */
    static final class Courier implements ProtocolLicenseConnection {

        int sent;

        @Override
        public LicenseCapabilities requestLicensingCapabilities() {
            throw new AssertionError("the service asks for capabilities, not the policy");
        }

        @Override
        public void sendClientLicense(byte[] packet) {
            sent++;
        }

        @Override
        public byte[] requestClientLicense() {
            throw new AssertionError("no answer is due");
        }

        @Override
        public void protocolComplete(int outcome) {
            throw new AssertionError("the service completes, not the policy");
        }
    }

    /** A clock that goes when it is told to. */
    public static final class MovedClock extends Clock {

        private volatile Instant now = TestIssuer.NOW;

        MovedClock() {}

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for a time zone");
        }
    }
}
