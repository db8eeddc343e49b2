package oriel.rdp.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the listener is towards its clients: certificate chains with their private keys, read from PEM files, and read again
 * when the files change. Connections that stand keep what they began with. Safe for use by several threads.
 */
public final class ServerIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(ServerIdentity.class);

    /** How often the files are looked at. */
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    /** Sessions that can be resumed; nobody gains from more, and each takes memory. */
    private static final int SESSIONS_KEPT = 64;

    /**
     * One certificate and its key.
     *
     * @param certificate PEM file with the chain, the server's own certificate first
     * @param key         PEM file with its private key
     */
    public record PemPair(Path certificate, Path key) {}

    private final List<PemPair> files;
    private final ReentrantLock lock = new ReentrantLock();

    private List<FileTime> seen = List.of();
    private long lookedAt;
    private boolean looked;
    private @Nullable SSLContext current;
    private String trouble = "no certificate is configured";

    /**
     * Names the files; nothing is read yet.
     *
     * @param files certificates, at most one per kind of key (EC, RSA) is of use
     */
    public ServerIdentity(List<PemPair> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The TLS context for the next connection.
     *
     * @return the context
     * @throws IdentityUnusableException if there is no certificate with a matching key
     */
    public SSLContext context() throws IdentityUnusableException {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (!looked || now - lookedAt > LOOK_EVERY) {
                looked = true;
                lookedAt = now;
                refresh();
            }
            if (current == null) {
                throw new IdentityUnusableException(trouble);
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Looks at the files at the next connection, however short ago that was done. */
    public void lookAgain() {
        lock.lock();
        try {
            looked = false;
        } finally {
            lock.unlock();
        }
    }

    private void refresh() {
        try {
            List<FileTime> now = times();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            boolean first = current == null;
            current = load();
            if (!first) {
                LOG.info(
                        "Certificate was read again: {}.",
                        files.stream().map(PemPair::certificate).toList());
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            trouble = e.toString();
            LOG.error("Certificate cannot be used{}: {}.", current == null ? "" : ", the old one stays", trouble);
        }
    }

    private List<FileTime> times() throws IOException {
        var times = new ArrayList<FileTime>();
        for (PemPair pair : files) {
            times.add(Files.getLastModifiedTime(pair.certificate()));
            times.add(Files.getLastModifiedTime(pair.key()));
        }
        return times;
    }

    private SSLContext load() throws IOException, GeneralSecurityException {
        if (files.isEmpty()) {
            throw new GeneralSecurityException("no certificate is configured");
        }
        var entries = new ArrayList<ListenerKeys.Entry>();
        for (PemPair pair : files) {
            X509Certificate[] chain = PemFiles.certificates(pair.certificate());
            PrivateKey key = PemFiles.privateKey(pair.key(), chain[0].getPublicKey());
            entries.add(new ListenerKeys.Entry(chain, key));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new ListenerKeys(entries)}, null, null);
        context.getServerSessionContext().setSessionCacheSize(SESSIONS_KEPT);
        return context;
    }
}
