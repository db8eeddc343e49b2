package oriel.system;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {

    private static final int NOBODY = 65534;

    /** The lines of /proc/sysvipc/shm (proc(5)): key shmid perms size cpid lpid nattch uid gid cuid … */
    private static List<String[]> known(int id) throws IOException {
        return Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[1].equals(Integer.toString(id)))
                .toList();
    }

    @Test
    void shouldBelongToTheOtherUserAndToNobodyElse() throws IOException {
        try (SharedMemory memory = SharedMemory.create(8192, NOBODY)) {
            try {
                assertThat(known(memory.id())).singleElement().satisfies(fields -> {
                    assertThat(fields[2]).endsWith("600");
                    assertThat(fields[7]).isEqualTo(Integer.toString(NOBODY));
                });
                memory.bytes().setAtIndex(JAVA_INT, 2047, 42);
                assertThat(memory.bytes().getAtIndex(JAVA_INT, 2047)).isEqualTo(42);
            } finally {
                memory.remove();
            }
        }
    }

    @Test
    void shouldBeGoneWhenItWasRemovedAndLetGo() throws IOException {
        SharedMemory memory = SharedMemory.create(4096, NOBODY);
        memory.remove();
        memory.bytes().setAtIndex(JAVA_INT, 0, 1);
        memory.close();
        memory.close();
        assertThat(known(memory.id())).isEmpty();
        assertThatThrownBy(() -> memory.bytes().getAtIndex(JAVA_INT, 0)).isInstanceOf(IllegalStateException.class);
    }
}
