package oriel.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import oriel.rdp.codec.x224.Framer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The client's end of a connection: whole PDUs in, whole PDUs out, over TCP and then over TLS. */
final class RdpWire implements AutoCloseable {

    private final Socket tcp;
    private final Framer framer = new Framer(true, Framer.MAXIMUM);
    private final WireWriter writer = new WireWriter();
    private Socket socket;
    private DataInputStream in;
    private OutputStream out;

    RdpWire(int port) throws IOException {
        tcp = new Socket(InetAddress.getLoopbackAddress(), port);
        tcp.setTcpNoDelay(true);
        tcp.setSoTimeout(20_000);
        socket = tcp;
        in = new DataInputStream(new BufferedInputStream(tcp.getInputStream()));
        out = tcp.getOutputStream();
    }

    /** From here on everything goes through TLS. */
    void secure() throws IOException {
        socket = Tls.over(tcp);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
    }

    /** What writes a PDU. */
    interface Pdu {
        void encode(WireWriter out);
    }

    /** Sends PDUs in one write. */
    void send(Pdu... pdus) throws IOException {
        writer.reset();
        for (Pdu pdu : pdus) {
            pdu.encode(writer);
        }
        out.write(writer.array(), 0, writer.size());
        out.flush();
    }

    /** How long {@link #receive} waits at most. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Waits for the next whole PDU. */
    WireReader receive() throws IOException {
        byte[] head = new byte[Framer.ENOUGH];
        int have = 0;
        int length = Framer.MORE;
        while (length == Framer.MORE) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            head[have++] = (byte) next;
            length = framer.measure(head, 0, have);
        }
        byte[] pdu = new byte[length];
        System.arraycopy(head, 0, pdu, 0, have);
        in.readFully(pdu, have, length - have);
        return new WireReader(pdu);
    }

    @Override
    public void close() throws IOException {
        tcp.setSoLinger(true, 0);
        tcp.close();
    }
}
