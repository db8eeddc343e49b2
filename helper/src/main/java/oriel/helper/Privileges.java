package oriel.helper;

import java.io.IOException;
import oriel.system.Rights;

/** Root's rights, and giving them up. */
public final class Privileges {

    private Privileges() {}

    /**
     * Whether this process is root.
     *
     * @return whether it is
     */
    public static boolean held() {
        return Rights.uid() == 0;
    }

    /**
     * Gives root up for good, on all threads of this process: it is the service's account from now on, can start nothing that
     * has more rights, and its memory is nobody else's to read. Ports that are bound and files that are open stay so. The
     * system property {@code user.name} follows.
     *
     * @param account whom to become
     * @throws IOException if any of it fails: the process must end then
     */
    public static void drop(ServiceAccount account) throws IOException {
        Rights.become(account.uid(), account.gid());
        Rights.renounceNewRights();
        Rights.keepMemoryPrivate();
        System.setProperty("user.name", account.name());
    }
}
