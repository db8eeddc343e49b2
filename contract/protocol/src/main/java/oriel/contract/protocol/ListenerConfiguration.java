package oriel.contract.protocol;

import java.util.Map;

/**
 * The registration entry of a listener: what its registry key holds on Windows (page <em>Registering the Protocol
 * Manager</em>).
 *
 * @param name     name of the entry, e.g. {@code RDP-Tcp}
 * @param provider name of the provider that serves it, see {@link ProtocolProvider#name()}
 * @param enabled  whether it is started
 * @param values   what the provider wants to know, as text; each provider documents its keys
 */
public record ListenerConfiguration(String name, String provider, boolean enabled, Map<String, String> values) {

    /** Copies the values. */
    public ListenerConfiguration {
        values = Map.copyOf(values);
    }

    /**
     * A value as text.
     *
     * @param key      its key
     * @param fallback what it is when the entry does not say
     * @return the text
     */
    public String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /**
     * A value as a number.
     *
     * @param key      its key
     * @param fallback what it is when the entry does not say
     * @return the number
     * @throws ProtocolException if it is no number
     */
    public int number(String key, int fallback) throws ProtocolException {
        String text = values.get(key);
        if (text == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ProtocolException(
                    HResult.E_INVALIDARG, "listener " + name + ": " + key + " is '" + text + "', expected a number", e);
        }
    }
}
