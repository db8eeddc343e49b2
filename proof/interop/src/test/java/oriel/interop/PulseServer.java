package oriel.interop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A sound server of a client's, whose loudspeaker is a recorder. */
final class PulseServer implements AutoCloseable {

    private static final int RATE = 44_100;
    private static final int FRAME = 4;

    private final Process process;
    private final Path folder;
    private final String address;

    private PulseServer(Process process, Path folder, String address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    static PulseServer start() throws Exception {
        Tool.require("pulseaudio", "pulseaudio");
        Tool.require("parec", "pulseaudio-utils");
        Path folder = Files.createTempDirectory("pulse");
        Path socket = folder.resolve("native");
        var builder = new ProcessBuilder(
                        "pulseaudio",
                        "-n",
                        "--daemonize=no",
                        "--use-pid-file=no",
                        "--exit-idle-time=-1",
                        "--disallow-exit",
                        "-L",
                        "module-null-sink sink_name=recorder rate=" + RATE,
                        "-L",
                        "module-native-protocol-unix auth-anonymous=1 socket=" + socket)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = builder.start();
        var server = new PulseServer(process, folder, "unix:" + socket);
        Tool.await("a sound server", Duration.ofSeconds(60), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("pulseaudio ended: " + Files.readString(folder.resolve("log")));
            }
            return Files.exists(socket);
        });
        return server;
    }

    /** What programs find in their environment to play here. */
    String address() {
        return address;
    }

    /** Begins to record what the loudspeaker plays. */
    Recording record() throws IOException {
        Path file = Files.createTempFile("recorded", ".raw");
        file.toFile().deleteOnExit();
        var builder = new ProcessBuilder(
                        "parec",
                        "--device=recorder.monitor",
                        "--raw",
                        "--format=s16le",
                        "--channels=2",
                        "--rate=" + RATE,
                        "--latency-msec=20")
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("PULSE_SERVER", address));
        return new Recording(builder.start(), file);
    }

    /** What has been played. */
    record Recording(Process process, Path file) implements AutoCloseable {

        private static final int WINDOW = RATE / 5;

        /** Power of a sound of a tenth of the tests' tones. */
        private static final double AUDIBLE = 500_000;

        /**
         * The share of a tone in the purest fifth of a second of a channel, silence apart: 1 = there is nothing else. A busy
         * machine makes a player stumble, and every stumble is a noise; what was never sent as a tone never is one.
         */
        double purity(int channel, double hertz) throws IOException {
            byte[] raw = Files.readAllBytes(file);
            double purest = 0;
            for (int from = 0; from + WINDOW <= raw.length / FRAME; from += WINDOW / 4) {
                double power = power(raw, channel, from);
                if (power > AUDIBLE) {
                    purest = Math.max(purest, tone(raw, channel, from, hertz) / power);
                }
            }
            return purest;
        }

        private static int sample(byte[] raw, int channel, int frame) {
            int at = frame * FRAME + 2 * channel;
            return (raw[at] & 0xFF) | raw[at + 1] << 8;
        }

        private static double power(byte[] raw, int channel, int from) {
            double sum = 0;
            for (int i = 0; i < WINDOW; i++) {
                sum += Math.pow(sample(raw, channel, from + i), 2);
            }
            return sum / WINDOW;
        }

        /** Goertzel's algorithm: the power of one frequency. */
        private static double tone(byte[] raw, int channel, int from, double hertz) {
            double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
            double one = 0;
            double two = 0;
            for (int i = 0; i < WINDOW; i++) {
                double next = sample(raw, channel, from + i) + coefficient * one - two;
                two = one;
                one = next;
            }
            double magnitude = one * one + two * two - coefficient * one * two;
            return 2 * magnitude / ((double) WINDOW * WINDOW);
        }

        /** Seconds of sound so far that is louder than silence. */
        double seconds(int channel) throws IOException {
            byte[] raw = Files.readAllBytes(file);
            int loud = 0;
            for (int frame = 0; frame < raw.length / FRAME; frame++) {
                loud += Math.abs(sample(raw, channel, frame)) > 100 ? 1 : 0;
            }
            return loud / (double) RATE;
        }

        @Override
        public void close() {
            Tool.end(process);
        }
    }

    @Override
    public void close() {
        Tool.end(process);
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
