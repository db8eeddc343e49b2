package oriel.licensing.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseLedger;
import oriel.licensing.ledger.Refusal;

/**
 * Each connection needs a seat while it lives. It takes the seat when its user has logged on, so that nobody takes seats by connecting only,
 * and what is reserved for groups is open to their members.
 *
 * <p>A user who comes back over a new connection while the old one is still there may find the last seat taken by that old one. Such a connection
 * takes the old one's seat over: the seat passes to it when the old connection ends, which must be soon, or the new one ends.
 */
public final class Concurrent implements LicensingPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(Concurrent.class);

    /** How long two connections of one user may have one seat. */
    private static final Duration HANDOVER = Duration.ofSeconds(30);

    private final LicenseLedger ledger;
    private final LicensingWatch watch;
    private final Grace grace;
    private final Executor afterHandover;
    private final NoLicensing wire = new NoLicensing();
    private final Map<Seating, Seating> seatings = new ConcurrentHashMap<>();

    /**
     * Makes the policy.
     *
     * @param ledger   who has which seat
     * @param settings grace period
     * @param clock    what time it is
     * @param watch    hears of lost seats from the ledger
     */
    public Concurrent(LicenseLedger ledger, LicensingSettings settings, Clock clock, LicensingWatch watch) {
        this(
                ledger,
                settings,
                clock,
                watch,
                CompletableFuture.delayedExecutor(HANDOVER.toMillis(), TimeUnit.MILLISECONDS));
    }

    Concurrent(
            LicenseLedger ledger,
            LicensingSettings settings,
            Clock clock,
            LicensingWatch watch,
            Executor afterHandover) {
        this.ledger = ledger;
        this.watch = watch;
        this.grace = new Grace(ledger, settings.gracePeriod(), clock);
        this.afterHandover = afterHandover;
    }

    @Override
    public String name() {
        return PolicyName.CONCURRENT.word();
    }

    @Override
    public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException {
        grace.used();
        wire.license(request, courier);
        return new LicenseOutcome.Granted(new Seating(request));
    }

    /** A connection and its seat. */
    private final class Seating implements LicenseGrant {

        private final LicenseRequest request;
        private @Nullable License seat;
        private @Nullable Seating heir;
        private String user = "";
        private boolean waiting;
        private boolean closed;

        Seating(LicenseRequest request) {
            this.request = request;
        }

        @Override
        public String text() {
            return "the seat is taken at the logon";
        }

        @Override
        public void delivered() {}

        @Override
        public Optional<LicenseOutcome.Refused> loggedOn(User who) {
            user = Users.name(who);
            try {
                License held = seat();
                if (held != null) {
                    ledger.loggedOn(held.serial(), user);
                    return Optional.empty();
                }
                Holder.Seat holder = new Holder.Seat(
                        UUID.randomUUID().toString(), user, request.client().clientName());
                Claim claim = ledger.claim(LedgerRequest.permanent(holder).groups(who.groups()));
                return switch (claim) {
                    case Claim.Granted granted -> seated(granted.license());
                    case Claim.Refused refused -> standing(holder, refused);
                };
            } catch (LedgerException e) {
                return unreachable(e);
            }
        }

        private Optional<LicenseOutcome.Refused> seated(License license) throws LedgerException {
            if (!take(license)) {
                ledger.release(license.serial());
                return Optional.empty();
            }
            ledger.loggedOn(license.serial(), user);
            return Optional.empty();
        }

        private synchronized @Nullable License seat() {
            return seat;
        }

        /** Has a seat from now on; not if the connection has ended meanwhile. */
        private synchronized boolean take(License license) {
            waiting = false;
            if (closed) {
                return false;
            }
            seat = license;
            seatings.put(this, this);
            watch.seated(license.serial(), () -> request.withdrawal().withdraw(Refusals.lost()));
            return true;
        }

        private Optional<LicenseOutcome.Refused> standing(Holder.Seat holder, Claim.Refused refused)
                throws LedgerException {
            if (refused.reason() == Refusal.POOL_EMPTY && inherits()) {
                LOG.info("Connection {}: takes over the seat of an older connection of {}", request.connection(), user);
                return Optional.empty();
            }
            if (grace.runs()) {
                LOG.info(
                        "Connection {}: {} is admitted in the grace period: {}",
                        request.connection(),
                        user,
                        refused.detail());
                ledger.admitted(holder, refused.pool(), "grace period: " + refused.detail());
                return Optional.empty();
            }
            LOG.warn("Connection {}: no seat for {}: {}", request.connection(), user, refused.detail());
            ledger.refused(holder, refused.pool(), refused.detail());
            return Optional.of(Refusals.of(refused));
        }

        /** Becomes the heir of an older connection of the same user. */
        private boolean inherits() {
            boolean found = seatings.values().stream()
                    .filter(other -> other != this && other.user.equals(user))
                    .anyMatch(other -> other.leaveTo(this));
            if (found) {
                afterHandover.execute(this::mustBeSeated);
            }
            return found;
        }

        private synchronized boolean leaveTo(Seating other) {
            if (seat == null || heir != null) {
                return false;
            }
            heir = other;
            other.await();
            return true;
        }

        private synchronized void await() {
            waiting = true;
        }

        private void mustBeSeated() {
            synchronized (this) {
                if (!waiting || closed) {
                    return;
                }
            }
            LOG.warn("Connection {}: the older connection of {} still has the seat", request.connection(), user);
            request.withdrawal().withdraw(Refusals.lost());
        }

        private Optional<LicenseOutcome.Refused> unreachable(LedgerException cause) {
            boolean admitted = grace.runs();
            LOG.error(
                    "Connection {}: the ledger cannot be asked, {} is {}: {}",
                    request.connection(),
                    user,
                    admitted ? "admitted" : "refused",
                    cause.getMessage());
            return admitted ? Optional.empty() : Optional.of(Refusals.unreachable());
        }

        @Override
        public void close() {
            License left;
            Seating next;
            synchronized (this) {
                closed = true;
                left = seat;
                next = heir;
                seat = null;
                heir = null;
            }
            seatings.remove(this);
            if (left == null) {
                return;
            }
            watch.left(left.serial());
            if (next != null && next.take(left)) {
                return;
            }
            try {
                ledger.release(left.serial());
            } catch (LedgerException e) {
                LOG.warn(
                        "Connection {}: seat {} could not be given back: {}",
                        request.connection(),
                        left.serial(),
                        e.getMessage());
            }
        }
    }
}
