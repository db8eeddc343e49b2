package oriel.contract.desktop;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What a scene must know of the client it is shown on.
 *
 * @param size           size of the client's screen
 * @param keyboardLayout keyboard layout id of Windows, e.g. 0x0000040C for French; 0 = unknown
 * @param locale         language to speak to the user
 * @param timeZone       time zone of the client
 */
public record ClientView(Size size, int keyboardLayout, Locale locale, ZoneId timeZone) {}
