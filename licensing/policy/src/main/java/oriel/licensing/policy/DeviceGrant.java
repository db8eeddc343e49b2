package oriel.licensing.policy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseLedger;

/** A device's licence while its connection lives: on its way, or in the device's hands. */
final class DeviceGrant implements LicenseGrant {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceGrant.class);

    private final String connection;
    private final LicenseLedger ledger;
    private final License license;
    private final AtomicBoolean onItsWay;

    private DeviceGrant(String connection, LicenseLedger ledger, License license, boolean onItsWay) {
        this.connection = connection;
        this.ledger = ledger;
        this.license = license;
        this.onItsWay = new AtomicBoolean(onItsWay);
    }

    /** A licence that is being sent. */
    static DeviceGrant pending(String connection, LicenseLedger ledger, License license) {
        return new DeviceGrant(connection, ledger, license, true);
    }

    /** A licence that the device has shown. */
    static DeviceGrant presented(String connection, LicenseLedger ledger, License license) {
        return new DeviceGrant(connection, ledger, license, false);
    }

    @Override
    public String text() {
        return (license.temporary() ? "temporary licence " : "licence ") + license.serial() + " of pool "
                + license.pool();
    }

    @Override
    public void delivered() {
        if (!onItsWay.getAndSet(false)) {
            return;
        }
        try {
            if (ledger.delivered(license.serial()).isEmpty()) {
                LOG.warn(
                        "Connection {}: {} arrived after it was taken back; the client gets another next time",
                        connection,
                        text());
            }
        } catch (LedgerException e) {
            LOG.error("Connection {}: {} has arrived and could not be noted: {}", connection, text(), e.getMessage());
        }
    }

    @Override
    public Optional<LicenseOutcome.Refused> loggedOn(User user) {
        try {
            ledger.loggedOn(license.serial(), Users.name(user));
        } catch (LedgerException e) {
            LOG.error("Connection {}: the logon with {} could not be noted: {}", connection, text(), e.getMessage());
        }
        return Optional.empty();
    }

    /** What did not arrive is given back; the rest is the device's. */
    @Override
    public void close() {
        if (!onItsWay.getAndSet(false)) {
            return;
        }
        try {
            ledger.release(license.serial());
        } catch (LedgerException e) {
            LOG.warn("Connection {}: {} comes back later: {}", connection, text(), e.getMessage());
        }
    }
}
