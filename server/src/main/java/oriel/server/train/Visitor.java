package oriel.server.train;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A client that comes as far as the end of the TLS handshake, and leaves. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** X.224 Connection Request with an RDP Negotiation Request for TLS ([MS-RDPBCGR] 2.2.1.1). */
    private static final byte[] CONNECTION_REQUEST =
            HexFormat.of().parseHex("030000130ee00000000000" + "0100080001000000");

    private static final int CONNECTION_CONFIRM_SIZE = 19;

    private Visitor() {}

    static void visit(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(CONNECTION_REQUEST);
            byte[] confirm = socket.getInputStream().readNBytes(CONNECTION_CONFIRM_SIZE);
            if (confirm.length < CONNECTION_CONFIRM_SIZE) {
                throw new IOException("the listener has closed the connection");
            }
            try (var tls = (SSLSocket) context().getSocketFactory().createSocket(socket, "localhost", port, false)) {
                tls.startHandshake();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available", e);
        }
    }

    private static SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        return context;
    }

    /** It talks to this very process only. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
