package oriel.service;

/** How endpoints are opened and closed: they are the provider's too, so that goes through its gate. */
interface EndpointCalls {

    /** Opens an endpoint; a failure ends the connection. */
    void open(String endpoint, Gate.VoidBody body) throws ConnectionEnded;

    /** Closes an endpoint; a failure is recorded. */
    void close(String endpoint, Gate.VoidBody body);

    /** The provider has thrown out of a notice of its screen. */
    void brokenWatcher(RuntimeException failure);
}
