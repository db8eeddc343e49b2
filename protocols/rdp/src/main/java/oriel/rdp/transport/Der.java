package oriel.rdp.transport;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The few DER values (ITU-T X.690) it takes to turn older private keys into PKCS #8. */
final class Der {

    static final byte[] NULL = {0x05, 0x00};

    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OID = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0xA0;

    private Der() {}

    static byte[] integerZero() {
        return value(INTEGER, new byte[1]);
    }

    static byte[] octetString(byte[] content) {
        return value(OCTET_STRING, content);
    }

    static byte[] oid(int... encoded) {
        byte[] content = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            content[i] = (byte) encoded[i];
        }
        return value(OID, content);
    }

    static byte[] sequence(byte[]... members) {
        var content = new ByteArrayOutputStream();
        for (byte[] member : members) {
            content.writeBytes(member);
        }
        return value(SEQUENCE, content.toByteArray());
    }

    /** The content of the member {@code [number]} of a sequence. */
    static byte[] firstContextTagged(byte[] sequence, int number) throws GeneralSecurityException {
        int at = header(sequence, 0);
        while (at + 1 < sequence.length) {
            int content = header(sequence, at);
            int end = content + length(sequence, at);
            if (end > sequence.length) {
                break;
            }
            if ((sequence[at] & 0xFF) == CONTEXT + number) {
                return Arrays.copyOfRange(sequence, content, end);
            }
            at = end;
        }
        throw new GeneralSecurityException("the private key does not name its curve");
    }

    /** Where the content of the value at an index begins. */
    private static int header(byte[] der, int at) throws GeneralSecurityException {
        int first = lengthByte(der, at);
        return at + 2 + (first < 0x80 ? 0 : first - 0x80);
    }

    private static int length(byte[] der, int at) throws GeneralSecurityException {
        int first = lengthByte(der, at);
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < first - 0x80; i++) {
            if (at + 2 + i >= der.length) {
                throw new GeneralSecurityException("the private key is truncated");
            }
            length = (length << 8) | (der[at + 2 + i] & 0xFF);
        }
        return length;
    }

    private static int lengthByte(byte[] der, int at) throws GeneralSecurityException {
        if (at + 1 >= der.length || (der[at + 1] & 0xFF) > 0x82) {
            throw new GeneralSecurityException("the private key is not valid DER");
        }
        return der[at + 1] & 0xFF;
    }

    static byte[] value(int tag, byte[] content) {
        var out = new ByteArrayOutputStream(content.length + 4);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
