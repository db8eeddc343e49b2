package oriel.rdp;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.rdp.display.DisplayWarmUp;
import oriel.rdp.transport.TlsWarmUp;

/** What the provider does, once per process, so that its first clients need not wait for cold code. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    /** Warms up beside everything else, on a thread that keeps no process alive. */
    static void inBackground(SSLContext identity) {
        if (STARTED.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("rdp-warm-up").start(() -> run(identity));
        }
    }

    private static void run(SSLContext identity) {
        try {
            TlsWarmUp.run(identity);
        } catch (GeneralSecurityException | SSLException e) {
            LOG.debug("TLS was not warmed up: {}.", e.toString());
        }
        DisplayWarmUp.run();
    }
}
