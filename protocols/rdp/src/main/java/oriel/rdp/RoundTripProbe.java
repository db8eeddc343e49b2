package oriel.rdp;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import oriel.rdp.codec.autodetect.AutoDetectRequest;
import oriel.rdp.codec.autodetect.AutoDetectResponse;
import oriel.rdp.codec.autodetect.Heartbeat;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * What travels on the message channel ([MS-RDPBCGR] 1.3.9, 1.3.10): measures the round-trip time, once while the connection is
 * set up and then again and again, and sends heartbeats. Clients that have not offered the one or the other are left alone.
 * Safe for use by several threads.
 */
final class RoundTripProbe {

    /** Seconds between two heartbeats, and how many the client may miss before it warns, and before it reconnects. */
    private static final Heartbeat HEARTBEAT = new Heartbeat(20, 3, 6);

    private static final long HEARTBEAT_INTERVAL = TimeUnit.SECONDS.toNanos(HEARTBEAT.period());

    private static final long UNKNOWN = -1;

    private final Outbox outbox;
    private final long interval;
    private final LongSupplier clock;

    private OptionalInt channel = OptionalInt.empty();
    private boolean measures;
    private boolean beats;
    private boolean waiting;
    private int sequence;
    private long sentAt;
    private long beatenAt;
    private volatile long lastMicros = UNKNOWN;

    /**
     * Makes a probe that is silent until it knows its client.
     *
     * @param outbox   takes what is sent
     * @param interval nanoseconds between two measurements; 0 = none
     * @param clock    nanoseconds
     */
    RoundTripProbe(Outbox outbox, long interval, LongSupplier clock) {
        this.outbox = outbox;
        this.interval = interval;
        this.clock = clock;
        this.beatenAt = clock.getAsLong();
    }

    /**
     * The client is known now.
     *
     * @return the first question, to be sent before licensing begins (1.3.1.1); empty = the client does not take part
     */
    synchronized Optional<byte[]> begin(ClientDescription client) {
        channel = client.ids().message();
        measures = interval > 0 && channel.isPresent() && client.wants(EarlyCapability.SUPPORT_NETCHAR_AUTODETECT);
        beats = channel.isPresent() && client.wants(EarlyCapability.SUPPORT_HEARTBEAT_PDU);
        return measures ? Optional.of(question(AutoDetectRequest.RttMeasure.CONNECT_TIME)) : Optional.empty();
    }

    private byte[] question(int requestType) {
        sequence = (sequence + 1) & 0xFFFF;
        sentAt = clock.getAsLong();
        waiting = true;
        return onMessageChannel(new AutoDetectRequest.RttMeasure(sequence, requestType)::encode);
    }

    private byte[] onMessageChannel(Consumer<WireWriter> payload) {
        var out = new WireWriter(64);
        PduSender.onChannel(out, channel.orElseThrow(), payload);
        return out.toByteArray();
    }

    synchronized boolean isOn(int id) {
        return channel.isPresent() && channel.getAsInt() == id;
    }

    /** Something has come on the message channel; what is no measurement is no concern of ours. */
    synchronized void receive(WireReader in) {
        boolean response = in.remaining() > 1 && (in.peek(1, "flags") << 8 & SecurityHeader.AUTODETECT_RSP) != 0;
        if (response
                && AutoDetectResponse.decode(in) instanceof AutoDetectResponse.RttMeasure(int answered)
                && waiting
                && answered == sequence) {
            waiting = false;
            lastMicros = TimeUnit.NANOSECONDS.toMicros(clock.getAsLong() - sentAt);
        }
    }

    /** Does what is due; an answer that stays away is not waited for any longer than until the next question. */
    synchronized void look() {
        long now = clock.getAsLong();
        if (measures && now - sentAt > interval) {
            outbox.post(question(AutoDetectRequest.RttMeasure.CONTINUOUS));
        }
        if (beats && now - beatenAt > HEARTBEAT_INTERVAL) {
            beatenAt = now;
            outbox.post(onMessageChannel(HEARTBEAT::encode));
        }
    }

    /** Last measured round-trip time in microseconds; empty = not measured yet. */
    OptionalLong lastMicros() {
        long micros = lastMicros;
        return micros == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(micros);
    }
}
