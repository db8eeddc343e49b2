package oriel.desktop.embedded.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The typefaces as files, and what they are good for. */
class FontFilesTest {

    @TempDir
    private Path directory;

    @Test
    void shouldUnpackEveryTypefaceAndNameItInTheMapping() throws IOException {
        Path mapping = FontFiles.unpack(directory.resolve("fonts"));

        Properties properties = new Properties();
        try (var in = Files.newInputStream(mapping)) {
            properties.load(in);
        }
        for (Face face : Face.ALL) {
            String file = properties.getProperty("filename." + face.fileName().replace(".ttf", ""));
            assertThat(Path.of(file)).hasSize(fontLength(face));
        }
    }

    @Test
    void shouldRepairACutFileAndLeaveWholeOnesAlone() throws IOException {
        FontFiles.unpack(directory);
        Path cut = directory.resolve(Face.REGULAR.fileName());
        Path whole = directory.resolve(Face.MONO.fileName());
        Files.write(cut, new byte[3]);
        var before = Files.getLastModifiedTime(whole);

        FontFiles.unpack(directory);

        assertThat(cut).hasSize(fontLength(Face.REGULAR));
        assertThat(Files.getLastModifiedTime(whole)).isEqualTo(before);
    }

    @Test
    void shouldHaveTheLettersOfEnglishAndFrench() {
        for (Face face : Face.ALL) {
            Font font = face.at(14);
            assertThat(font.canDisplayUpTo("AZaz09 éèêëàâîïôùûüçœÉÀÇŒ «»’–…€"))
                    .as(face.fileName())
                    .isEqualTo(-1);
        }
    }

    @Test
    void shouldHandOutTheSameFontForTheSameSize() {
        assertThat(Face.MEDIUM.at(13)).isSameAs(Face.MEDIUM.at(13));
    }

    // What makes Java2D die is a fontconfig that finds nothing; an empty configuration brings that about.
    @Test
    void shouldDrawTextWhereFontconfigFindsNothing() throws IOException, InterruptedException {
        Path empty = Files.writeString(directory.resolve("empty.conf"), "<fontconfig></fontconfig>");

        assertThat(draw(empty, List.of())).as("without our mapping").doesNotContain("inked");
        assertThat(draw(empty, List.of(directory.resolve("fonts").toString()))).matches("inked [1-9][0-9]{2,}\\R");
    }

    private static String draw(Path fontconfig, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + fontconfig.getParent(), // the JDK remembers there what fontconfig once said
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                DrawText.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FONTCONFIG_FILE", fontconfig.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static long fontLength(Face face) throws IOException {
        try (var in = FontFiles.open(face.fileName())) {
            return in.readAllBytes().length;
        }
    }
}
