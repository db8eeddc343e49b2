package oriel.licensing.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 * Each user needs a licence. On the wire every client is a valid one, because the user is not known yet; the licence is looked up when the
 * user has logged on (licensing.md, section 7.6).
 */
public final class PerUser implements LicensingPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(PerUser.class);

    private final LicenseLedger ledger;
    private final Clock clock;
    private final Grace grace;
    private final NoLicensing wire = new NoLicensing();
    private final Map<String, Instant> lastKnown = new ConcurrentHashMap<>();

    /**
     * Makes the policy.
     *
     * @param ledger   who has which licence
     * @param settings grace period
     * @param clock    what time it is
     */
    public PerUser(LicenseLedger ledger, LicensingSettings settings, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.grace = new Grace(ledger, settings.gracePeriod(), clock);
    }

    @Override
    public String name() {
        return PolicyName.PER_USER.word();
    }

    @Override
    public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException {
        grace.used();
        wire.license(request, courier);
        return new LicenseOutcome.Granted(LicenseGrant.atLogon(
                "the user's licence is looked up at the logon", user -> loggedOn(request.connection(), user)));
    }

    private Optional<LicenseOutcome.Refused> loggedOn(String connection, LicenseGrant.User user) {
        Holder.User holder = new Holder.User(Users.name(user));
        try {
            Claim claim = claim(holder, user);
            if (claim instanceof Claim.Granted granted) {
                License license = granted.license();
                ledger.loggedOn(license.serial(), user.name());
                license.expires().ifPresent(end -> lastKnown.put(holder.key(), end));
                LOG.debug("Connection {}: user {} has licence {}", connection, holder.name(), license.serial());
                return Optional.empty();
            }
            lastKnown.remove(holder.key());
            return refused(connection, holder, (Claim.Refused) claim);
        } catch (LedgerException e) {
            return unreachable(connection, holder, e);
        }
    }

    private Claim claim(Holder.User holder, LicenseGrant.User user) throws LedgerException {
        Claim claim = ledger.claim(LedgerRequest.permanent(holder).groups(user.groups()));
        if (claim instanceof Claim.Refused refused && refused.reason() != Refusal.REVOKED) {
            // A temporary licence is given to a user by hand, and lasts until something better is to be had.
            return ledger.heldBy(holder)
                    .<Claim>map(license -> new Claim.Granted(license, false))
                    .orElse(claim);
        }
        return claim;
    }

    private Optional<LicenseOutcome.Refused> refused(String connection, Holder.User holder, Claim.Refused claim)
            throws LedgerException {
        if (claim.reason() != Refusal.REVOKED && grace.runs()) {
            LOG.info(
                    "Connection {}: user {} is admitted in the grace period: {}",
                    connection,
                    holder.name(),
                    claim.detail());
            ledger.admitted(holder, claim.pool(), "grace period: " + claim.detail());
            return Optional.empty();
        }
        LOG.warn("Connection {}: user {} gets no licence: {}", connection, holder.name(), claim.detail());
        ledger.refused(holder, claim.pool(), claim.detail());
        return Optional.of(Refusals.of(claim));
    }

    /** Who had a licence when the ledger could last be asked has it still; others are admitted in the grace period only. */
    private Optional<LicenseOutcome.Refused> unreachable(String connection, Holder.User holder, LedgerException cause) {
        boolean known = Optional.ofNullable(lastKnown.get(holder.key()))
                .map(end -> end.isAfter(clock.instant()))
                .orElse(false);
        boolean admitted = known || grace.runs();
        LOG.error(
                "Connection {}: the ledger cannot be asked, user {} is {}: {}",
                connection,
                holder.name(),
                admitted ? "admitted" : "refused",
                cause.getMessage());
        return admitted ? Optional.empty() : Optional.of(Refusals.unreachable());
    }
}
