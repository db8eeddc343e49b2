package oriel.contract.desktop;

import java.time.Instant;

/**
 * A disconnected session, as offered to its user.
 *
 * @param sessionId      its number
 * @param desktop        name of its desktop
 * @param startedAt      when it was started
 * @param disconnectedAt when its client went away
 * @param client         name or address of the client it was last shown on
 */
public record SessionChoice(int sessionId, String desktop, Instant startedAt, Instant disconnectedAt, String client) {}
