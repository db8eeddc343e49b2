package oriel.helper.privileged;

import java.io.IOException;
import java.util.Map;
import oriel.helper.protocol.HelperSettings;
import oriel.xsession.LocalSessions;
import oriel.xsession.SessionOrder;
import oriel.xsession.SessionWatch;
import oriel.xsession.StartFailedException;
import oriel.xsession.XSession;

/** Starts X11 sessions as the accounts that their orders name. */
@FunctionalInterface
interface SessionHost {

    /** Starts a session with variables of PAM's in its environment. */
    XSession start(SessionOrder order, Map<String, String> environment, SessionWatch watch)
            throws StartFailedException, InterruptedException;

    /** Makes the host, once what root's configuration says is known. */
    @FunctionalInterface
    interface Maker {
        SessionHost make(HelperSettings settings) throws IOException;
    }

    /** The sessions of this host. */
    static SessionHost ofThisHost(HelperSettings settings) throws IOException {
        return LocalSessions.forAccounts(settings.sessions().directory(), settings.frontEnd())::start;
    }
}
