package oriel.server.serve;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import oriel.server.command.CommandException;

/** Work that goes on beside the start. */
final class Beside {

    private Beside() {}

    /**
     * Some work.
     *
     * @param <T> what comes of it
     */
    interface Work<T> {
        T run() throws CommandException, IOException;
    }

    static <T> Future<T> start(String name, Work<T> work) {
        var task = new FutureTask<T>(work::run);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    /** Waits for the work; its failure is ours. */
    static <T> T join(Future<T> work) throws CommandException, IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CommandException failure -> throw failure;
                case IOException failure -> throw failure;
                case null, default -> throw new IllegalStateException("a fault in the start", e);
            }
        }
    }
}
