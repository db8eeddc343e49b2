package oriel.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The calls that somebody received, in the order in which they began. All methods may be called from any thread. */
public final class CallLog {

    private final List<Call> calls = new ArrayList<>();

    CallLog() {}

    synchronized void add(String name, Object... arguments) {
        calls.add(new Call(name, List.of(arguments)));
        notifyAll();
    }

    /**
     * The names of all calls so far.
     *
     * @return a snapshot, spelled as in the contract, e.g. {@code GetClientData}
     */
    public synchronized List<String> names() {
        return calls.stream().map(Call::name).toList();
    }

    /**
     * All calls so far.
     *
     * @return a snapshot
     */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /**
     * Waits until a call of a name has begun.
     *
     * @param name    name of the call
     * @param timeout how long to wait at most
     * @return its first occurrence
     * @throws InterruptedException if the waiting thread was interrupted
     * @throws AssertionError       if it did not come in time; names the calls that came
     */
    public Call await(String name, Duration timeout) throws InterruptedException {
        return await(name, 1, timeout);
    }

    /**
     * Waits until a call of a name has begun a number of times.
     *
     * @param name    name of the call
     * @param times   how often, at least 1
     * @param timeout how long to wait at most
     * @return the last of these occurrences
     * @throws InterruptedException if the waiting thread was interrupted
     * @throws AssertionError       if they did not come in time; names the calls that came
     */
    public synchronized Call await(String name, int times, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            List<Call> found =
                    calls.stream().filter(call -> call.name().equals(name)).toList();
            if (found.size() >= times) {
                return found.get(times - 1);
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(
                        "call " + times + " of " + name + " did not come within " + timeout + "; came: " + names());
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /**
     * One call.
     *
     * @param name      its name, spelled as in the contract
     * @param arguments its arguments, in order; secrets are left out
     */
    public record Call(String name, List<Object> arguments) {}
}
