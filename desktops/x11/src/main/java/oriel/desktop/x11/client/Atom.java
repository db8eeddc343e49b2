package oriel.desktop.x11.client;

import java.nio.charset.StandardCharsets;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Names with numbers; those that every server knows from the start are constants (X Protocol, section 9 and Appendix B). */
public final class Atom {

    /** No atom; as a type: any. */
    public static final int NONE = 0;

    /** The selection of what is marked. */
    public static final int PRIMARY = 1;

    /** A list of atoms. */
    public static final int ATOM = 4;

    /** Numbers without sign. */
    public static final int CARDINAL = 6;

    /** Numbers with sign. */
    public static final int INTEGER = 19;

    /** Settings of the user's programs, on the root window. */
    public static final int RESOURCE_MANAGER = 23;

    /** Text in ISO 8859-1. */
    public static final int STRING = 31;

    /** A list of windows. */
    public static final int WINDOW = 33;

    /** Title of a window. */
    public static final int WM_NAME = 39;

    private Atom() {}

    /**
     * InternAtom — X Protocol, section 9.
     *
     * @param name the name
     */
    public record Intern(String name) implements Query<Integer> {

        @Override
        public void encode(WireWriter out) {
            byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
            Request.head(out, 16, 0).u16(bytes.length).pad(2).bytes(bytes);
        }

        @Override
        public Integer decode(WireReader in) {
            Query.head(in);
            return in.i32("atom");
        }
    }

    /**
     * GetAtomName — X Protocol, section 9.
     *
     * @param atom its number
     */
    public record Name(int atom) implements Query<String> {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 17, 0).i32(atom);
        }

        @Override
        public String decode(WireReader in) {
            Query.head(in);
            int length = in.u16("length of name");
            in.skip(22, "unused");
            return new String(in.octets(length, "name").toArray(), StandardCharsets.ISO_8859_1);
        }

        @Override
        public int longest() {
            return 32 + 0x1_0000;
        }
    }

    static Octets latin1(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
