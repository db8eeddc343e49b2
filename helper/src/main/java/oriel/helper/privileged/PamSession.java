package oriel.helper.privileged;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.PamConversation;
import oriel.system.PamTransaction;

/**
 * PAM's session around one of ours: opened before its first process starts, closed after its last has ended, in the
 * transaction that has checked the password, so that modules still have what they learned from it.
 */
final class PamSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PamSession.class);

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
    private final Map<String, String> environment;

    private PamSession(PamThread thread, Map<String, String> environment) {
        this.thread = thread;
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
            thread.require(fresh.account(PamTransaction.DISALLOW_NULL_AUTHTOK));
        }
        if (!service.sessions()) {
            return new PamSession(thread, Map.of());
        }
        thread.openSession();
        return new PamSession(thread, variables(thread.transaction()));
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

    /** What modules want in the environment. */
    Map<String, String> environment() {
        return environment;
    }

    /** Closes the session, without waiting; what then goes wrong is only logged. */
    @Override
    public void close() {
        thread.close();
    }
}
