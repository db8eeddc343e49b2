package oriel.contract.protocol;

import java.util.UUID;

/**
 * Identifies a session ({@code WTS_SESSION_ID}; page of that name).
 *
 * @param sessionUniqueGuid one value per session instance, never used again; tells recycled numbers apart (Q16)
 * @param sessionId number of the session, unique on the host while it exists; at least 1
 */
public record SessionId(UUID sessionUniqueGuid, int sessionId) {}
