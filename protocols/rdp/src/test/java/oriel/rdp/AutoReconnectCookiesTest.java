package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.SessionId;

class AutoReconnectCookiesTest {

    private static final SessionId SESSION = new SessionId(UUID.randomUUID(), 7);

    private final AutoReconnectCookies cookies = new AutoReconnectCookies(new SecureRandom());

    /** HMAC-MD5 over 32 zeros, computed with another implementation. */
    @Test
    void shouldProveKnowledgeAsTheSpecificationSays() {
        byte[] bits = HexFormat.of().parseHex("a8021525e9b34cb69c4e65a4a4ff3c2b");
        assertThat(HexFormat.of().formatHex(AutoReconnectCookies.verifier(bits)))
                .isEqualTo("b48212d399b420d178439fd1f0b2fe45");
    }

    @Test
    void shouldAcceptTheNewestCookieAndTheOneBefore() {
        byte[] first = cookies.issue(SESSION);
        byte[] second = cookies.issue(SESSION);
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(first))).contains(SESSION);
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(second))).contains(SESSION);
        byte[] third = cookies.issue(SESSION);
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(first))).isEmpty();
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(third))).contains(SESSION);
    }

    @Test
    void shouldRejectCookiesOfOtherSessions() {
        byte[] bits = cookies.issue(SESSION);
        cookies.issue(new SessionId(UUID.randomUUID(), 8));
        assertThat(cookies.verify(8, AutoReconnectCookies.verifier(bits))).isEmpty();
        assertThat(cookies.verify(9, AutoReconnectCookies.verifier(bits))).isEmpty();
    }

    /** Session numbers come back; cookies must not lead to whoever has the number next. */
    @Test
    void shouldNotCarryACookieOverToASessionWithTheSameNumber() {
        byte[] bits = cookies.issue(SESSION);
        cookies.issue(new SessionId(UUID.randomUUID(), 7));
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(bits))).isEmpty();
    }

    @Test
    void shouldForgetEndedSessions() {
        byte[] bits = cookies.issue(SESSION);
        cookies.forget(new SessionId(UUID.randomUUID(), 7));
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(bits))).contains(SESSION);
        cookies.forget(SESSION);
        assertThat(cookies.verify(7, AutoReconnectCookies.verifier(bits))).isEmpty();
    }

    @Test
    void shouldRememberABoundedNumberOfSessions() {
        byte[] first = cookies.issue(new SessionId(UUID.randomUUID(), 1));
        for (int i = 2; i <= 10_001; i++) {
            cookies.issue(new SessionId(UUID.randomUUID(), i));
        }
        assertThat(cookies.verify(1, AutoReconnectCookies.verifier(first))).isEmpty();
    }
}
