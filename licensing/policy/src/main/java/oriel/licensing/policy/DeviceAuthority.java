package oriel.licensing.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ErrorInfo;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseOutcome.Why;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseAnswer;
import oriel.licensing.exchange.LicenseAuthority;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.PresentedLicense;
import oriel.licensing.exchange.PresentedLicense.Fault;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseState;
import oriel.licensing.ledger.Refusal;
import oriel.licensing.ledger.Serial;
import oriel.licensing.packets.LicenseErrorCode;

/** Decides about one device, during one exchange, by the ledger and by {@link AnswerCase}. */
final class DeviceAuthority implements LicenseAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceAuthority.class);

    /** A permanent licence with this much left or less is renewed (licensing.md, section 7.1). */
    private static final Duration RENEWAL = Duration.ofDays(7);

    private final String connection;
    private final DeviceLicenses licenses;
    private final LicensingSettings settings;
    private final Grace grace;
    private final Clock clock;
    private LicenseGrant grant = LicenseGrant.NOTHING_HELD;
    private Optional<LicenseOutcome.Refused> refusal = Optional.empty();

    DeviceAuthority(String connection, DeviceLicenses licenses, LicensingSettings settings, Grace grace, Clock clock) {
        this.connection = connection;
        this.licenses = licenses;
        this.settings = settings;
        this.grace = grace;
        this.clock = clock;
    }

    /** What the client holds, after the exchange. */
    LicenseGrant grant() {
        return grant;
    }

    /** Why the client is sent away, where it was told nothing of it yet. */
    Optional<LicenseOutcome.Refused> refusal() {
        return refusal;
    }

    /** Section 7.1: a good permanent licence that is not in need of renewal, and that the ledger has not taken back. */
    @Override
    public boolean accepts(Device device, PresentedLicense presented) {
        if (presented.terms().isEmpty() || !presented.faults().isEmpty()) {
            return false;
        }
        LicenseTerms terms = presented.terms().get();
        boolean lasts = terms.validUntil().isAfter(clock.instant().plus(RENEWAL));
        if (terms.temporary() || !lasts) {
            return false;
        }
        try {
            Optional<License> known = licenses.ledger().find(new Serial(terms.serial()));
            boolean good = known.filter(license -> license.state() == LicenseState.ACTIVE)
                    .isPresent();
            if (good) {
                grant = DeviceGrant.presented(connection, licenses.ledger(), known.get());
            }
            return good;
        } catch (LedgerException e) {
            // Good by its signature, which is what it is signed for.
            LOG.error("Connection {}: the ledger cannot be asked: {}", connection, e.getMessage());
            return true;
        }
    }

    /** Section 7.2. */
    @Override
    public LicenseAnswer answer(Device device, Optional<PresentedLicense> presented) {
        Holder.Device holder = new Holder.Device(device.hardwareId(), shortened(device.machineName()));
        boolean good = presented
                .filter(license -> license.faults().isEmpty() && license.terms().isPresent())
                .isPresent();
        try {
            Optional<License> known = known(presented);
            boolean valid = good
                    && known.filter(license -> license.state() == LicenseState.ACTIVE)
                            .isPresent();
            Claim claim = licenses.claim(holder, known, valid);
            return switch (claim) {
                case Claim.Granted granted -> granted(device, granted.license(), presented.isPresent());
                case Claim.Refused refused -> refused(holder, presented, valid, known, refused);
            };
        } catch (LedgerException e) {
            LOG.error("Connection {}: the ledger cannot be asked: {}", connection, e.getMessage());
            return unreachable(presented, good);
        }
    }

    private Optional<License> known(Optional<PresentedLicense> presented) throws LedgerException {
        Optional<LicenseTerms> terms = presented.flatMap(PresentedLicense::terms);
        if (terms.isEmpty() || presented.get().faults().contains(Fault.OTHER_DEVICE)) {
            return Optional.empty();
        }
        return licenses.ledger().find(new Serial(terms.get().serial()));
    }

    private LicenseAnswer granted(Device device, License license, boolean presented) {
        grant = DeviceGrant.pending(connection, licenses.ledger(), license);
        AnswerCase row = AnswerCase.of(
                AnswerCase.Ledger.GRANTS, presented ? AnswerCase.Old.INVALID : AnswerCase.Old.NONE, false);
        LOG.debug("Connection {}: {}, {}", connection, row, grant.text());
        return new LicenseAnswer.Issue(new LicenseTerms(
                license.serial().value(),
                license.version(),
                license.temporary(),
                license.issued().truncatedTo(ChronoUnit.SECONDS),
                license.expires().orElse(Instant.MAX).truncatedTo(ChronoUnit.SECONDS),
                device));
    }

    private LicenseAnswer refused(
            Holder.Device holder,
            Optional<PresentedLicense> presented,
            boolean valid,
            Optional<License> known,
            Claim.Refused refused)
            throws LedgerException {
        AnswerCase row;
        if (refused.reason() == Refusal.REVOKED) {
            // What was taken back is not admitted for the sake of a grace period.
            row = AnswerCase.CASE_3B;
        } else {
            row = AnswerCase.of(AnswerCase.Ledger.REFUSES, old(presented, valid), grace.runs());
        }
        switch (row.answer()) {
            case VALID_CLIENT -> {
                LOG.info(
                        "Connection {}: device {} is admitted in the grace period: {}",
                        connection,
                        holder.machine(),
                        refused.detail());
                licenses.ledger().admitted(holder, refused.pool(), "grace period: " + refused.detail());
            }
            case OLD_LICENSE -> {
                LOG.info(
                        "Connection {}: device {} keeps the licence it has: {}",
                        connection,
                        holder.machine(),
                        refused.detail());
                known.ifPresent(license -> grant = DeviceGrant.presented(connection, licenses.ledger(), license));
            }
            default -> {
                LOG.warn(
                        "Connection {}: device {} gets no licence: {}", connection, holder.machine(), refused.detail());
                licenses.ledger().refused(holder, refused.pool(), refused.detail());
            }
        }
        return answer(row, error(presented), Refusals.text(refused), Refusals.why(refused));
    }

    private LicenseAnswer unreachable(Optional<PresentedLicense> presented, boolean good) {
        AnswerCase row = AnswerCase.of(AnswerCase.Ledger.UNREACHABLE, old(presented, good), grace.runs());
        return answer(row, ErrorInfo.LICENSE_NO_SERVER, Refusals.UNREACHABLE, Why.UNREACHABLE);
    }

    private static AnswerCase.Old old(Optional<PresentedLicense> presented, boolean valid) {
        if (presented.isEmpty()) {
            return AnswerCase.Old.NONE;
        }
        return valid ? AnswerCase.Old.VALID : AnswerCase.Old.INVALID;
    }

    private LicenseAnswer answer(AnswerCase row, ErrorInfo error, String reason, Why why) {
        LOG.debug("Connection {}: {}", connection, row);
        return switch (row.answer()) {
            case OLD_LICENSE -> new LicenseAnswer.OldLicense();
            case VALID_CLIENT -> new LicenseAnswer.ValidClient();
            case NO_LICENSE_SERVER -> abort(LicenseErrorCode.NO_LICENSE_SERVER, error, reason, why);
            case INVALID_CLIENT -> abort(LicenseErrorCode.INVALID_CLIENT, error, reason, why);
            case UPGRADE_LICENSE, NEW_LICENSE -> throw new IllegalStateException("nothing was granted");
        };
    }

    /** The specification's answer, or, where the user is to be told in words, <em>valid client</em> and a refusal to follow. */
    private LicenseAnswer abort(LicenseErrorCode code, ErrorInfo error, String reason, Why why) {
        if (settings.telling() == LicensingSettings.Telling.BY_CODE) {
            return new LicenseAnswer.Abort(code.value(), error, reason);
        }
        refusal = Optional.of(Refusals.onScreen(error, reason, why));
        return new LicenseAnswer.ValidClient();
    }

    /** Section 8: what is wrong with the licence that cannot be replaced, or that there is none. */
    private static ErrorInfo error(Optional<PresentedLicense> presented) {
        Set<Fault> faults = presented.map(PresentedLicense::faults).orElse(Set.of());
        if (faults.contains(Fault.UNREADABLE) || faults.contains(Fault.UNTRUSTED)) {
            return ErrorInfo.LICENSE_BAD_CLIENT_LICENSE;
        }
        if (faults.contains(Fault.OTHER_DEVICE)) {
            return ErrorInfo.LICENSE_HARDWARE_ID_MISMATCH;
        }
        return presented.isPresent() ? ErrorInfo.LICENSE_NO_UPGRADE : ErrorInfo.LICENSE_NONE_AVAILABLE;
    }

    /** A client's word of itself; the ledger keeps no more than this of it. */
    static String shortened(String name) {
        return name.length() <= Holder.LONGEST_NAME ? name : name.substring(0, Holder.LONGEST_NAME);
    }
}
