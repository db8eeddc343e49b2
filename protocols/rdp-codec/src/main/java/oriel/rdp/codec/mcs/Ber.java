package oriel.rdp.codec.mcs;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** As much of the Basic Encoding Rules (ITU-T X.690, section 8) as the two MCS connect PDUs need; definite lengths only. */
final class Ber {
    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int ENUMERATED = 0x0A;
    private static final int SEQUENCE = 0x30;
    private static final int APPLICATION = 0x7F;
    private static final int LONG_FORM = 0x80;

    private Ber() {}

    static WireReader application(WireReader in, int tag, String field) {
        in.expectU8(APPLICATION, field);
        in.expectU8(tag, field);
        return in.slice(length(in, field), field);
    }

    static WireReader sequence(WireReader in, String field) {
        in.expectU8(SEQUENCE, field);
        return in.slice(length(in, field), field);
    }

    static Octets octetString(WireReader in, String field) {
        in.expectU8(OCTET_STRING, field);
        return in.octets(length(in, field), field);
    }

    static boolean bool(WireReader in, String field) {
        in.expectU8(BOOLEAN, field);
        in.expectU8(1, field);
        return in.u8(field) != 0;
    }

    /** Peers write the number 65535 with and without a leading zero byte, so it is read as an unsigned one. */
    static int integer(WireReader in, String field) {
        in.expectU8(INTEGER, field);
        return unsigned(in, field);
    }

    static int enumerated(WireReader in, String field) {
        in.expectU8(ENUMERATED, field);
        return unsigned(in, field);
    }

    private static int unsigned(WireReader in, String field) {
        int length = length(in, field);
        if (length < 1 || length > 5) {
            throw in.malformed(field, "1 to 5 bytes", length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8(field);
        }
        return in.count(value, Integer.MAX_VALUE, field);
    }

    static int length(WireReader in, String field) {
        int first = in.u8(field);
        if (first < LONG_FORM) {
            return first;
        }
        return switch (first) {
            case LONG_FORM | 1 -> in.u8(field);
            case LONG_FORM | 2 -> in.u16be(field);
            default -> throw in.malformed(field, "a length of at most 65535", "0x%02x".formatted(first));
        };
    }

    /** Writes a tag of the application class; the answer is for {@link #end}. */
    static int beginApplication(WireWriter out, int tag) {
        out.u8(APPLICATION).u8(tag);
        return out.size();
    }

    /** Writes the tag of a sequence; the answer is for {@link #end}. */
    static int beginSequence(WireWriter out) {
        out.u8(SEQUENCE);
        return out.size();
    }

    /** Writes the tag of an octet string; the answer is for {@link #end}. */
    static int beginOctetString(WireWriter out) {
        out.u8(OCTET_STRING);
        return out.size();
    }

    /** Puts the shortest length in front of everything written since {@code mark}. */
    static void end(WireWriter out, int mark) {
        int length = out.size() - mark;
        if (length < LONG_FORM) {
            out.insert(mark, 1).setU8(mark, length);
        } else if (length <= 0xFF) {
            out.insert(mark, 2).setU8(mark, LONG_FORM | 1).setU8(mark + 1, length);
        } else {
            out.insert(mark, 3).setU8(mark, LONG_FORM | 2).setU16be(mark + 1, length);
        }
    }

    static void octetString(WireWriter out, Octets value) {
        int mark = beginOctetString(out);
        out.octets(value);
        end(out, mark);
    }

    static void bool(WireWriter out, boolean value) {
        out.u8(BOOLEAN).u8(1).u8(value ? 0xFF : 0);
    }

    static void integer(WireWriter out, int value) {
        out.u8(INTEGER);
        int length = Math.max(1, (32 - Integer.numberOfLeadingZeros(value)) / 8 + 1);
        out.u8(length);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            out.u8(value >> shift & 0xFF);
        }
    }

    static void enumerated(WireWriter out, int value) {
        out.u8(ENUMERATED).u8(1).u8(value);
    }
}
