package oriel.rdp.codec.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class SoundTest {
    private static final Proof<ServerSound> SERVER =
            new Proof<>("Server Sound PDU", ServerSound::decode, ServerSound::encode);
    private static final Proof<ClientSound> CLIENT =
            new Proof<>("Client Sound PDU", ClientSound::decode, ClientSound::encode);

    private static AudioFormat format(Some s) {
        return new AudioFormat(s.u16(), s.u16(), s.u32(), s.u32(), s.u16(), s.u16(), s.upTo(40));
    }

    private static ServerSound server(Some s) {
        return s.one(
                () -> new ServerSound.Formats(s.u8(), s.u16(), s.list(5, () -> format(s))),
                () -> new ServerSound.Training(s.u16(), s.upTo(100)),
                () -> new ServerSound.WaveInfo(s.u16(), s.u16(), s.u8(), s.octets(4), 4 + s.below(60_000)),
                () -> new ServerSound.Wave2(s.u16(), s.u16(), s.u8(), s.i32(), s.upTo(100)),
                () -> new ServerSound.Volume(s.i32()),
                () -> new ServerSound.Pitch(s.i32()),
                ServerSound.Close::new,
                () -> new ServerSound.Other(0x20 + s.below(100), s.upTo(20)));
    }

    private static ClientSound client(Some s) {
        return s.one(
                () -> new ClientSound.Formats(s.i32(), s.i32(), s.i32(), s.u16(), s.list(5, () -> format(s))),
                () -> new ClientSound.QualityMode(s.u16()),
                () -> new ClientSound.TrainingConfirm(s.u16(), s.u16()),
                () -> new ClientSound.WaveConfirm(s.u16(), s.u8()),
                () -> new ClientSound.Other(0x20 + s.below(100), s.upTo(20)));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            var s = new Some(seed);
            SERVER.roundTrip(server(s), seed);
            CLIENT.roundTrip(client(s), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 30; seed++) {
            var s = new Some(seed);
            SERVER.refusesEveryTruncation(server(s));
            SERVER.endsWellAfterChanges(server(s), seed);
            CLIENT.refusesEveryTruncation(client(s));
            CLIENT.endsWellAfterChanges(client(s), seed);
        }
    }

    /** Section 2.2.3.3: BodySize counts the whole sound and eight bytes more, though four bytes of sound are here only. */
    @Test
    void shouldSplitAWaveAsTheSpecificationDoes() {
        var sound = new Some(1).octets(100);
        var info = new ServerSound.WaveInfo(7, 1, 9, Octets.of(sound.toArray(), 0, 4), 100);
        assertThat(SERVER.bytes(info)).hasSize(16).startsWith(2, 0, 108, 0, 7, 0, 1, 0, 9, 0, 0, 0);
        var out = new WireWriter();
        var wave = new ServerSound.Wave(Octets.of(sound.toArray(), 4, 96));
        wave.encode(out);
        assertThat(out.toByteArray()).hasSize(100).startsWith(0, 0, 0, 0, sound.at(4));
        assertThat(ServerSound.Wave.decode(new WireReader(out.toByteArray()))).isEqualTo(wave);
    }

    @Test
    void shouldWriteAWaveWithoutARecordInBetween() {
        byte[] sound = new Some(2).octets(50).toArray();
        var out = new WireWriter();
        ServerSound.Wave2.write(out, 1, 2, 3, 4, sound, 20);
        assertThat(out.toByteArray())
                .isEqualTo(SERVER.bytes(new ServerSound.Wave2(1, 2, 3, 4, Octets.of(sound, 0, 20))));
    }

    /** Section 2.2.3.1: wPackSize is the size of the whole PDU. */
    @Test
    void shouldCountTheWholeTraining() {
        assertThat(new ServerSound.Training(1, new Some(1).octets(16)).packSize())
                .isEqualTo(24);
        assertThat(new ServerSound.Training(1, Octets.EMPTY).packSize()).isZero();
    }

    @Test
    void shouldAllocateNothingForFormatsThatAreOnlyAnnounced() {
        byte[] bytes = CLIENT.bytes(new ClientSound.Formats(0, 0, 0, 8, List.of()));
        bytes[18] = (byte) 0xFF;
        bytes[19] = (byte) 0xFF;
        assertThatThrownBy(() -> ClientSound.decode(new WireReader(bytes))).isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldKnowItsFormatsAgain() {
        AudioFormat pcm = AudioFormat.pcm(2, 44_100);
        assertThat(pcm.bytesPerSecond()).isEqualTo(176_400);
        assertThat(pcm.means(new AudioFormat(1, 2, 44_100, 0, 4, 16, Octets.of((byte) 0))))
                .isTrue();
        assertThat(pcm.means(AudioFormat.pcm(1, 44_100))).isFalse();
    }
}
