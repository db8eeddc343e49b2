package oriel.contract.desktop;

import java.util.Optional;

/**
 * What the logon screen shows beside its fields.
 *
 * @param userName  what to put into the user field at first
 * @param userFixed whether the user may not be changed, as on the screen of a locked session
 * @param message   what went wrong before, or why the screen is there
 */
public record LogonQuestion(String userName, boolean userFixed, Optional<LogonMessage> message) {}
