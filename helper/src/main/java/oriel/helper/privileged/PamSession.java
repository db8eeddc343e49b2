package oriel.helper.privileged;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.PamConversation;
import oriel.system.PamResult;
import oriel.system.PamTransaction;
import oriel.system.ProcessState;

/**
 * PAM's session around one of ours: opened before its first process starts, closed after its last has ended, in the
 * transaction that has checked the password, so that modules still have what they learned from it.
 */
final class PamSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PamSession.class);

    /** Modules act on the whole process, which belongs to no session: one at a time, and what they change is put back. */
    private static final Object PROCESS = new Object();

    /** With whom nobody talks any more. */
    private static final PamConversation SILENT = new PamConversation() {
        @Override
        public Optional<char[]> ask(String prompt, boolean visible) {
            return Optional.empty();
        }

        @Override
        public boolean tell(String text, boolean error) {
            LOG.info("PAM says: {}", text);
            return true;
        }
    };

    private final PamThread thread;
    private final boolean opened;
    private final Map<String, String> environment;

    private PamSession(PamThread thread, boolean opened, Map<String, String> environment) {
        this.thread = thread;
        this.opened = opened;
        this.environment = environment;
    }

    /** Opens the session of somebody who has the right to it. */
    static PamSession open(Grant grant, PamServices.Choice service, Semaphore places)
            throws IOException, InterruptedException {
        PamThread thread = grant.pam().orElseGet(() -> PamThread.take(places));
        if (thread == null) {
            throw new IOException("too many sessions use PAM");
        }
        boolean done = false;
        try {
            PamSession session = thread.call(() -> open(thread, grant, service));
            done = true;
            return session;
        } finally {
            if (!done) {
                thread.close();
            }
        }
    }

    private static PamSession open(PamThread thread, Grant grant, PamServices.Choice service) throws IOException {
        if (grant.pam().isEmpty()) {
            PamTransaction fresh = thread.begin(service.name(), grant.account(), "", SILENT);
            require(fresh, fresh.account(PamTransaction.DISALLOW_NULL_AUTHTOK));
        }
        PamTransaction pam = thread.transaction();
        if (!service.sessions()) {
            return new PamSession(thread, false, Map.of());
        }
        synchronized (PROCESS) {
            try (var _ = ProcessState.keep()) {
                require(pam, pam.credentials(PamTransaction.ESTABLISH_CRED));
                require(pam, pam.openSession());
            }
        }
        return new PamSession(thread, true, variables(pam));
    }

    private static Map<String, String> variables(PamTransaction pam) {
        var variables = new LinkedHashMap<String, String>();
        for (String variable : pam.environment()) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return variables;
    }

    private static void require(PamTransaction pam, PamResult result) throws IOException {
        if (!result.success()) {
            throw new IOException("PAM says: " + pam.describe(result));
        }
    }

    /** What modules want in the environment. */
    Map<String, String> environment() {
        return environment;
    }

    /** Closes the session; what then goes wrong is only logged. */
    @Override
    public void close() {
        if (opened) {
            thread.go(this::end);
        }
        thread.close();
    }

    private void end() {
        PamTransaction pam = thread.transaction();
        synchronized (PROCESS) {
            try (var _ = ProcessState.keep()) {
                PamResult closed = pam.closeSession();
                pam.credentials(PamTransaction.DELETE_CRED);
                if (!closed.success()) {
                    LOG.warn("The session was not closed in PAM: {}.", pam.describe(closed));
                }
            } catch (IOException e) {
                LOG.warn("The session was not closed in PAM: {}.", e.getMessage());
            }
        }
    }
}
