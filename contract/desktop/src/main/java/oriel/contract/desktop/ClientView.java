package oriel.contract.desktop;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What a scene must know of the client it is shown on.
 *
 * @param layout         monitors of the client
 * @param keyboardLayout keyboard layout id of Windows, e.g. 0x0000040C for French; 0 = unknown
 * @param locale         language to speak to the user
 * @param timeZone       time zone of the client
 */
public record ClientView(MonitorLayout layout, int keyboardLayout, Locale locale, ZoneId timeZone) {

    /**
     * A client with one monitor at the usual scale.
     *
     * @param size           size of its screen
     * @param keyboardLayout keyboard layout id of Windows; 0 = unknown
     * @param locale         language to speak to the user
     * @param timeZone       time zone of the client
     */
    public ClientView(Size size, int keyboardLayout, Locale locale, ZoneId timeZone) {
        this(MonitorLayout.of(size), keyboardLayout, locale, timeZone);
    }

    /**
     * Extent of the client's screen.
     *
     * @return the size around all monitors, in pixels
     */
    public Size size() {
        return layout.size();
    }

    /**
     * The same client with other monitors.
     *
     * @param other how they lie
     * @return the view
     */
    public ClientView with(MonitorLayout other) {
        return new ClientView(other, keyboardLayout, locale, timeZone);
    }
}
