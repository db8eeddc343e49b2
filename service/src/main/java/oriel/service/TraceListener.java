package oriel.service;

/** Hears of calls as they are made. Methods are called on the threads that made the calls and return at once. */
public interface TraceListener {

    /**
     * A call was made.
     *
     * @param id   correlation id of the connection
     * @param call the call, finished
     */
    void called(String id, TracedCall call);

    /**
     * A connection has ended.
     *
     * @param trace its trace, complete
     */
    void ended(Trace trace);
}
