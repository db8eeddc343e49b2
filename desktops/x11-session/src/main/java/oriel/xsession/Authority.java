package oriel.xsession;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The file that lets programs open an X server, in the format of Xau(3). */
final class Authority {

    /** FamilyWild: the entry holds for whatever name the host has. */
    private static final int ANY_HOST = 0xFFFF;

    private static final String METHOD = "MIT-MAGIC-COOKIE-1";

    private Authority() {}

    static byte[] file(int display, byte[] cookie) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(ANY_HOST);
            counted(out, new byte[0]);
            counted(out, Integer.toString(display).getBytes(StandardCharsets.US_ASCII));
            counted(out, METHOD.getBytes(StandardCharsets.US_ASCII));
            counted(out, cookie);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static void counted(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
