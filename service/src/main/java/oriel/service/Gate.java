package oriel.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;

/**
 * The only door to a provider. Every call through it is recorded in a trace, runs under a deadline, may fail in any way
 * without harm to others, and marks its thread as being inside a service call, so that callbacks from there are refused
 * (README.md, section 6.2). Calls run on the thread that makes them; the service holds no lock meanwhile.
 */
final class Gate {

    /** What to call. */
    @FunctionalInterface
    interface Body<T> {
        T run() throws ProtocolException;
    }

    /** What to call where nothing comes back. */
    @FunctionalInterface
    interface VoidBody {
        void run() throws ProtocolException;
    }

    /** Hears when the provider behind a gate has broken the contract. */
    interface Harm {

        /**
         * It has called the service back from inside a call.
         *
         * @param reason what happened, one clause
         */
        void brokeContract(String reason);

        /**
         * It does not come back from a call; the thread that called it is abandoned. Returns at once.
         *
         * @param call   name of the call
         * @param thread the abandoned thread
         */
        void stuck(String call, Thread thread);
    }

    /**
     * One call.
     *
     * @param to       who is called
     * @param name     name of the call as the contract spells it
     * @param note     what the trace shall say beside it, possibly empty
     * @param deadline how long it may take
     * @param quiet    whether it is no call of the contract: the trace names it only when it fails
     */
    record Call(String to, String name, String note, Duration deadline, boolean quiet) {

        Call(String to, String name, String note, Duration deadline) {
            this(to, name, note, deadline, false);
        }
    }

    private static final ThreadLocal<@Nullable Watched> INSIDE = new ThreadLocal<>();

    private final Clock clock;
    private final Watchdog watchdog;
    private final Duration grace;
    private final ConnectionTrace trace;
    private final Harm harm;

    Gate(Clock clock, Watchdog watchdog, Duration grace, ConnectionTrace trace, Harm harm) {
        this.clock = clock;
        this.watchdog = watchdog;
        this.grace = grace;
        this.trace = trace;
        this.harm = harm;
    }

    /**
     * Refuses a callback that comes from inside a service call.
     *
     * @param call name of the callback
     * @throws ProtocolException if the present thread is inside a service call
     */
    static void refuseFromInside(String call) throws ProtocolException {
        Watched inside = INSIDE.get();
        if (inside != null) {
            inside.calledBack(call);
            throw new ProtocolException(HResult.E_CALLED_BACK, call + " was called from inside " + inside.name());
        }
    }

    void call(Call call, VoidBody body) throws CallFailed {
        call(call, _ -> {}, () -> {
            body.run();
            return HResult.S_OK;
        });
    }

    <T> T call(Call call, Body<T> body) throws CallFailed {
        return call(call, _ -> {}, body);
    }

    /**
     * Makes a call.
     *
     * @param begun hears of the watched call before it begins, so that others can interrupt it
     */
    <T> T call(Call call, Consumer<Watched> begun, Body<T> body) throws CallFailed {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Thread thread = Thread.currentThread();
        var watched = new Watched(call.name, call.deadline, grace, () -> abandon(call, at, start, thread));
        begun.accept(watched);
        T answer = null;
        CallFailed failure = null;
        try {
            answer = Objects.requireNonNull(inside(watched, body), "the provider answered null");
        } catch (ProtocolException e) {
            failure = new CallFailed(e.result(), String.valueOf(e.getMessage()));
        } catch (Throwable e) { // whatever a provider throws is its own connection's misfortune
            failure = new CallFailed(HResult.E_UNEXPECTED, "the provider threw " + e);
        }
        if (!watched.finish()) {
            throw new Abandoned(call.name);
        }
        failure = verdict(watched, failure);
        record(call, at, start, failure == null ? resultOf(answer) : failure.result(), failure);
        if (failure != null || answer == null) {
            throw failure == null ? new CallFailed(HResult.E_UNEXPECTED, "no answer") : failure;
        }
        return answer;
    }

    /** Makes a call on a thread of its own, so that the present one goes on whatever the provider does. */
    <T> T callApart(Call call, Body<T> body) throws CallFailed {
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().name(call.name).start(Correlation.of(trace.id(), () -> {
            try {
                answer.complete(call(call, body));
            } catch (CallFailed | Abandoned e) {
                answer.completeExceptionally(e);
            }
        }));
        try {
            return answer.get(call.deadline.plus(grace.multipliedBy(2)).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CallFailed failed ? failed : CallFailed.stuck(call.name);
        } catch (TimeoutException e) {
            throw CallFailed.stuck(call.name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(HResult.E_ABORT, "the wait for " + call.name + " was interrupted");
        }
    }

    private <T> T inside(Watched watched, Body<T> body) throws ProtocolException {
        Watched outer = INSIDE.get();
        INSIDE.set(watched);
        watchdog.watch(watched);
        try {
            return body.run();
        } finally {
            watchdog.forget(watched);
            INSIDE.set(outer);
        }
    }

    /** A call that took too long or called back has failed, whatever it answered. */
    private @Nullable CallFailed verdict(Watched watched, @Nullable CallFailed failure) {
        String calledBack = watched.calledBack();
        if (calledBack != null) {
            String reason = watched.name() + " called " + calledBack + " back";
            harm.brokeContract(reason);
            return new CallFailed(HResult.E_CALLED_BACK, reason);
        }
        if (watched.timedOut()) {
            return new CallFailed(HResult.E_TIMEOUT, watched.name() + " took too long");
        }
        return failure;
    }

    private void abandon(Call call, Instant at, long start, Thread thread) {
        var failure = new CallFailed(HResult.E_TIMEOUT, call.name + " does not come back; its thread was abandoned");
        record(call, at, start, failure.result(), failure);
        harm.stuck(call.name, thread);
    }

    private void record(Call call, Instant at, long start, HResult result, @Nullable CallFailed failure) {
        if (call.quiet && failure == null) {
            return;
        }
        long micros = (System.nanoTime() - start) / 1000;
        String note = failure == null ? call.note : failure.reason();
        trace.add(new TracedCall(at, call.name, Party.SERVICE, call.to, result.toString(), micros, note));
    }

    /** "I have none" and "do it yourself" are answers of their own. */
    private static HResult resultOf(@Nullable Object answer) {
        return switch (answer) {
            case Optional<?> optional when optional.isEmpty() -> HResult.E_NOTIMPL;
            case OptionalInt optional when optional.isEmpty() -> HResult.E_NOTIMPL;
            case Arbitration.UseDefault _ -> HResult.E_NOTIMPL;
            case null, default -> HResult.S_OK;
        };
    }
}
