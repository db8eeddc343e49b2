package oriel.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes root: two users that need no account are told apart. */
class FifoTest {

    private static final int WRITER = 64_001;
    private static final int READER = 64_002;
    private static final int OTHER = 64_003;

    private Path folder;
    private Path fifo;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("oriel-fifo");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        fifo = folder.resolve("fifo");
    }

    @AfterEach
    void removeFolder() throws IOException {
        Files.deleteIfExists(fifo);
        Files.delete(folder);
    }

    @Test
    void shouldBeWrittenByOneAndReadByOneOther() throws Exception {
        Fifo.create(fifo, WRITER, WRITER, OptionalInt.of(READER));
        assertThat(may(WRITER, "-w")).isTrue();
        assertThat(may(READER, "-r")).isTrue();
        assertThat(may(READER, "-w")).isFalse();
        assertThat(may(OTHER, "-r")).isFalse();
        assertThat(may(OTHER, "-w")).isFalse();
    }

    @Test
    void shouldBelongToTheOwnerAloneWithoutAReader() throws Exception {
        Fifo.create(fifo, WRITER, WRITER, OptionalInt.empty());
        assertThat(may(WRITER, "-p")).isTrue();
        assertThat(may(READER, "-r")).isFalse();
    }

    /** The writer's group does not help. */
    private boolean may(int uid, String what) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                "setpriv",
                                "--reuid=" + uid,
                                "--regid=" + WRITER,
                                "--clear-groups",
                                "--",
                                "test",
                                what,
                                fifo.toString())
                        .start()
                        .waitFor()
                == 0;
    }
}
