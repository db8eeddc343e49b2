package oriel.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;

/** The log, the script and the hold that provider and connection have in common. */
abstract class ScriptedBase implements Scripted {

    private final CallLog log = new CallLog();
    private final Map<String, Action> script = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public final CallLog log() {
        return log;
    }

    @Override
    public final void on(String call, Action action) {
        script.put(call, action);
    }

    @Override
    public final void release() {
        released.countDown();
    }

    @Override
    public final void holdUntilReleased() {
        boolean interrupted = false;
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call has arrived: writes it down and does what the script says. */
    final void heard(String call, Object... arguments) throws ProtocolException {
        log.add(call, arguments);
        Action action = script.get(call);
        if (action == null) {
            return;
        }
        try {
            action.run(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProtocolException(HResult.E_ABORT, call + " was interrupted", e);
        }
    }
}
