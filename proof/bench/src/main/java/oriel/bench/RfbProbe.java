package oriel.bench;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Connects to a VNC server over VeNCrypt X509None (RFC 6143 and the community's VeNCrypt text) and times its first picture. */
final class RfbProbe {

    private static final int VENCRYPT = 19;
    private static final int X509_NONE = 260;

    private RfbProbe() {}

    /** Time from TCP connect until the whole first picture is here, in milliseconds. */
    static double firstPicture(int port) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            in.skipNBytes(12);
            out.write("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
            in.skipNBytes(in.readUnsignedByte());
            out.write(VENCRYPT);
            in.skipNBytes(2);
            out.write(new byte[] {0, 2});
            in.skipNBytes(1);
            in.skipNBytes(4L * in.readUnsignedByte());
            out.writeInt(X509_NONE);
            in.skipNBytes(1);
            Socket tls = Tls.over(socket);
            picture(
                    new DataInputStream(tls.getInputStream()),
                    new DataOutputStream(new BufferedOutputStream(tls.getOutputStream())));
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static void picture(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readInt() != 0) {
            throw new IOException("the VNC server refused");
        }
        out.write(1);
        out.flush();
        int width = in.readUnsignedShort();
        int height = in.readUnsignedShort();
        in.skipNBytes(16);
        in.skipNBytes(in.readInt());
        // SetEncodings: raw only, so that the end of the picture can be told without decoding; then one full request.
        out.write(new byte[] {2, 0, 0, 1, 0, 0, 0, 0});
        out.write(new byte[] {3, 0, 0, 0, 0, 0});
        out.writeShort(width);
        out.writeShort(height);
        out.flush();
        in.skipNBytes(2);
        int rectangles = in.readUnsignedShort();
        for (int i = 0; i < rectangles; i++) {
            in.skipNBytes(4);
            int w = in.readUnsignedShort();
            int h = in.readUnsignedShort();
            in.skipNBytes(4);
            in.skipNBytes(4L * w * h);
        }
    }
}
