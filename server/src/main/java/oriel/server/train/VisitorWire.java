package oriel.server.train;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import oriel.rdp.codec.x224.Framer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The visitor's end of a connection to this very process: whole PDUs out and in, over TCP and then over TLS. */
final class VisitorWire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SSLSocketFactory TLS = trusting();

    private final Framer framer = new Framer(true, Framer.MAXIMUM);
    private final WireWriter writer = new WireWriter();
    private Socket socket;
    private DataInputStream in;
    private OutputStream out;

    VisitorWire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /** Writes a PDU. */
    interface Pdu {
        void encode(WireWriter out);
    }

    void send(Pdu pdu) throws IOException {
        writer.reset();
        pdu.encode(writer);
        out.write(writer.array(), 0, writer.size());
        out.flush();
    }

    WireReader receive() throws IOException {
        byte[] head = new byte[Framer.ENOUGH];
        int have = 0;
        int length = Framer.MORE;
        while (length == Framer.MORE) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            head[have++] = (byte) next;
            length = framer.measure(head, 0, have);
        }
        byte[] pdu = new byte[length];
        System.arraycopy(head, 0, pdu, 0, have);
        in.readFully(pdu, have, length - have);
        return new WireReader(pdu);
    }

    /** From here on a read that takes longer fails. */
    void patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    /** From here on everything goes through TLS. */
    void secure() throws IOException {
        // The peer's name is that of this socket alone: a client that knew the name would resume its TLS session.
        var tls = (SSLSocket) TLS.createSocket(socket, "visit-" + socket.getLocalPort(), socket.getPort(), true);
        tls.startHandshake();
        socket = tls;
        in = new DataInputStream(new BufferedInputStream(tls.getInputStream(), 1 << 16));
        out = tls.getOutputStream();
    }

    private static SSLSocketFactory trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
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
