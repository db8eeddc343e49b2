package oriel.contract.protocol;

/** The handle that {@code CreateVirtualChannel} returns: a two-way pipe of whole messages to one client. */
public interface VirtualChannel extends AutoCloseable {

    /**
     * Name of the channel.
     *
     * @return the name
     */
    String name();

    /**
     * Sends one message, cut into chunks as the protocol asks. Blocks while the client is slow.
     *
     * @param message what to send; lent for the call
     * @throws ProtocolException if the channel or the client is gone
     */
    void write(byte[] message) throws ProtocolException;

    /**
     * Waits for the next message of the client, put together from its chunks.
     *
     * @return the message
     * @throws ProtocolException if the channel or the client is gone
     */
    byte[] read() throws ProtocolException;

    /** Ends the use of the channel. Closing twice is no error. */
    @Override
    void close();
}
