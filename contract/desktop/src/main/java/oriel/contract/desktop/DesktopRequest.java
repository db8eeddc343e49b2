package oriel.contract.desktop;

import java.util.Optional;
import java.util.Set;

/**
 * What a desktop is started with.
 *
 * @param host           the session it belongs to
 * @param userName       the user who is logged on
 * @param groups         groups the user belongs to
 * @param view           the client it is first shown on
 * @param initialProgram program to start in place of the usual one, as the policy allowed it
 */
public record DesktopRequest(
        SessionHost host,
        String userName,
        Set<String> groups,
        ClientView view,
        Optional<InitialProgram> initialProgram) {

    /** Copies the groups. */
    public DesktopRequest {
        groups = Set.copyOf(groups);
    }

    /**
     * A program to start.
     *
     * @param commandLine      program and arguments as one line
     * @param workingDirectory where it starts; empty = the user's home
     * @param maximized        whether its window fills the screen
     */
    public record InitialProgram(String commandLine, String workingDirectory, boolean maximized) {}
}
