package oriel.desktop.x11.client;

import java.util.List;
import oriel.wire.WireReader;

/**
 * An error (X Protocol, section 4).
 *
 * @param code     what is wrong
 * @param resource the resource, atom or value that is
 * @param major    major opcode of the request
 * @param minor    minor opcode of the request, 0 in the core protocol
 */
public record XError(int code, int resource, int major, int minor) {

    /** A request names something that cannot be. */
    public static final int VALUE = 2;

    /** A window does not exist. */
    public static final int WINDOW = 3;

    /** A combination of values that is not possible. */
    public static final int MATCH = 8;

    /** Somebody else has it. */
    public static final int ACCESS = 10;

    private static final List<String> NAMES = List.of(
            "Request",
            "Value",
            "Window",
            "Pixmap",
            "Atom",
            "Cursor",
            "Font",
            "Match",
            "Drawable",
            "Access",
            "Alloc",
            "Colormap",
            "GContext",
            "IDChoice",
            "Name",
            "Length",
            "Implementation");

    static XError decode(WireReader in) {
        in.named("Error", "X Protocol 4").skip(1, "error");
        int code = in.u8("code");
        in.skip(2, "sequence number");
        int resource = in.i32("resource");
        int minor = in.u16("minor opcode");
        return new XError(code, resource, in.u8("major opcode"), minor);
    }

    @Override
    public String toString() {
        String name = code >= 1 && code <= NAMES.size() ? NAMES.get(code - 1) : String.valueOf(code);
        return "error " + name + " of request " + major + "." + minor + " about 0x" + Integer.toHexString(resource);
    }
}
