package oriel.helper.privileged;

import java.util.List;
import java.util.concurrent.Executors;

/** Work done side by side. */
final class Threads {

    private Threads() {}

    /** Does everything at once and waits until all is done. */
    static void all(List<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.forEach(threads::execute);
        }
    }
}
