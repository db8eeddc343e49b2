package oriel.rdp.codec.bitmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams that another encoder made of the pictures that tests here use; each file tells its origin. */
class BitmapFixtureTest {

    private static final Path FOLDER = Path.of("src/test/resources/bitmap");

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldReadWhatAnotherEncoderWrote(Path file) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        StringBuilder hex = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# ")) {
                String[] parts = line.substring(2).split(": ", 2);
                fields.put(parts[0], parts[1]);
            } else {
                hex.append(line.replace(" ", ""));
            }
        }
        assertThat(fields).containsKeys("origin", "section");
        PixelFormat format = PixelFormat.valueOf(fields.getOrDefault("format", ""));
        int width = Integer.parseInt(fields.getOrDefault("width", ""));
        int height = Integer.parseInt(fields.getOrDefault("height", ""));
        int[] wire = new int[width * height];
        format.toWire(
                Pictures.of(Long.parseLong(fields.getOrDefault("seed", "")), width, height),
                0,
                width,
                width,
                height,
                wire,
                width);
        byte[] stream = HexFormat.of().parseHex(hex);

        int[] pixels = new int[width * height];
        if (format == PixelFormat.BPP32) {
            PlanarDecoder.decode(stream, 0, stream.length, width, height, pixels);
        } else {
            InterleavedDecoder.decode(format, stream, 0, stream.length, width, height, pixels);
        }

        assertThat(pixels).isEqualTo(wire);
    }

    @Test
    void shouldHaveFixturesOfBothFormats() throws IOException {
        assertThat(fixtures().map(file -> file.getFileName().toString()))
                .anyMatch(name -> name.contains("planar"))
                .anyMatch(name -> name.contains("interleaved"))
                .hasSizeGreaterThan(10);
    }
}
