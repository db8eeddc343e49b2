package oriel.xsession;

import java.time.Duration;

/**
 * What a session uses.
 *
 * @param processes how many processes it has
 * @param memory    bytes of memory they use, shared pages counted once where the system says so
 * @param processor processor time they have used so far
 */
public record SessionFigures(int processes, long memory, Duration processor) {}
