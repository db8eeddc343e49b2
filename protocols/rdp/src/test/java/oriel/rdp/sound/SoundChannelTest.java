package oriel.rdp.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.SoundSink;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.sound.AudioFormat;
import oriel.rdp.codec.sound.ClientSound;
import oriel.rdp.codec.sound.ImaAdpcm;
import oriel.rdp.codec.sound.ServerSound;
import oriel.rdp.proof.ClientEnd;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class SoundChannelTest {

    private static final int BLOCK = WaveEncoder.BLOCK;
    private static final int WINDOW = 8;

    private final ClientEnd client = new ClientEnd();
    private final VirtualChannel channel = client.channel();
    private final AtomicLong clock = new AtomicLong();
    private SoundChannel sound = with(SoundCodec.AUTO);
    private SoundEndpoint endpoint = sound.endpoint();
    private List<AudioFormat> formats = List.of();

    @AfterEach
    void end() {
        channel.close();
    }

    private SoundChannel with(SoundCodec codec) {
        return new SoundChannel(channel, "a test", codec, OptionalLong::empty, clock::get);
    }

    private void begin(SoundCodec codec) {
        sound = with(codec);
        endpoint = sound.endpoint();
        sound.begin();
    }

    private void send(ClientSound pdu) {
        var out = new WireWriter();
        pdu.encode(out);
        client.send(out);
    }

    private ServerSound next() throws InterruptedException {
        return ServerSound.decode(new WireReader(client.next()));
    }

    /** What every client does first: it plays everything, or what it is told to. */
    private void handshake(int version, int... tags) throws InterruptedException {
        var offered = (ServerSound.Formats) next();
        formats = tags.length == 0
                ? offered.formats().reversed()
                : offered.formats().stream()
                        .filter(format -> Arrays.stream(tags).anyMatch(tag -> tag == format.tag()))
                        .toList();
        send(new ClientSound.Formats(ClientSound.Formats.ALIVE, 0, 0, version, formats));
        send(new ClientSound.QualityMode(ClientSound.QualityMode.DYNAMIC));
        var training = (ServerSound.Training) next();
        send(new ClientSound.TrainingConfirm(training.timeStamp(), training.packSize()));
    }

    /** Plays until the client hears of it: what comes before the client is ready is lost. */
    private ServerSound.Wave2 firstWave() throws InterruptedException {
        byte[] loud = loud(BLOCK);
        while (!sound.isAlive()) {
            Thread.onSpinWait();
        }
        endpoint.play(loud, 0, BLOCK);
        return (ServerSound.Wave2) next();
    }

    private static byte[] loud(int length) {
        byte[] pcm = new byte[length];
        for (int i = 0; i < length; i++) {
            pcm[i] = (byte) (i * 7 + 1);
        }
        return pcm;
    }

    private AudioFormat format(ServerSound.Wave2 wave) {
        return formats.get(wave.format());
    }

    @Test
    void shouldOfferUncompressedAndCompressedSound() throws Exception {
        begin(SoundCodec.AUTO);
        var offered = (ServerSound.Formats) next();
        assertThat(offered.version()).isEqualTo(8);
        assertThat(offered.formats()).extracting(AudioFormat::tag).containsExactly(1, 0x11, 6, 6);
    }

    @Test
    void shouldSendPcmOnAFastLink() throws Exception {
        begin(SoundCodec.AUTO);
        handshake(8);
        var wave = firstWave();
        assertThat(format(wave)).isEqualTo(AudioFormat.pcm(2, 44_100));
        assertThat(wave.data().toArray()).isEqualTo(loud(BLOCK));
        assertThat(wave.blockNumber()).isZero();
    }

    @Test
    void shouldCompressOnASlowLink() throws Exception {
        begin(SoundCodec.AUTO);
        var offered = (ServerSound.Formats) next();
        formats = offered.formats();
        send(new ClientSound.Formats(ClientSound.Formats.ALIVE, 0, 0, 8, formats));
        var training = (ServerSound.Training) next();
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(80));
        send(new ClientSound.TrainingConfirm(training.timeStamp(), training.packSize()));
        var wave = firstWave();
        assertThat(format(wave).tag()).isEqualTo(AudioFormat.IMA_ADPCM);
        assertThat(wave.data().length()).isEqualTo(ImaAdpcm.BLOCK);
    }

    @Test
    void shouldCompressAsTheClientCan() throws Exception {
        begin(SoundCodec.COMPRESSED);
        handshake(8, 1, 6);
        var wave = firstWave();
        assertThat(format(wave).tag()).isEqualTo(6);
        assertThat(wave.data().length()).isEqualTo(BLOCK / 2);
    }

    @Test
    void shouldSendPcmWhenNothingElseIsPlayed() throws Exception {
        begin(SoundCodec.COMPRESSED);
        handshake(8, 1);
        assertThat(format(firstWave()).tag()).isEqualTo(AudioFormat.PCM);
    }

    /** Section 2.2.3.3: a WaveInfo PDU with the first four bytes, then the others behind four zeros. */
    @Test
    void shouldSplitWavesForOldClients() throws Exception {
        begin(SoundCodec.PCM);
        handshake(6);
        while (!sound.isAlive()) {
            Thread.onSpinWait();
        }
        endpoint.play(loud(BLOCK), 0, BLOCK);
        var info = (ServerSound.WaveInfo) next();
        assertThat(info.length()).isEqualTo(BLOCK);
        byte[] rest = client.next();
        assertThat(rest).hasSize(BLOCK).startsWith(0, 0, 0, 0);
        byte[] whole = rest.clone();
        info.start().copyTo(whole, 0);
        assertThat(whole).isEqualTo(loud(BLOCK));
    }

    @Test
    void shouldSendTheRestAndCloseOnAPause() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        endpoint.play(loud(400), 0, 400);
        endpoint.pause();
        byte[] rest = ((ServerSound.Wave2) next()).data().toArray();
        assertThat(rest).hasSize(BLOCK).startsWith(loud(400)).endsWith(new byte[BLOCK - 400]);
        assertThat(next()).isEqualTo(new ServerSound.Close());
        endpoint.play(loud(BLOCK), 0, BLOCK);
        assertThat(next()).isInstanceOf(ServerSound.Wave2.class);
    }

    /** Programs that play nothing, but play on, are quiet. */
    @Test
    void shouldTakeASecondOfSilenceForAPause() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        for (int i = 0; i < 200; i++) {
            send(new ClientSound.WaveConfirm(0, i & 0xFF)); // as if it came at once
            endpoint.play(new byte[1764], 0, 1764);
        }
        ServerSound last = next();
        while (last instanceof ServerSound.Wave2 wave) {
            send(new ClientSound.WaveConfirm(0, wave.blockNumber()));
            last = next();
        }
        assertThat(last).isEqualTo(new ServerSound.Close());
    }

    /** A client that is behind gets the newest sound, and no more than a few blocks it has not confirmed. */
    @Test
    void shouldDropSoundRatherThanLetItAge() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        for (int i = 1; i < WINDOW; i++) {
            endpoint.play(loud(BLOCK), 0, BLOCK);
            assertThat(next()).isInstanceOf(ServerSound.Wave2.class);
        }
        byte[] numbered = new byte[BLOCK];
        for (int i = 1; i <= 40; i++) {
            Arrays.fill(numbered, (byte) i);
            endpoint.play(numbered, 0, BLOCK);
        }
        assertThat(sound.droppedMillis()).isBetween(1400L, 1500L); // 31 blocks of 46 ms
        send(new ClientSound.WaveConfirm(0, 7));
        var newest = (ServerSound.Wave2) next();
        assertThat(newest.blockNumber()).isEqualTo(WINDOW);
        assertThat(newest.data().at(0)).isEqualTo(32);
    }

    @Test
    void shouldForgiveConfirmationsThatDoNotCome() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        for (int i = 1; i < WINDOW; i++) {
            endpoint.play(loud(BLOCK), 0, BLOCK);
            assertThat(next()).isInstanceOf(ServerSound.Wave2.class);
        }
        clock.addAndGet(TimeUnit.SECONDS.toNanos(3));
        endpoint.play(loud(BLOCK), 0, BLOCK);
        assertThat(next()).isInstanceOf(ServerSound.Wave2.class);
    }

    @Test
    void shouldNumberBlocksRoundAndRound() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        int number = firstWave().blockNumber();
        for (int i = 1; i < 600; i++) {
            send(new ClientSound.WaveConfirm(0, number));
            send(new ClientSound.WaveConfirm(0, number + 100 & 0xFF)); // of no meaning
            endpoint.play(loud(BLOCK), 0, BLOCK);
            number = ((ServerSound.Wave2) next()).blockNumber();
            assertThat(number).isEqualTo(i & 0xFF);
        }
    }

    @Test
    void shouldLetNobodyPlayWhoIsNotAttached() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        SoundEndpoint other = sound.endpoint();
        assertThat(next()).isEqualTo(new ServerSound.Close());
        endpoint.play(loud(BLOCK), 0, BLOCK);
        byte[] mine = new byte[BLOCK];
        Arrays.fill(mine, (byte) 9);
        other.play(mine, 0, BLOCK);
        assertThat(((ServerSound.Wave2) next()).data().at(0)).isEqualTo(9);
        other.close();
        other.close();
        assertThat(next()).isEqualTo(new ServerSound.Close());
        other.play(mine, 0, BLOCK);
        assertThat(sound.droppedMillis()).isZero();
    }

    @Test
    void shouldEndWithAClientThatSendsRubbish() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        client.send(new WireWriter().u8(5).u8(0).u16(500));
        client.awaitClosed();
        endpoint.play(loud(BLOCK), 0, BLOCK);
        endpoint.pause();
        endpoint.close();
    }

    @Test
    void shouldTakeSoundInAnyPortions() throws Exception {
        begin(SoundCodec.PCM);
        handshake(8);
        firstWave();
        byte[] loud = loud(3 * BLOCK);
        for (int from = 0; from < loud.length; from += 100 * SoundSink.FRAME) {
            endpoint.play(loud, from, Math.min(100 * SoundSink.FRAME, loud.length - from));
        }
        for (int i = 0; i < 3; i++) {
            byte[] data = ((ServerSound.Wave2) next()).data().toArray();
            assertThat(data).isEqualTo(Arrays.copyOfRange(loud, i * BLOCK, (i + 1) * BLOCK));
        }
    }
}
