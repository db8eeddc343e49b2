package oriel.xsession;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Account;

/**
 * The end of all that a session had: its processes, then its files. Does not fail; what resists is logged.
 *
 * @param launcher runs what clears away, as the user
 * @param last     whether the user has no other session
 */
record Clearing(Launcher launcher, boolean last) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);

    /** Accounts below are of the system (login.defs(5)); what they have left is not ours to judge. */
    private static final int FIRST_PERSON = 1000;

    static Clearing of(Path script, Path folder, Optional<Account> owner, Unit unit) {
        return new Clearing(new Launcher(script, folder, owner, unit, SessionLimits.NONE), true);
    }

    @Override
    public void run() {
        launcher.unit().kill();
        try {
            Launcher.run(launcher.outside("clear", isLast() ? "last" : "one"));
        } catch (IOException e) {
            LOG.warn("What session {} has left could not be cleared: {}", launcher.folder(), e.getMessage());
        }
        SessionFiles.remove(launcher.folder());
    }

    /** Whether nothing of this user runs any more. */
    private boolean isLast() {
        return last
                && launcher.owner()
                        .filter(account -> account.uid() >= FIRST_PERSON)
                        .filter(account -> !Proc.anyOf(account.uid()))
                        .isPresent();
    }
}
