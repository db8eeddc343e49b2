package oriel.server.serve;

import java.util.concurrent.BlockingQueue;
import sun.misc.Signal;

/**
 * Signals of the operating system become wishes: TERM and INT stop, HUP reloads. The class for signals has no successor in
 * the JDK; the module {@code jdk.unsupported} keeps it for programs like this one.
 */
final class Signals {

    private Signals() {}

    static void listen(BlockingQueue<Wish> wishes) {
        handle("TERM", wishes, Wish.STOP);
        handle("INT", wishes, Wish.STOP);
        handle("HUP", wishes, Wish.RELOAD);
    }

    private static void handle(String name, BlockingQueue<Wish> wishes, Wish wish) {
        Signal.handle(new Signal(name), _ -> wishes.add(wish));
    }
}
