package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.windows.Programs;
import oriel.desktop.embedded.windows.WindowedDesktop;

/** Everything at once from many threads, and wild input. */
class HammerTest {

    private static final int ROUNDS = 300;

    private final ManualTicker ticker = new ManualTicker();
    private final WindowedDesktop desktop = new WindowedDesktop(
            new DesktopRequest(
                    new ExampleHost(),
                    "ada",
                    Set.of(),
                    Pictures.view(new Size(800, 600), Locale.ENGLISH, 0x409),
                    Optional.empty()),
            new Programs() {
                @Override
                public Content shell() {
                    return new TypedContent();
                }

                @Override
                public Content program(InitialProgram program) {
                    return new TypedContent();
                }
            },
            ticker);

    @Test
    void shouldSurviveEverybodyAtOnce() throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        List<Runnable> doers = List.of(this::point, this::type, this::read, this::adapt, this::talk);
        for (Runnable doer : doers) {
            threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, e) -> failures.add(e))
                    .start(doer));
        }
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(3))).as("no deadlock").isTrue();
        }
        assertThat(failures).isEmpty();
        Onlooker user = new Onlooker(desktop);
        user.catchUp("the storm");
        desktop.close();
    }

    private void point() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS * 4; i++) {
            int x = random.nextInt(-10, 1300);
            int y = random.nextInt(-10, 1000);
            switch (random.nextInt(4)) {
                case 0 -> desktop.pointer().button(random.nextInt(7), random.nextBoolean(), x, y);
                case 1 -> desktop.pointer().wheel(random.nextInt(-480, 480), random.nextBoolean(), x, y);
                default -> desktop.pointer().moved(x, y);
            }
        }
    }

    private void type() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS * 4; i++) {
            int prefix = random.nextInt(8) == 0 ? 0xE0 : 0;
            desktop.keyboard().key(random.nextInt(0x80), prefix, random.nextBoolean());
            if (i % 50 == 0) {
                desktop.keyboard().releaseAll();
            }
        }
    }

    private void read() {
        Random random = new Random(3);
        int[] pixels = new int[256 * 64];
        for (int i = 0; i < ROUNDS; i++) {
            desktop.screen().read(random.nextInt(-100, 1300), random.nextInt(-100, 900), 256, 64, pixels, 0, 256);
        }
    }

    private void adapt() {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS / 10; i++) {
            Size size = new Size(random.nextInt(1, 1300), random.nextInt(1, 1000));
            Locale locale = random.nextBoolean() ? Locale.ENGLISH : Locale.FRENCH;
            desktop.adapt(Pictures.view(size, locale, 0x40C));
        }
    }

    private void talk() {
        for (int i = 0; i < ROUNDS / 10; i++) {
            desktop.message("Message " + i, "text ".repeat(i * 7), Duration.ofSeconds(i % 3));
            ticker.pass(Duration.ofMillis(700));
        }
    }

    // Whatever is done to the windows: a watcher that reads what is damaged sees what is there.
    @Test
    void shouldTellEveryDamageOfWildInput() {
        Onlooker user = new Onlooker(desktop);
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            int x = random.nextInt(0, 800);
            int y = random.nextInt(5) == 0 ? random.nextInt(560, 600) : random.nextInt(0, 600);
            switch (random.nextInt(6)) {
                case 0 -> user.click(x, y);
                case 1 -> user.drag(x, y, random.nextInt(0, 800), random.nextInt(0, 600));
                case 2 -> user.press(random.nextInt(1, 0x58));
                case 3 -> user.with(Key.ALT, () -> user.press(Key.TAB));
                case 4 -> ticker.pass(Duration.ofMillis(random.nextInt(1500)));
                default -> desktop.pointer().moved(x, y);
            }
            user.catchUp("step " + i);
        }
        desktop.close();
    }
}
