package oriel.kit;

import oriel.contract.protocol.ProtocolException;

/** What acts by a script: a {@link ScriptedProvider} or one of its {@link ScriptedConnection}s. */
public interface Scripted {

    /**
     * Which calls it received.
     *
     * @return the live log
     */
    CallLog log();

    /**
     * Says what to do when a call arrives, before the scripted answer is given. Replaces what was said before.
     *
     * @param call   name of the call, spelled as in the contract
     * @param action what to do
     */
    void on(String call, Action action);

    /**
     * Calls the service back on the present thread.
     *
     * @throws ProtocolException what the service answered, if it refused
     */
    void callBack() throws ProtocolException;

    /**
     * Waits until {@link #release()}, whatever interrupts it.
     */
    void holdUntilReleased();

    /** Lets everything go on that is held by {@link Action#blockStubbornly()}, now and later. */
    void release();
}
