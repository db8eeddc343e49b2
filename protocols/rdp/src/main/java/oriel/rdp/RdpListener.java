package oriel.rdp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListener;
import oriel.contract.protocol.ProtocolListenerCallback;
import oriel.contract.protocol.Settings;
import oriel.rdp.transport.IdentityUnusableException;
import oriel.rdp.transport.RdpTransport;
import oriel.rdp.transport.ServerIdentity;

/** Waits for RDP clients on the addresses of one listener entry. */
final class RdpListener implements ProtocolListener {

    private static final Logger LOG = LoggerFactory.getLogger(RdpListener.class);

    private static final int BACKLOG = 512;

    /** Pause after a failed accept, lest a lack of descriptors becomes a busy loop. */
    private static final long RETRY_MILLIS = 100;

    private final String name;
    private final ListenerOptions options;
    private final ServerIdentity identity;
    private final AddressBudget budget;
    private final ConnectionSurroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();

    private List<ServerSocketChannel> sockets = List.of();
    private CountDownLatch stopped = new CountDownLatch(0);

    RdpListener(
            String name,
            ListenerOptions options,
            AutoReconnectCookies cookies,
            Housekeeper housekeeper,
            Supplier<Settings> policy,
            LongSupplier clock) {
        this.name = name;
        this.options = options;
        identity = new ServerIdentity(options.identity());
        budget = new AddressBudget(options.budget(), clock);
        surroundings = new ConnectionSurroundings(options, identity, cookies, housekeeper, policy, clock);
    }

    @Override
    public ListenerSettings getSettings(ListenerSettingLevel level) throws ProtocolException {
        if (level != ListenerSettingLevel.LEVEL_1) {
            throw new ProtocolException(HResult.E_INVALIDARG, "listener settings of level " + level.value());
        }
        return new ListenerSettings(options.maxConnections(), new byte[0]);
    }

    @Override
    public void startListen(ProtocolListenerCallback callback) throws ProtocolException {
        lock.lock();
        try {
            if (!sockets.isEmpty()) {
                throw new ProtocolException(HResult.E_INVALID_STATE, "listener " + name + " listens already");
            }
            List<ServerSocketChannel> opened = open();
            var stop = new CountDownLatch(1);
            for (ServerSocketChannel socket : opened) {
                Thread.ofVirtual().name("rdp-accept").start(() -> accept(socket, callback, stop));
            }
            sockets = opened;
            stopped = stop;
        } finally {
            lock.unlock();
        }
        Thread.startVirtualThread(this::readCertificate);
    }

    private List<ServerSocketChannel> open() throws ProtocolException {
        var opened = new ArrayList<ServerSocketChannel>();
        for (InetSocketAddress address : options.addresses()) {
            try {
                ServerSocketChannel socket = ServerSocketChannel.open();
                opened.add(socket);
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                socket.bind(address, BACKLOG);
            } catch (IOException e) {
                opened.forEach(this::close);
                throw new ProtocolException(
                        HResult.E_FAIL,
                        "listener %s cannot listen on %s: %s".formatted(name, text(address), e.getMessage()),
                        e);
            }
        }
        return List.copyOf(opened);
    }

    /** In parallel to the first clients: reading keys takes a while in a fresh JVM. */
    private void readCertificate() {
        try {
            WarmUp.inBackground(identity.context());
        } catch (IdentityUnusableException e) {
            LOG.error("Listener {} refuses every client until it has a certificate: {}.", name, e.getMessage());
        }
    }

    private void accept(ServerSocketChannel socket, ProtocolListenerCallback callback, CountDownLatch stop) {
        while (true) {
            try {
                SocketChannel client = socket.accept();
                Thread.ofVirtual().name("rdp-client").start(() -> welcome(client, callback));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("Listener {} could not accept a client: {}.", name, e.getMessage());
                if (isOver(stop)) {
                    return;
                }
            }
        }
    }

    private static boolean isOver(CountDownLatch stop) {
        try {
            return stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private void welcome(SocketChannel client, ProtocolListenerCallback callback) {
        try {
            if (!(client.getRemoteAddress() instanceof InetSocketAddress address)) {
                client.close();
                return;
            }
            var transport = new RdpTransport(client);
            Optional<AddressBudget.Place> place = budget.admit(
                    address.getAddress(),
                    () -> transport.abort("too many connections being set up from its address, newer ones go first"));
            if (place.isEmpty()) {
                LOG.info("Client {} was turned away: too many connections in too short a time.", text(address));
                client.close();
                return;
            }
            new RdpConnection(surroundings, transport, address, place.get()).announce(callback);
        } catch (IOException e) {
            LOG.debug("Listener {} lost a client at once: {}.", name, e.getMessage());
        }
    }

    @Override
    public void stopListen() {
        lock.lock();
        try {
            stopped.countDown();
            sockets.forEach(this::close);
            sockets = List.of();
        } finally {
            lock.unlock();
        }
    }

    boolean isListening() {
        lock.lock();
        try {
            return !sockets.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void lookAtCertificateAgain() {
        identity.lookAgain();
    }

    /** Where the listener listens, with the ports the system has chosen where the entry says 0. */
    List<InetSocketAddress> addresses() throws IOException {
        lock.lock();
        try {
            var addresses = new ArrayList<InetSocketAddress>();
            for (ServerSocketChannel socket : sockets) {
                if (socket.getLocalAddress() instanceof InetSocketAddress address) {
                    addresses.add(address);
                }
            }
            return addresses;
        } finally {
            lock.unlock();
        }
    }

    private void close(ServerSocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("Listener {} could not close a socket: {}.", name, e.getMessage());
        }
    }

    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
