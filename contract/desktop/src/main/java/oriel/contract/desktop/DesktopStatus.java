package oriel.contract.desktop;

import java.time.Duration;
import java.util.Optional;

/**
 * Facts about a desktop as they are now.
 *
 * @param name      what runs, as users call it, e.g. {@code Xfce}; empty = unknown
 * @param account   the Linux account its programs run as; empty = unknown
 * @param processes how many processes belong to it
 * @param memory    bytes of memory they use; 0 = unknown
 * @param processor processor time they have used
 * @param log       path of the file that has what they wrote; empty = none
 */
public record DesktopStatus(
        String name, String account, int processes, long memory, Duration processor, Optional<String> log) {

    /** Of a desktop that says nothing about itself. */
    public static final DesktopStatus NOTHING_KNOWN = new DesktopStatus("", "", 0, 0, Duration.ZERO, Optional.empty());
}
