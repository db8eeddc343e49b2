package oriel.licensing.policy;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;
import oriel.licensing.exchange.ExchangeResult;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.ledger.LicenseLedger;

/**
 * Each device needs a licence, and keeps it (licensing.md, section 7). A device that is not known gets a temporary one; once somebody has logged
 * on with that, a permanent one takes its place at the next connection. A client that cannot exchange licence packets is counted by its name
 * when its user has logged on.
 */
public final class PerDevice implements LicensingPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(PerDevice.class);

    private final LicenseLedger ledger;
    private final LicenseExchange exchange;
    private final LicensingSettings settings;
    private final Clock clock;
    private final Grace grace;
    private final int version;
    private final NoLicensing wire = new NoLicensing();

    /**
     * Makes the policy.
     *
     * @param ledger   who has which licence
     * @param exchange exchanges the packets
     * @param version  the version of the product that licences are for, as in the exchange
     * @param settings grace period and temporary licences
     * @param clock    what time it is
     */
    public PerDevice(
            LicenseLedger ledger, LicenseExchange exchange, int version, LicensingSettings settings, Clock clock) {
        this.ledger = ledger;
        this.exchange = exchange;
        this.version = version;
        this.settings = settings;
        this.clock = clock;
        this.grace = new Grace(ledger, settings.gracePeriod(), clock);
    }

    @Override
    public String name() {
        return PolicyName.PER_DEVICE.word();
    }

    @Override
    public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException {
        grace.used();
        if (settings.fips()) {
            return byName(request, courier, ExchangeResult.Reason.HOST_WITHOUT_CIPHERS);
        }
        var authority = new DeviceAuthority(
                request.connection(),
                new DeviceLicenses(ledger, version, settings.temporaryValidity()),
                settings,
                grace,
                clock);
        boolean granted = false;
        try {
            LicenseOutcome outcome = outcome(request, courier, authority);
            granted = outcome instanceof LicenseOutcome.Granted;
            return outcome;
        } finally {
            if (!granted) {
                authority.grant().close();
            }
        }
    }

    private LicenseOutcome outcome(LicenseRequest request, ProtocolLicenseConnection courier, DeviceAuthority authority)
            throws ProtocolException {
        return switch (exchange.run(request.capabilities(), courier, authority)) {
            case ExchangeResult.Completed _ -> {
                Optional<LicenseOutcome.Refused> refusal = authority.refusal();
                yield refusal.isPresent() ? refusal.get() : new LicenseOutcome.Granted(authority.grant());
            }
            case ExchangeResult.Refused refused -> refused.refused();
            case ExchangeResult.WithoutPackets without -> byName(request, courier, without.reason());
        };
    }

    private LicenseOutcome byName(
            LicenseRequest request, ProtocolLicenseConnection courier, ExchangeResult.Reason reason)
            throws ProtocolException {
        LOG.info(
                "Connection {}: no licence packets, the device is counted by its name: {}",
                request.connection(),
                reason.text());
        wire.license(request, courier);
        return new LicenseOutcome.Granted(new NamedDevice(
                request.connection(),
                request.client().clientName(),
                new DeviceLicenses(ledger, version, settings.temporaryValidity()),
                grace,
                reason.text()));
    }
}
