package oriel.rdp.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.SoundSink;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.sound.AudioFormat;
import oriel.rdp.codec.sound.ClientSound;
import oriel.rdp.codec.sound.ServerSound;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The sound channel of a connection ([MS-RDPEA] 1.3.2): formats of both sides, one training that measures the link, then blocks of sound
 * and their confirmations. One virtual thread reads, one sends; both sleep while nothing is played. What goes wrong here ends the sound
 * of this connection and nothing else.
 *
 * <p>Latency is bounded: at most {@value #WINDOW} blocks are on their way without confirmation, and what waits behind them is less than
 * half a second; the rest is dropped. Confirmations that do not come are not waited for longer than {@link #FORGIVEN}.
 */
public final class SoundChannel {

    /** Name of the channel. */
    public static final String NAME = "rdpsnd";

    private static final Logger LOG = LoggerFactory.getLogger(SoundChannel.class);

    /** Blocks on their way: 370 ms of sound. */
    private static final int WINDOW = 8;

    /** Block numbers are bytes. */
    private static final int NUMBERS = 0x100;

    /** After this time, in nanoseconds, a block counts as confirmed though nobody has said so. */
    private static final long FORGIVEN = TimeUnit.SECONDS.toNanos(2);

    /** Up to this round-trip time, in microseconds, a link is taken for one that carries 1.4 Mbit/s with ease. */
    private static final long FAST = TimeUnit.MILLISECONDS.toMicros(20);

    private static final int TRAINING_SIZE = 1024;

    private final VirtualChannel channel;
    private final String owner;
    private final SoundCodec codec;
    private final Supplier<OptionalLong> roundTripMicros;
    private final LongSupplier clock;
    private final WaveBuffer buffer = new WaveBuffer();

    /** Uncompressed first, then from the smallest on. */
    private final List<WaveEncoder> encoders = List.of(
            new WaveEncoder.Pcm(), new WaveEncoder.Adpcm(), WaveEncoder.Law.ofDecodedBits(), new WaveEncoder.Law());

    // guarded by this
    private @Nullable Attachment attached;
    private List<AudioFormat> playable = List.of();
    private int version;
    private int quality = ClientSound.QualityMode.DYNAMIC;
    private boolean alive;
    private long trainedAt;
    private long trainingMicros = Long.MAX_VALUE;
    private final long[] sentAt = new long[NUMBERS];
    private int lastSent = NUMBERS - 1;
    private int lastConfirmed = NUMBERS - 1;
    private boolean over;

    /** Used by the sending thread only. */
    private final WireWriter out = new WireWriter();

    /**
     * Takes a channel into use; it is closed when the sound ends.
     *
     * @param channel         the channel
     * @param owner           whose it is, for the log
     * @param codec           in which form sound is sent
     * @param roundTripMicros the round-trip time as others have measured it
     * @param clock           nanoseconds
     */
    public SoundChannel(
            VirtualChannel channel,
            String owner,
            SoundCodec codec,
            Supplier<OptionalLong> roundTripMicros,
            LongSupplier clock) {
        this.channel = channel;
        this.owner = owner;
        this.codec = codec;
        this.roundTripMicros = roundTripMicros;
        this.clock = clock;
    }

    /** Starts the threads; the client is asked what it plays. */
    public void begin() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        start("rdp-sound-read", context, this::read);
        start("rdp-sound", context, this::send);
    }

    private static void start(String name, @Nullable Map<String, String> context, Runnable run) {
        Thread.ofVirtual().name(name).start(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            run.run();
        });
    }

    /**
     * A fresh endpoint; the one before is void from now on.
     *
     * @return the endpoint of the next attachment
     */
    public synchronized SoundEndpoint endpoint() {
        var next = new Attachment();
        attached = next;
        buffer.clear();
        return next;
    }

    /** The client's loudspeaker, for one attachment. */
    private final class Attachment implements SoundEndpoint {

        @Override
        public void play(byte[] samples, int offset, int length) {
            synchronized (SoundChannel.this) {
                if (attached != this || !alive) {
                    return;
                }
                forgive();
            }
            buffer.put(samples, offset, length);
        }

        @Override
        public void pause() {
            if (isAttached()) {
                buffer.pause();
            }
        }

        private boolean isAttached() {
            synchronized (SoundChannel.this) {
                return attached == this;
            }
        }

        @Override
        public void close() {
            synchronized (SoundChannel.this) {
                if (attached == this) {
                    attached = null;
                    buffer.clear();
                }
            }
        }
    }

    // --- what the client sends
    // ----------------------------------------------------------------------------------------

    private void read() {
        try {
            while (true) {
                receive(ClientSound.decode(new WireReader(channel.read())));
            }
        } catch (ProtocolException e) {
            end(String.valueOf(e.getMessage()), Level.DEBUG);
        } catch (MalformedPduException e) {
            end(String.valueOf(e.getMessage()), Level.INFO);
        } catch (RuntimeException e) {
            LOG.error("Reading the sound channel of {} failed.", owner, e);
            end("internal error: " + e, Level.INFO);
        }
    }

    private void receive(ClientSound pdu) throws ProtocolException {
        switch (pdu) {
            case ClientSound.Formats formats -> formats(formats);
            case ClientSound.QualityMode(int mode) -> {
                synchronized (this) {
                    quality = mode;
                }
            }
            case ClientSound.TrainingConfirm _ -> trained();
            case ClientSound.WaveConfirm confirm -> confirmed(confirm.blockNumber());
            case ClientSound.Other _ -> {
                // sound over UDP, which was not offered
            }
        }
    }

    private void formats(ClientSound.Formats formats) throws ProtocolException {
        synchronized (this) {
            playable = formats.formats();
            version = formats.version();
            trainedAt = clock.getAsLong();
        }
        if (!usable(formats)) {
            LOG.debug("The client of {} plays none of {}.", owner, playable);
            return;
        }
        var training = new WireWriter();
        new ServerSound.Training(0, Octets.of(new byte[TRAINING_SIZE - 8])).encode(training);
        channel.write(training.toByteArray());
    }

    private boolean usable(ClientSound.Formats formats) {
        return (formats.flags() & ClientSound.Formats.ALIVE) != 0
                && encoders.stream().anyMatch(encoder -> number(encoder) >= 0);
    }

    /** The link is measured, and the client has shown that it listens: sound may come. */
    private synchronized void trained() {
        if (playable.isEmpty() || alive) {
            return;
        }
        trainingMicros = TimeUnit.NANOSECONDS.toMicros(clock.getAsLong() - trainedAt);
        alive = true;
        buffer.credit(WINDOW);
    }

    /** A block confirms those before it as well. */
    private synchronized void confirmed(int block) {
        int onTheWay = onTheWay();
        if ((lastSent - block & NUMBERS - 1) < onTheWay) {
            lastConfirmed = block;
            buffer.credit(WINDOW - onTheWay());
        }
    }

    private int onTheWay() {
        return lastSent - lastConfirmed & NUMBERS - 1;
    }

    /** Clients that lose a confirmation should not lose their sound. */
    private void forgive() {
        if (onTheWay() >= WINDOW && clock.getAsLong() - sentAt[lastConfirmed + 1 & NUMBERS - 1] > FORGIVEN) {
            lastConfirmed = lastSent;
            buffer.credit(WINDOW);
        }
    }

    // --- what is sent
    // -------------------------------------------------------------------------------------------------

    private void send() {
        try {
            var offered = encoders.stream().map(WaveEncoder::format).toList();
            write(new ServerSound.Formats(lastSent, ServerSound.Formats.VERSION_8, new ArrayList<>(offered)));
            byte[] pcm = new byte[WaveEncoder.BLOCK];
            byte[] wave = new byte[WaveEncoder.BLOCK];
            WaveEncoder encoder = null;
            while (true) {
                switch (buffer.take(pcm)) {
                    case BLOCK -> {
                        if (encoder == null) {
                            encoder = choose();
                            encoder.reset();
                        }
                        send(encoder, wave, encoder.encode(pcm, wave));
                    }
                    case PAUSE -> {
                        if (encoder != null) {
                            write(new ServerSound.Close());
                            encoder = null;
                        }
                    }
                    case END -> {
                        return;
                    }
                }
            }
        } catch (ProtocolException e) {
            end(String.valueOf(e.getMessage()), Level.DEBUG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("interrupted", Level.DEBUG);
        } catch (RuntimeException e) {
            LOG.error("Sending sound to the client of {} failed.", owner, e);
            end("internal error: " + e, Level.INFO);
        }
    }

    /** The form for what begins to be played now. */
    private synchronized WaveEncoder choose() {
        boolean plain = switch (codec) {
            case PCM -> true;
            case COMPRESSED -> false;
            case AUTO -> quality == ClientSound.QualityMode.HIGH || isFast();
        };
        WaveEncoder pcm = encoders.getFirst();
        Optional<WaveEncoder> small = encoders.stream()
                .skip(1)
                .filter(encoder -> number(encoder) >= 0)
                .findFirst();
        return plain && number(pcm) >= 0 ? pcm : small.orElse(pcm);
    }

    private boolean isFast() {
        return Math.min(trainingMicros, roundTripMicros.get().orElse(Long.MAX_VALUE)) <= FAST;
    }

    /** Index in the client's list, which sound is named by; -1 = the client does not play it. */
    private int number(WaveEncoder encoder) {
        for (int i = 0; i < playable.size(); i++) {
            if (playable.get(i).means(encoder.format())) {
                return i;
            }
        }
        return -1;
    }

    private void send(WaveEncoder encoder, byte[] wave, int length) throws ProtocolException {
        int block;
        int format;
        boolean wave2;
        long now = clock.getAsLong();
        synchronized (this) {
            lastSent = lastSent + 1 & NUMBERS - 1;
            block = lastSent;
            sentAt[block] = now;
            format = number(encoder);
            wave2 = version >= ServerSound.Formats.VERSION_8;
        }
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(now);
        int timeStamp = millis & 0xFFFF;
        if (wave2) {
            ServerSound.Wave2.write(out.reset(), timeStamp, format, block, millis, wave, length);
            channel.write(out.toByteArray());
        } else {
            write(new ServerSound.WaveInfo(timeStamp, format, block, Octets.of(wave, 0, 4), length));
            new ServerSound.Wave(Octets.of(wave, 4, length - 4)).encode(out.reset());
            channel.write(out.toByteArray());
        }
    }

    private void write(ServerSound pdu) throws ProtocolException {
        pdu.encode(out.reset());
        channel.write(out.toByteArray());
    }

    private void end(String reason, Level level) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            alive = false;
            attached = null;
        }
        LOG.atLevel(level).log("The sound of {} has ended: {}.", owner, reason);
        buffer.end();
        channel.close();
    }

    /** Whether the client is ready to play. */
    synchronized boolean isAlive() {
        return alive;
    }

    /** Milliseconds of sound that were dropped so far. */
    long droppedMillis() {
        return TimeUnit.SECONDS.toMillis(buffer.dropped()) / ((long) SoundSink.RATE * SoundSink.FRAME);
    }
}
