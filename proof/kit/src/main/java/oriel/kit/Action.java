package oriel.kit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;

/** What a scripted party does when a call arrives, before it answers. An exception becomes the outcome of the call. */
@FunctionalInterface
public interface Action {

    /**
     * Does it.
     *
     * @param subject who received the call
     * @throws ProtocolException    the call fails with it
     * @throws InterruptedException the call fails with {@link HResult#E_ABORT}; the thread stays interrupted
     */
    void run(Scripted subject) throws ProtocolException, InterruptedException;

    /**
     * Does one thing after the other.
     *
     * @param next what to do afterwards
     * @return both
     */
    default Action then(Action next) {
        return subject -> {
            run(subject);
            next.run(subject);
        };
    }

    /**
     * Fails.
     *
     * @param result the result of the call
     * @return the action
     */
    static Action fail(HResult result) {
        return subject -> {
            throw new ProtocolException(result, "the script says so");
        };
    }

    /**
     * Breaks the contract by an exception that it does not know.
     *
     * @param exception makes the exception
     * @return the action
     */
    static Action raise(Supplier<? extends RuntimeException> exception) {
        return subject -> {
            throw exception.get();
        };
    }

    /**
     * Blocks until the thread is interrupted, as a provider does that waits for its client.
     *
     * @return the action
     */
    static Action block() {
        return subject -> new CountDownLatch(1).await();
    }

    /**
     * Breaks the contract by blocking whatever interrupts it, until {@link Scripted#release()}.
     *
     * @return the action
     */
    static Action blockStubbornly() {
        return Scripted::holdUntilReleased;
    }

    /**
     * Takes its time.
     *
     * @param time how long
     * @return the action
     */
    static Action delay(Duration time) {
        return subject -> Thread.sleep(time);
    }

    /**
     * Waits for the test.
     *
     * @param gate opened by the test
     * @return the action
     */
    static Action await(CountDownLatch gate) {
        return subject -> gate.await();
    }

    /**
     * Breaks the contract by calling the service back from inside the call; fails with what the service says to that.
     *
     * @return the action
     */
    static Action callBack() {
        return Scripted::callBack;
    }
}
