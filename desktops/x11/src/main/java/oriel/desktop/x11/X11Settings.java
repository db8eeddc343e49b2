package oriel.desktop.x11;

import java.util.Set;
import oriel.contract.desktop.Size;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionStarter;

/**
 * What X11 desktops are made with.
 *
 * @param starter starts their processes
 * @param largest the largest screen a session may be given
 * @param choice  decides what a user gets
 */
public record X11Settings(SessionStarter starter, Size largest, Choice choice) {

    /** Decides what a user gets; asked at each start of a desktop, from any thread. */
    @FunctionalInterface
    public interface Choice {

        /**
         * Decides for one user.
         *
         * @param userName the user
         * @param groups   groups the user belongs to
         * @return what that user gets
         */
        Share of(String userName, Set<String> groups);
    }

    /**
     * What a user gets.
     *
     * @param desktop id of the desktop, e.g. {@code xfce}; empty = the best that is found
     * @param limits  how much its processes may use
     * @param sound   whether its programs may play sound
     */
    public record Share(String desktop, SessionLimits limits, boolean sound) {}
}
