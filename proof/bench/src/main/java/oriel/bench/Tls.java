package oriel.bench;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS as a client that is measured with: it accepts whatever certificate the server shows. Sessions are resumed by the peer's
 * name and port, so each connection names its peer anew: every handshake is a full one.
 */
final class Tls {

    private static final SSLContext CONTEXT = context();
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private Tls() {}

    static SSLSocket over(Socket socket) throws IOException {
        String peer = "peer-" + CONNECTIONS.incrementAndGet();
        SSLSocket tls = (SSLSocket) CONTEXT.getSocketFactory().createSocket(socket, peer, socket.getPort(), true);
        tls.setUseClientMode(true);
        tls.startHandshake();
        return tls;
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
