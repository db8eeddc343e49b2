package oriel.rdp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import oriel.contract.protocol.SessionId;

/**
 * The auto-reconnect cookies of all sessions ([MS-RDPBCGR] 5.5): what a client must know to come back to its session without
 * logging on. Per session the newest one counts and the one before it, since the client may have been cut off before the newest
 * reached it. Safe for use by several threads.
 */
final class AutoReconnectCookies {

    /** Length of ArcRandomBits, in bytes (2.2.4.2). */
    static final int RANDOM_BITS = 16;

    /** With enhanced security there is no client random; zeros stand for it (5.5). */
    private static final byte[] CLIENT_RANDOM = new byte[32];

    /** Sessions remembered at most; the one whose cookie is oldest is forgotten first. */
    private static final int SESSIONS_KEPT = 10_000;

    private record Cookie(SessionId session, byte[] newest, byte[] before) {}

    private final SecureRandom random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Cookie> cookies = new LinkedHashMap<>();

    AutoReconnectCookies(SecureRandom random) {
        this.random = random;
    }

    /**
     * Makes a fresh cookie.
     *
     * @param session the session it leads back to
     * @return ArcRandomBits, secret
     */
    byte[] issue(SessionId session) {
        byte[] fresh = new byte[RANDOM_BITS];
        random.nextBytes(fresh);
        lock.lock();
        try {
            Cookie old = cookies.remove(session.sessionId());
            byte[] before = old != null && old.session().equals(session) ? old.newest() : fresh;
            cookies.put(session.sessionId(), new Cookie(session, fresh, before));
            if (cookies.size() > SESSIONS_KEPT) {
                cookies.remove(cookies.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
        return fresh.clone();
    }

    /**
     * Checks what a client presented.
     *
     * @param logonId  number of the session the client names
     * @param verifier SecurityVerifier (2.2.4.3), 16 bytes
     * @return the session, if the client knows its cookie
     */
    Optional<SessionId> verify(int logonId, byte[] verifier) {
        Cookie cookie;
        lock.lock();
        try {
            cookie = cookies.get(logonId);
        } finally {
            lock.unlock();
        }
        if (cookie == null) {
            return Optional.empty();
        }
        boolean known = proves(cookie.newest(), verifier) || proves(cookie.before(), verifier);
        return known ? Optional.of(cookie.session()) : Optional.empty();
    }

    /**
     * The session has ended: nothing leads back to it.
     *
     * @param session the session
     */
    void forget(SessionId session) {
        lock.lock();
        try {
            Cookie cookie = cookies.get(session.sessionId());
            if (cookie != null && cookie.session().equals(session)) {
                cookies.remove(session.sessionId());
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean proves(byte[] bits, byte[] verifier) {
        return MessageDigest.isEqual(verifier(bits), verifier);
    }

    /** The proof that goes with a cookie: HMAC-MD5 over the client random. */
    static byte[] verifier(byte[] bits) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(bits, "HmacMD5"));
            return mac.doFinal(CLIENT_RANDOM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-MD5 is missing in this Java", e);
        }
    }
}
