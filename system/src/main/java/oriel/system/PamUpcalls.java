package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation function of a transaction (pam_conv(3)). Nothing may be thrown into libpam: every failure is PAM_CONV_ERR. */
final class PamUpcalls {

    private static final Logger LOG = LoggerFactory.getLogger(PamUpcalls.class);

    private static final int PAM_SUCCESS = 0;
    private static final int PAM_CONV_ERR = 19;
    private static final int PAM_PROMPT_ECHO_OFF = 1;
    private static final int PAM_PROMPT_ECHO_ON = 2;
    private static final int PAM_ERROR_MSG = 3;
    private static final int PAM_TEXT_INFO = 4;
    private static final int PAM_MAX_NUM_MSG = 32;
    private static final int PAM_MAX_MSG_SIZE = 512;
    private static final int PAM_MAX_RESP_SIZE = 512;
    private static final int STRUCTURE = 16; // pam_message: style, text; pam_response: text, code

    private static final MethodHandle CALLOC = plain("calloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
    private static final MethodHandle FREE = plain("free", FunctionDescriptor.ofVoid(ADDRESS));

    private final PamConversation asks;
    private boolean brokenOff;

    PamUpcalls(PamConversation asks) {
        this.asks = asks;
    }

    @SuppressWarnings("restricted") // calling the system is what this room is for
    private static MethodHandle plain(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), descriptor);
    }

    MemorySegment conversation(Arena arena) throws IOException {
        try {
            MethodHandle converse = MethodHandles.lookup()
                    .findVirtual(
                            PamUpcalls.class,
                            "converse",
                            MethodType.methodType(
                                    int.class,
                                    int.class,
                                    MemorySegment.class,
                                    MemorySegment.class,
                                    MemorySegment.class))
                    .bindTo(this);
            return NativeFunctions.upcall(
                    converse, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS), arena);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IOException("PAM cannot be given a conversation", e);
        }
    }

    boolean brokenOff() {
        return brokenOff;
    }

    /** Called by libpam: an array of pointers to messages in, an array of responses that libpam frees out. */
    @SuppressWarnings("unused")
    private int converse(int count, MemorySegment messages, MemorySegment place, MemorySegment data) {
        if (count <= 0 || count > PAM_MAX_NUM_MSG) {
            return PAM_CONV_ERR;
        }
        MemorySegment responses = allocate(count * (long) STRUCTURE);
        if (responses.equals(MemorySegment.NULL)) {
            return PAM_CONV_ERR;
        }
        try {
            MemorySegment pointers = sized(messages, count * ADDRESS.byteSize());
            boolean all = true;
            for (int i = 0; all && i < count; i++) {
                all = answer(
                        sized(pointers.getAtIndex(ADDRESS, i), STRUCTURE), responses.asSlice((long) i * STRUCTURE));
            }
            if (all) {
                sized(place, ADDRESS.byteSize()).set(ADDRESS, 0, responses);
                return PAM_SUCCESS;
            }
            brokenOff = true;
        } catch (RuntimeException | Error e) {
            LOG.error("A question of PAM could not be asked.", e);
        }
        discard(responses, count);
        return PAM_CONV_ERR;
    }

    private boolean answer(MemorySegment message, MemorySegment response) {
        String text = text(message.get(ADDRESS, 8), PAM_MAX_MSG_SIZE);
        return switch (message.get(JAVA_INT, 0)) {
            case PAM_PROMPT_ECHO_OFF -> fill(response, asks.ask(text, false));
            case PAM_PROMPT_ECHO_ON -> fill(response, asks.ask(text, true));
            case PAM_ERROR_MSG -> asks.tell(text, true);
            case PAM_TEXT_INFO -> asks.tell(text, false);
            default -> true; // a style of some system that nobody can show
        };
    }

    private static boolean fill(MemorySegment response, Optional<char[]> answer) {
        if (answer.isEmpty()) {
            return false;
        }
        char[] characters = answer.get();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        Arrays.fill(characters, '\0');
        try {
            int length = bytes.remaining();
            if (length >= PAM_MAX_RESP_SIZE) {
                return false;
            }
            MemorySegment copy = allocate(length + 1L);
            MemorySegment.copy(bytes.array(), bytes.arrayOffset(), copy, JAVA_BYTE, 0, length);
            response.set(ADDRESS, 0, copy);
            return true;
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    private static void discard(MemorySegment responses, int count) {
        for (int i = 0; i < count; i++) {
            MemorySegment text = responses.get(ADDRESS, (long) i * STRUCTURE);
            if (!text.equals(MemorySegment.NULL)) {
                wipe(text);
                free(text);
            }
        }
        free(responses);
    }

    private static void wipe(MemorySegment text) {
        MemorySegment bytes = sized(text, PAM_MAX_RESP_SIZE);
        for (int i = 0; i < PAM_MAX_RESP_SIZE && bytes.get(JAVA_BYTE, i) != 0; i++) {
            bytes.set(JAVA_BYTE, i, (byte) 0);
        }
    }

    private static MemorySegment allocate(long bytes) {
        MemorySegment fresh = NativeFunctions.plain("calloc", () -> (MemorySegment) CALLOC.invokeExact(1L, bytes));
        return sized(fresh, bytes);
    }

    static void free(MemorySegment memory) {
        NativeFunctions.plain("free", () -> {
            FREE.invokeExact(memory);
            return true;
        });
    }

    /** What a pointer of libpam leads to, of which no more than this is read or written. */
    @SuppressWarnings("restricted")
    static MemorySegment sized(MemorySegment pointer, long bytes) {
        return pointer.equals(MemorySegment.NULL) ? pointer : pointer.reinterpret(bytes);
    }

    /** A string of libpam's, at most so many bytes of it. */
    static String text(MemorySegment pointer, int most) {
        if (pointer.equals(MemorySegment.NULL)) {
            return "";
        }
        MemorySegment bytes = sized(pointer, most);
        int length = 0;
        while (length < most && bytes.get(JAVA_BYTE, length) != 0) {
            length++;
        }
        return new String(bytes.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }
}
