package oriel.licensing.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseState;
import oriel.licensing.ledger.Refusal;

/**
 * A device that cannot exchange licence packets: it is known by its name, and counted when its user has logged on. Nobody proves a name; so a device
 * without one, and one that takes another's, are counted together.
 */
final class NamedDevice implements LicenseGrant {

    private static final Logger LOG = LoggerFactory.getLogger(NamedDevice.class);
    private static final int HARDWARE_ID_BYTES = 20;

    private final String connection;
    private final String machine;
    private final DeviceLicenses licenses;
    private final Grace grace;
    private final String why;

    NamedDevice(String connection, String machine, DeviceLicenses licenses, Grace grace, String why) {
        this.connection = connection;
        this.machine = DeviceAuthority.shortened(machine);
        this.licenses = licenses;
        this.grace = grace;
        this.why = why;
    }

    @Override
    public String text() {
        return "the device is counted by its name at the logon: " + why;
    }

    @Override
    public void delivered() {}

    @Override
    public Optional<LicenseOutcome.Refused> loggedOn(User user) {
        Holder.Device holder = Holder.Device.of(hardwareId(machine), machine);
        try {
            return switch (current(holder)) {
                case Claim.Granted granted -> {
                    licenses.ledger().loggedOn(granted.license().serial(), Users.name(user));
                    yield Optional.empty();
                }
                case Claim.Refused refused -> refused(holder, refused);
            };
        } catch (LedgerException e) {
            boolean admitted = grace.runs();
            LOG.error(
                    "Connection {}: the ledger cannot be asked, device {} is {}: {}",
                    connection,
                    machine,
                    admitted ? "admitted" : "refused",
                    e.getMessage());
            return admitted ? Optional.empty() : Optional.of(Refusals.unreachable());
        }
    }

    /** A permanent licence that the device has, or what it can have; there is nothing to deliver. */
    private Claim current(Holder.Device holder) throws LedgerException {
        Optional<License> held = licenses.ledger().heldBy(holder);
        if (held.isPresent() && !held.get().temporary()) {
            return new Claim.Granted(held.get(), false);
        }
        Claim claim = licenses.claim(holder, held, held.isPresent());
        if (claim instanceof Claim.Granted granted && granted.license().state() == LicenseState.PENDING) {
            return licenses.ledger()
                    .delivered(granted.license().serial())
                    .<Claim>map(license -> new Claim.Granted(license, true))
                    .orElse(new Claim.Refused(Refusal.REVOKED, "", "the licence was taken back at once"));
        }
        // Nothing permanent is to be had; the temporary licence is still good.
        return held.isPresent() && isEmpty(claim) ? new Claim.Granted(held.get(), false) : claim;
    }

    private static boolean isEmpty(Claim claim) {
        return claim instanceof Claim.Refused refused
                && (refused.reason() == Refusal.POOL_EMPTY || refused.reason() == Refusal.NO_POOL);
    }

    private Optional<LicenseOutcome.Refused> refused(Holder.Device holder, Claim.Refused refused)
            throws LedgerException {
        if (refused.reason() != Refusal.REVOKED && grace.runs()) {
            licenses.ledger().admitted(holder, refused.pool(), "grace period: " + refused.detail());
            return Optional.empty();
        }
        LOG.warn("Connection {}: device {} gets no licence: {}", connection, machine, refused.detail());
        licenses.ledger().refused(holder, refused.pool(), refused.detail());
        return Optional.of(Refusals.of(refused));
    }

    @Override
    public void close() {}

    /** An id that no client has by itself. */
    private static byte[] hardwareId(String machine) {
        try {
            byte[] name =
                    ("oriel: device by name: " + machine.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(name), HARDWARE_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
