package oriel.helper.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import oriel.identity.LockoutPolicy;
import oriel.xsession.SessionLimits;

/**
 * What root's configuration says to the helper. It is said once, before the front end gives up root, and cannot be changed
 * afterwards.
 *
 * @param users    file of Oriel's own users, root's alone
 * @param lockout  what failures lead to
 * @param service  name of the PAM service; empty = {@code oriel} where it is installed, else {@code other}
 * @param access   who may log on
 * @param sessions what sessions may be
 * @param frontEnd user id that the front end will run as
 */
public record HelperSettings(
        Path users, LockoutPolicy lockout, String service, Access access, Sessions sessions, int frontEnd) {

    /** The longest name of a user, a group or a service, in bytes. */
    public static final int LONGEST_NAME = 256;

    /** The most groups in a list. */
    public static final int MOST_GROUPS = 200;

    /** How long after a logon a session may be started, unless told. */
    public static final Duration USUAL_GRANT = Duration.ofMinutes(5);

    /** How long after the failure of a session a fresh one may be started, unless told. */
    public static final Duration USUAL_FRESH_START = Duration.ofMinutes(10);

    /** Whose names and passwords count. */
    public enum Accounts {
        /** Oriel's own users, and Linux accounts whose names no own user has. */
        BOTH,
        /** Oriel's own users alone. */
        OWN,
        /** Linux accounts alone. */
        LINUX
    }

    /**
     * Who may log on.
     *
     * @param accounts      whose names and passwords count
     * @param allowedGroups members of these alone; empty = everybody
     * @param deniedGroups  members of these not, whatever else they are in
     * @param root          whether root may
     */
    public record Access(Accounts accounts, Set<String> allowedGroups, Set<String> deniedGroups, boolean root) {

        /** Everybody but root. */
        public static final Access EVERYBODY = new Access(Accounts.BOTH, Set.of(), Set.of(), false);

        /** Copies the groups. */
        public Access {
            allowedGroups = Set.copyOf(allowedGroups);
            deniedGroups = Set.copyOf(deniedGroups);
        }
    }

    /**
     * What sessions may be.
     *
     * @param directory  where what is kept of running sessions is, root's all the way up; gone with a restart of the host
     * @param shellUser  Linux account that programs of Oriel's own users run as; empty = the account of the same name
     * @param most       how many may run at once
     * @param limits     the most a session may be given; 0 = no limit
     * @param grant      how long after a logon a session may be started
     * @param freshStart how long after the failure of a session a fresh one may be started without a logon
     */
    public record Sessions(
            Path directory, String shellUser, int most, SessionLimits limits, Duration grant, Duration freshStart) {

        /**
         * As many as there is room for, without limits.
         *
         * @param directory where what is kept of running sessions is
         * @return the settings
         */
        public static Sessions usual(Path directory) {
            return new Sessions(directory, "", 1000, SessionLimits.NONE, USUAL_GRANT, USUAL_FRESH_START);
        }

        /** Checks the ranges. */
        public Sessions {
            if (most < 1 || grant.isNegative() || freshStart.isNegative()) {
                throw new IllegalArgumentException("sessions " + most + ", " + grant + ", " + freshStart);
            }
        }
    }

    /** Checks the range. */
    public HelperSettings {
        if (frontEnd <= 0) {
            throw new IllegalArgumentException("the front end must not be user " + frontEnd);
        }
    }
}
