package oriel.rdp.transport;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Shakes hands with itself, in memory, until the virtual machine has compiled what that needs: cold, the first handshake of a
 * process takes some tenths of a second, and the next ones five times as long as later ones. For a background thread at start.
 */
public final class TlsWarmUp {

    private static final int HANDSHAKES = 20;

    /** Every so manieth handshake is one of TLS 1.2. */
    private static final int OLDER = 4;

    /** Records of a picture that follow each handshake. */
    private static final int RECORDS = 4;

    /** More steps than any handshake has. */
    private static final int MOST_STEPS = 100;

    private TlsWarmUp() {}

    /**
     * Warms up; ends early when the thread is interrupted.
     *
     * @param identity what the listener shows its clients
     * @throws GeneralSecurityException if this JDK has no TLS for clients
     * @throws SSLException             if a handshake fails
     */
    public static void run(SSLContext identity) throws GeneralSecurityException, SSLException {
        SSLContext clients = SSLContext.getInstance("TLS");
        clients.init(null, new TrustManager[] {new Ourselves()}, null);
        for (int i = 0; i < HANDSHAKES && !Thread.currentThread().isInterrupted(); i++) {
            SSLEngine client = clients.createSSLEngine();
            client.setUseClientMode(true);
            client.setEnabledProtocols(new String[] {i % OLDER == 0 ? "TLSv1.2" : "TLSv1.3"});
            SSLEngine server = identity.createSSLEngine();
            server.setUseClientMode(false);
            new Pair(client, server).meet();
        }
    }

    /** Both ends of a connection, and what is on its way between them. */
    private static final class Pair {

        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

        private final SSLEngine client;
        private final SSLEngine server;
        private final ByteBuffer toClient;
        private final ByteBuffer toServer;
        private final ByteBuffer plain;

        Pair(SSLEngine client, SSLEngine server) {
            this.client = client;
            this.server = server;
            int packet = server.getSession().getPacketBufferSize();
            toClient = ByteBuffer.allocate(2 * packet);
            toServer = ByteBuffer.allocate(2 * packet);
            plain = ByteBuffer.allocate(server.getSession().getApplicationBufferSize());
        }

        void meet() throws SSLException {
            client.beginHandshake();
            server.beginHandshake();
            for (int i = 0; i < MOST_STEPS && (isBusy(client) || isBusy(server)); i++) {
                step(client, toClient, toServer);
                step(server, toServer, toClient);
            }
            if (isBusy(client) || isBusy(server)) {
                throw new SSLException("the handshake does not end");
            }
            for (int i = 0; i < RECORDS; i++) {
                toClient.clear();
                server.wrap(plain.clear(), toClient);
            }
        }

        private static boolean isBusy(SSLEngine engine) {
            return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
        }

        private void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                        task.run();
                    }
                }
                case NEED_WRAP -> engine.wrap(NOTHING, out);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    in.flip();
                    engine.unwrap(in, plain.clear());
                    in.compact();
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    // it has nothing to do
                }
            }
        }
    }

    /** Both ends are this very process. */
    private static final class Ourselves implements X509TrustManager {

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
