package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Makes named pipes (fifo(7)). */
public final class Fifo {

    private static final int OWNER_ONLY = 0x180; // rw-------
    private static final String ACCESS_LIST = "system.posix_acl_access";

    /** The form of an access list in an extended attribute: a version, then tag, permissions and id of each entry (acl(5)). */
    private static final int VERSION = 2;

    private static final int ENTRIES = 5;
    private static final int SIZE = 4 + ENTRIES * 8;
    private static final short OWNER = 0x01;
    private static final short USER = 0x02;
    private static final short GROUP = 0x04;
    private static final short MASK = 0x10;
    private static final short OTHERS = 0x20;
    private static final short READ = 4;
    private static final short WRITE = 2;
    private static final int NOBODY = -1;

    private static final MethodHandle MKFIFO =
            NativeFunctions.find("mkfifo", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle LSETXATTR = NativeFunctions.find(
            "lsetxattr", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));

    private Fifo() {}

    /**
     * Makes a named pipe for ourselves.
     *
     * @param path where; nothing may be there
     * @throws IOException if it cannot be made
     */
    public static void create(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            NativeFunctions.call("mkfifo", state -> (int) MKFIFO.invokeExact(state, name, OWNER_ONLY));
        }
    }

    /**
     * Makes a named pipe that one user writes and one other may read, and nobody else, whatever groups they are in. Takes root.
     *
     * @param path   where; nothing may be there, and only root may change the folder
     * @param writer user id of the owner, who may also read
     * @param group  group id of the owner
     * @param reader user id of the reader; empty = the owner alone
     * @throws IOException if it cannot be made, or the file system has no access lists
     */
    public static void create(Path path, int writer, int group, OptionalInt reader) throws IOException {
        create(path);
        if (reader.isPresent()) {
            allow(path, reader.getAsInt());
        }
        Rights.give(path, writer, group);
    }

    private static void allow(Path path, int reader) throws IOException {
        ByteBuffer list =
                ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION);
        list.putShort(OWNER).putShort((short) (READ | WRITE)).putInt(NOBODY);
        list.putShort(USER).putShort(READ).putInt(reader);
        list.putShort(GROUP).putShort((short) 0).putInt(NOBODY);
        list.putShort(MASK).putShort(READ).putInt(NOBODY);
        list.putShort(OTHERS).putShort((short) 0).putInt(NOBODY);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            MemorySegment attribute = arena.allocateFrom(ACCESS_LIST);
            MemorySegment value = arena.allocate(SIZE);
            value.copyFrom(MemorySegment.ofArray(list.array()));
            NativeFunctions.call(
                    "lsetxattr", state -> (int) LSETXATTR.invokeExact(state, name, attribute, value, (long) SIZE, 0));
        }
    }
}
