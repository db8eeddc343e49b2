package oriel.desktop.x11.extension;

import java.io.IOException;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.XConnection;

/** QueryVersion, which several extensions want to hear before anything else. */
final class Version {

    private Version() {}

    /** Says that we know a version and checks that the server knows it too. */
    static void require(XConnection connection, Extension extension, int major, int minor) throws IOException {
        long known =
                connection.ask(Query.of(out -> extension.head(out, 0).i32(major).i32(minor), in -> {
                    Query.head(in);
                    return in.u32("major-version") << 32 | in.u32("minor-version");
                }));
        if (known < ((long) major << 32 | minor)) {
            throw new IOException("the X server has " + extension.name() + " " + (known >> 32) + "." + (int) known
                    + ", needed is " + major + "." + minor);
        }
    }
}
