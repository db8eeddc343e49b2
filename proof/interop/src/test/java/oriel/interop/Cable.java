package oriel.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between client and server, which can fail without either of them having wanted it. */
final class Cable implements AutoCloseable {

    private final int serverPort;
    private final ServerSocket plug;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    private Cable(int serverPort, ServerSocket plug) {
        this.serverPort = serverPort;
        this.plug = plug;
    }

    static Cable to(int serverPort) throws IOException {
        var cable = new Cable(serverPort, new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("cable").start(cable::accept);
        return cable;
    }

    /** Where clients connect to. */
    int port() {
        return plug.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = plug.accept();
                var server = new Socket();
                ends.addAll(List.of(client, server));
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut, or an end has closed
        }
    }

    /** Whatever goes through it breaks; who connects again gets through. */
    void cut() {
        ends.forEach(Cable::close);
        ends.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        plug.close();
        cut();
    }
}
