package oriel.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client that knows how to begin, from an address of its own choice, and then does what it should not. */
final class RudePeer implements AutoCloseable {

    /** TPKT, X.224 Connection Request and an RDP Negotiation Request that asks for TLS (MS-RDPBCGR 2.2.1.1). */
    private static final byte[] REQUEST_FOR_TLS = HexFormat.of().parseHex("030000130ee000000000000100080001000000");

    private static final int CONFIRM = 19;

    /** Far longer than any deadline of the server: who has to wait so long was forgotten. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final String address;
    private Socket socket;

    private RudePeer(String address, Socket socket) {
        this.address = address;
        this.socket = socket;
    }

    /** Connects from one of this host's many addresses (127.0.0.0/8), and says nothing. */
    static RudePeer connected(String address, int port) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new RudePeer(address, socket);
    }

    /** Goes on to where TLS begins. */
    static RudePeer negotiated(String address, int port) throws IOException {
        RudePeer peer = connected(address, port);
        peer.socket.getOutputStream().write(REQUEST_FOR_TLS);
        if (peer.socket.getInputStream().readNBytes(CONFIRM).length != CONFIRM) {
            throw new IOException("no connection confirm came");
        }
        return peer;
    }

    /** Goes on to where the MCS connection begins. */
    static RudePeer secured(String address, int port) throws Exception {
        RudePeer peer = negotiated(address, port);
        SSLSocket tls = (SSLSocket) anybody().getSocketFactory().createSocket(peer.socket, "localhost", port, true);
        tls.startHandshake();
        peer.socket = tls;
        return peer;
    }

    static SSLContext anybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                null,
                new TrustManager[] {
                    new X509TrustManager() {
                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

                        @Override
                        public X509Certificate[] getAcceptedIssuers() {
                            return new X509Certificate[0];
                        }
                    }
                },
                null);
        return context;
    }

    /** SHA-256 of the certificate that the server has shown. */
    String fingerprint() throws Exception {
        byte[] shown =
                ((SSLSocket) socket).getSession().getPeerCertificates()[0].getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
    }

    String address() {
        return address;
    }

    /** The server may close before all is sent. */
    RudePeer send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // closed, which is seen by who waits for the end
        }
        return this;
    }

    RudePeer send(String hex) {
        return send(HexFormat.of().parseHex(hex));
    }

    /** Nothing more will come from here; the server may go on sending. */
    RudePeer stopSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Sends a byte now and then for as long as the server lets it. */
    RudePeer drip() {
        Thread.ofVirtual().name("drip").start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write(0);
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException e) {
                // the end, at last
            }
        });
        return this;
    }

    /** Waits until the server has closed the connection, one way or another. */
    void awaitEnd() {
        try {
            while (socket.getInputStream().read(new byte[4096]) >= 0) {
                // what was on its way
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server still holds the connection of " + address + " after " + PATIENCE, e);
        } catch (IOException e) {
            // reset: an end as well
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is over in any case
        }
    }
}
