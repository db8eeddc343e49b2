package oriel.interop;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.ExchangeKey;
import oriel.licensing.exchange.ExchangeResult;
import oriel.licensing.exchange.LicenseAnswer;
import oriel.licensing.exchange.LicenseAuthority;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.exchange.LicenseIssuer;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.exchange.PresentedLicense;

/** A policy that runs the real exchange and answers as the test says; what can be told from outside comes out of {@link #next}. */
final class ScriptedLicensing implements LicensingPolicy {

    /** One exchange with one client. */
    record Exchanged(ExchangeResult result, Optional<PresentedLicense> presented, List<String> packets) {}

    private final BlockingQueue<Exchanged> exchanged = new LinkedBlockingQueue<>();

    volatile LicensedProduct product = LicensedProduct.ORIEL;
    volatile Instant now = Instant.parse("2026-05-01T12:00:00Z");
    volatile ExchangeKey key;
    volatile LicenseIssuer issuer;

    /** Whether a licence without faults is good enough. */
    volatile boolean content = true;

    /** What a client gets that has met the challenge. */
    volatile Answer answer = this::issue;

    private long serial;

    ScriptedLicensing(ExchangeKey key, LicenseIssuer issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** What a client gets. */
    interface Answer {
        LicenseAnswer to(Device device);
    }

    /** A permanent licence for ninety days. */
    synchronized LicenseAnswer issue(Device device) {
        return new LicenseAnswer.Issue(
                new LicenseTerms(++serial, product.version(), false, now, now.plusSeconds(90 * 86400), device));
    }

    /** Waits for the end of the next exchange. */
    Exchanged next() throws InterruptedException {
        Exchanged next = exchanged.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no exchange of licences within 30 seconds");
        }
        return next;
    }

    /** The exchanges that have ended since the last look. */
    List<Exchanged> all() {
        List<Exchanged> all = new ArrayList<>();
        exchanged.drainTo(all);
        return all;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException {
        var asked = new Asked();
        var recorder = new Recorder(courier);
        ExchangeResult result = new LicenseExchange(
                        product, key, issuer, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom())
                .run(request.capabilities(), recorder, asked);
        exchanged.add(new Exchanged(result, asked.presented, List.copyOf(recorder.packets)));
        return switch (result) {
            case ExchangeResult.Refused refused -> refused.refused();
            case ExchangeResult.Completed _, ExchangeResult.WithoutPackets _ ->
                new LicenseOutcome.Granted(LicenseGrant.NOTHING_HELD);
        };
    }

    private final class Asked implements LicenseAuthority {
        private Optional<PresentedLicense> presented = Optional.empty();

        @Override
        public boolean accepts(Device device, PresentedLicense license) {
            presented = Optional.of(license);
            return content && license.faults().isEmpty();
        }

        @Override
        public LicenseAnswer answer(Device device, Optional<PresentedLicense> license) {
            return answer.to(device);
        }
    }

    /** Notes the packets that pass: direction and bytes. */
    private record Recorder(ProtocolLicenseConnection inner, List<String> packets)
            implements ProtocolLicenseConnection {

        Recorder(ProtocolLicenseConnection inner) {
            this(inner, new ArrayList<>());
        }

        @Override
        public LicenseCapabilities requestLicensingCapabilities() throws ProtocolException {
            return inner.requestLicensingCapabilities();
        }

        @Override
        public void sendClientLicense(byte[] packet) throws ProtocolException {
            packets.add("> " + HexFormat.of().formatHex(packet));
            inner.sendClientLicense(packet);
        }

        @Override
        public byte[] requestClientLicense() throws ProtocolException {
            byte[] packet = inner.requestClientLicense();
            packets.add("< " + HexFormat.of().formatHex(packet));
            return packet;
        }

        @Override
        public void protocolComplete(int outcome) throws ProtocolException {
            inner.protocolComplete(outcome);
        }
    }
}
