package oriel.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction with the Pluggable Authentication Modules (pam(3)): one user, one service, from the check of the password to
 * the end of the session. Belongs to the thread that started it, a platform thread: what PAM calls may block for long.
 */
public final class PamTransaction implements AutoCloseable {

    /** Flag of {@link #authenticate} and {@link #account}: an empty password is none. */
    public static final int DISALLOW_NULL_AUTHTOK = 0x1;
    /** Flag of {@link #credentials}: establish them. */
    public static final int ESTABLISH_CRED = 0x2;
    /** Flag of {@link #credentials}: take them away. */
    public static final int DELETE_CRED = 0x4;
    /** Flag of {@link #changePassword}: only if it has expired. */
    public static final int CHANGE_EXPIRED_AUTHTOK = 0x20;

    private static final String LIBRARY = "libpam.so.0";
    private static final int PAM_USER = 2;
    private static final int PAM_TTY = 3;
    private static final int PAM_RHOST = 4;
    private static final int PAM_FAIL_DELAY = 10;
    private static final int MOST_VARIABLES = 256;
    private static final int LONGEST_TEXT = 16 * 1024;

    /** The functions; initialised on first use, so that a system without PAM is told where it is wanted. */
    private static final class Library {
        static final MethodHandle START = find("pam_start", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        static final MethodHandle END = find("pam_end", ADDRESS, JAVA_INT);
        static final MethodHandle AUTHENTICATE = find("pam_authenticate", ADDRESS, JAVA_INT);
        static final MethodHandle ACCT_MGMT = find("pam_acct_mgmt", ADDRESS, JAVA_INT);
        static final MethodHandle CHAUTHTOK = find("pam_chauthtok", ADDRESS, JAVA_INT);
        static final MethodHandle SETCRED = find("pam_setcred", ADDRESS, JAVA_INT);
        static final MethodHandle OPEN_SESSION = find("pam_open_session", ADDRESS, JAVA_INT);
        static final MethodHandle CLOSE_SESSION = find("pam_close_session", ADDRESS, JAVA_INT);
        static final MethodHandle SET_ITEM = find("pam_set_item", ADDRESS, JAVA_INT, ADDRESS);
        static final MethodHandle GET_ITEM = find("pam_get_item", ADDRESS, JAVA_INT, ADDRESS);
        static final MethodHandle GETENVLIST =
                NativeFunctions.find(LIBRARY, "pam_getenvlist", FunctionDescriptor.of(ADDRESS, ADDRESS));
        static final MethodHandle STRERROR =
                NativeFunctions.find(LIBRARY, "pam_strerror", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));

        private Library() {}

        private static MethodHandle find(String name, java.lang.foreign.MemoryLayout... arguments) {
            return NativeFunctions.find(LIBRARY, name, FunctionDescriptor.of(JAVA_INT, arguments));
        }
    }

    private final Arena arena;
    private final MemorySegment handle;
    private final PamUpcalls upcalls;
    private PamResult last = PamResult.SUCCESS;
    private boolean ended;

    private PamTransaction(Arena arena, MemorySegment handle, PamUpcalls upcalls) {
        this.arena = arena;
        this.handle = handle;
        this.upcalls = upcalls;
    }

    /**
     * Begins a transaction.
     *
     * @param service name of the service, the file below {@code /etc/pam.d}
     * @param user    login name
     * @param asks    answers what modules ask
     * @return the transaction
     * @throws IOException if there is no PAM or it cannot begin
     */
    public static PamTransaction start(String service, String user, PamConversation asks) throws IOException {
        Arena arena = Arena.ofConfined();
        try {
            var upcalls = new PamUpcalls(asks);
            MemorySegment conversation = arena.allocate(16, 8); // struct pam_conv: conv, appdata_ptr
            conversation.set(ADDRESS, 0, upcalls.conversation(arena));
            MemorySegment place = arena.allocate(ADDRESS);
            MemorySegment serviceName = arena.allocateFrom(service);
            MemorySegment userName = arena.allocateFrom(user);
            int code = NativeFunctions.plain(
                    "pam_start", () -> (int) Library.START.invokeExact(serviceName, userName, conversation, place));
            if (code != 0) {
                throw new IOException("PAM cannot begin: error " + code);
            }
            var transaction = new PamTransaction(arena, place.get(ADDRESS, 0), upcalls);
            // A failure is answered when this program wants it to be; modules would sleep here.
            transaction.setItem(PAM_FAIL_DELAY, noDelay(arena));
            return transaction;
        } catch (IOException e) {
            arena.close();
            throw e;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            arena.close();
            throw new IOException("this system has no " + LIBRARY, e);
        }
    }

    private static MemorySegment noDelay(Arena arena) throws IOException {
        try {
            MethodHandle nothing = MethodHandles.lookup()
                    .findStatic(
                            PamTransaction.class,
                            "goOn",
                            MethodType.methodType(void.class, int.class, int.class, MemorySegment.class));
            return NativeFunctions.upcall(nothing, FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, ADDRESS), arena);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IOException("the delay of failures cannot be set", e);
        }
    }

    @SuppressWarnings("unused") // called by libpam
    private static void goOn(int result, int microseconds, MemorySegment data) {
        // whoever called decides how long a failure takes
    }

    private void setItem(int item, MemorySegment value) throws IOException {
        int code = NativeFunctions.plain("pam_set_item", () -> (int) Library.SET_ITEM.invokeExact(handle, item, value));
        if (code != 0) {
            throw new IOException("PAM does not take item " + item + ": error " + code);
        }
    }

    /**
     * Says where the user comes from.
     *
     * @param host address as text, not empty
     * @throws IOException if PAM does not take it
     */
    public void remoteHost(String host) throws IOException {
        setItem(PAM_RHOST, arena.allocateFrom(host));
    }

    /**
     * Names the terminal.
     *
     * @param terminal a name for logs and rules, e.g. {@code oriel}
     * @throws IOException if PAM does not take it
     */
    public void terminal(String terminal) throws IOException {
        setItem(PAM_TTY, arena.allocateFrom(terminal));
    }

    /**
     * The user, whom a module may have renamed.
     *
     * @return login name
     * @throws IOException if PAM does not say
     */
    public String user() throws IOException {
        MemorySegment place = arena.allocate(ADDRESS);
        int code = NativeFunctions.plain(
                "pam_get_item", () -> (int) Library.GET_ITEM.invokeExact(handle, PAM_USER, place));
        MemorySegment name = place.get(ADDRESS, 0);
        if (code != 0 || name.equals(MemorySegment.NULL)) {
            throw new IOException("PAM does not name the user: error " + code);
        }
        return PamUpcalls.text(name, LONGEST_TEXT);
    }

    private PamResult run(String function, MethodHandle call, int flags) {
        last = new PamResult(NativeFunctions.plain(function, () -> (int) call.invokeExact(handle, flags)));
        return last;
    }

    /** Checks who it is: {@code pam_authenticate}.
     *
     * @param flags flags
     * @return what came of it
     */
    public PamResult authenticate(int flags) {
        return run("pam_authenticate", Library.AUTHENTICATE, flags);
    }

    /** Checks whether the account may be used now: {@code pam_acct_mgmt}.
     *
     * @param flags flags
     * @return what came of it
     */
    public PamResult account(int flags) {
        return run("pam_acct_mgmt", Library.ACCT_MGMT, flags);
    }

    /** Has the user choose a new password: {@code pam_chauthtok}.
     *
     * @param flags flags
     * @return what came of it
     */
    public PamResult changePassword(int flags) {
        return run("pam_chauthtok", Library.CHAUTHTOK, flags);
    }

    /** Establishes or deletes the user's credentials: {@code pam_setcred}.
     *
     * @param flags flags
     * @return what came of it
     */
    public PamResult credentials(int flags) {
        return run("pam_setcred", Library.SETCRED, flags);
    }

    /** Begins the session: {@code pam_open_session}.
     *
     * @return what came of it
     */
    public PamResult openSession() {
        return run("pam_open_session", Library.OPEN_SESSION, 0);
    }

    /** Ends the session: {@code pam_close_session}.
     *
     * @return what came of it
     */
    public PamResult closeSession() {
        return run("pam_close_session", Library.CLOSE_SESSION, 0);
    }

    /**
     * The variables that modules want in the environment of the session.
     *
     * @return each as {@code NAME=value}
     */
    public List<String> environment() {
        var variables = new ArrayList<String>();
        MemorySegment list =
                NativeFunctions.plain("pam_getenvlist", () -> (MemorySegment) Library.GETENVLIST.invokeExact(handle));
        if (list.equals(MemorySegment.NULL)) {
            return variables;
        }
        MemorySegment entries = PamUpcalls.sized(list, (MOST_VARIABLES + 1L) * ADDRESS.byteSize());
        for (int i = 0; i < MOST_VARIABLES; i++) {
            MemorySegment entry = entries.getAtIndex(ADDRESS, i);
            if (entry.equals(MemorySegment.NULL)) {
                break;
            }
            variables.add(PamUpcalls.text(entry, LONGEST_TEXT));
            PamUpcalls.free(entry);
        }
        PamUpcalls.free(list);
        return variables;
    }

    /**
     * What a result means.
     *
     * @param result a result
     * @return PAM's words for it
     */
    public String describe(PamResult result) {
        MemorySegment text = NativeFunctions.plain(
                "pam_strerror", () -> (MemorySegment) Library.STRERROR.invokeExact(handle, result.code()));
        return text.equals(MemorySegment.NULL) ? "error " + result.code() : PamUpcalls.text(text, LONGEST_TEXT);
    }

    /** Whether the conversation was broken off by an empty answer.
     *
     * @return whether it was
     */
    public boolean brokenOff() {
        return upcalls.brokenOff();
    }

    /** Ends the transaction: {@code pam_end}. Closing twice is no error. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            NativeFunctions.plain("pam_end", () -> (int) Library.END.invokeExact(handle, last.code()));
            arena.close();
        }
    }
}
