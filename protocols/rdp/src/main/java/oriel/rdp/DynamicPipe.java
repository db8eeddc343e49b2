package oriel.rdp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.wire.Octets;

/** A dynamic virtual channel that somebody behind the service has opened: a pipe of whole messages. */
final class DynamicPipe implements VirtualChannel, DynamicChannels.User {

    private final MessageQueue messages;
    private final CompletableFuture<DynamicChannels.Channel> opened = new CompletableFuture<>();
    private final DynamicChannels.Channel channel;

    private DynamicPipe(DynamicChannels channels, String name, ChannelPriority priority) throws ProtocolException {
        messages = new MessageQueue(name, DynamicChannels.LARGEST_MESSAGE);
        channel = channels.create(name, priority, this);
    }

    /** Opens a channel; waits for the client's answer, but no longer than it may take. */
    static DynamicPipe open(DynamicChannels channels, String name, ChannelPriority priority, long nanos)
            throws ProtocolException {
        var pipe = new DynamicPipe(channels, name, priority);
        try {
            pipe.opened.get(nanos, TimeUnit.NANOSECONDS);
            return pipe;
        } catch (ExecutionException e) {
            Throwable refusal = e.getCause();
            throw new ProtocolException(
                    HResult.E_NOT_FOUND, String.valueOf((refusal == null ? e : refusal).getMessage()), e);
        } catch (TimeoutException e) {
            pipe.close();
            throw new ProtocolException(
                    HResult.E_TIMEOUT, "the client does not answer whether it opens channel " + name, e);
        } catch (InterruptedException e) {
            pipe.close();
            Thread.currentThread().interrupt();
            throw new ProtocolException(HResult.E_ABORT, "interrupted", e);
        }
    }

    @Override
    public void opened(DynamicChannels.Channel created) {
        opened.complete(created);
    }

    @Override
    public void received(Octets message) {
        messages.deliver(message.toArray());
    }

    @Override
    public void ended(String reason) {
        messages.fail(reason);
        opened.completeExceptionally(new ProtocolException(HResult.E_NOT_FOUND, reason));
    }

    @Override
    public String name() {
        return channel.name();
    }

    @Override
    public void write(byte[] message) throws ProtocolException {
        messages.requireOpen();
        try {
            channel.send(message);
        } catch (ConnectionEndedException e) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, e.reason(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProtocolException(HResult.E_ABORT, "interrupted", e);
        }
    }

    @Override
    public byte[] read() throws ProtocolException {
        return messages.take();
    }

    @Override
    public void close() {
        channel.close();
        messages.fail("channel " + name() + " is closed");
    }
}
