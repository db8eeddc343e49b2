package oriel.kit;

import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.ProtocolException;

/** What the rules of manager and connection have in common: passing calls on, knowing which one a thread is inside of. */
abstract class Watched {

    /** The service call that the present thread is inside of. */
    private static final ThreadLocal<@Nullable String> INSIDE_SERVICE_CALL = new ThreadLocal<>();

    /** The callback that the present thread is inside of. */
    private static final ThreadLocal<@Nullable String> INSIDE_CALLBACK = new ThreadLocal<>();

    private final ContractChecker checker;
    private final int number;
    private final CallLog log;

    Watched(ContractChecker checker, int number, CallLog log) {
        this.checker = checker;
        this.number = number;
        this.log = log;
    }

    final CallLog log() {
        return log;
    }

    final Violation violation(Violation.Party party, String call, String what) {
        return new Violation(party, number, call, what);
    }

    final void note(Violation.Party party, String call, String what) {
        checker.note(violation(party, call, what));
    }

    /** A call of the service begins. */
    abstract void begins(String call);

    /** A call of the service is over. */
    abstract void ended(String call, boolean success);

    /** The provider calls the service. */
    abstract void callsBack(String call);

    /** Passes a call of the service on. */
    final <T> T call(String call, Body<T> body) throws ProtocolException {
        enter(call);
        String outer = INSIDE_SERVICE_CALL.get();
        INSIDE_SERVICE_CALL.set(call);
        boolean success = false;
        try {
            T answer = body.run();
            if (answer == null) {
                note(Violation.Party.PROVIDER, call, "answered null");
            }
            success = true;
            return answer;
        } catch (ProtocolException e) {
            if (!e.result().failed()) {
                note(Violation.Party.PROVIDER, call, "failed with " + e.result() + ", which is no failure");
            }
            throw e;
        } catch (RuntimeException | Error e) {
            note(Violation.Party.PROVIDER, call, "threw " + e);
            throw e;
        } finally {
            INSIDE_SERVICE_CALL.set(outer);
            ended(call, success);
        }
    }

    /** Passes a call of the service on that answers nothing. */
    final void run(String call, VoidBody body) throws ProtocolException {
        call(call, () -> {
            body.run();
            return Boolean.TRUE;
        });
    }

    /** Passes a call of the provider on. */
    final <T> T callback(String call, Body<T> body) throws ProtocolException {
        String inside = INSIDE_SERVICE_CALL.get();
        if (inside != null) {
            note(Violation.Party.PROVIDER, call, "was called from inside " + inside);
        }
        callsBack(call);
        log.add(call); // last: whoever waits for the line may rely on what the rules know by then
        String outer = INSIDE_CALLBACK.get();
        INSIDE_CALLBACK.set(call);
        try {
            return body.run();
        } finally {
            INSIDE_CALLBACK.set(outer);
        }
    }

    /** Passes a call of the provider on that answers nothing. */
    final void runBack(String call, VoidBody body) throws ProtocolException {
        callback(call, () -> {
            body.run();
            return Boolean.TRUE;
        });
    }

    private void enter(String call) {
        String callback = INSIDE_CALLBACK.get();
        if (callback != null) {
            note(Violation.Party.SERVICE, call, "was made on the provider's thread, inside " + callback);
        }
        begins(call);
        log.add(call);
    }

    /** A call with an answer. */
    @FunctionalInterface
    interface Body<T> {
        T run() throws ProtocolException;
    }

    /** A call without one. */
    @FunctionalInterface
    interface VoidBody {
        void run() throws ProtocolException;
    }
}
