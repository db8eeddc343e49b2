package oriel.server.config;

import java.util.Map;

/**
 * Values of keys.
 *
 * @param byName values by the name of their key, each of its key's class
 */
record Values(Map<String, Object> byName) {

    Values {
        byName = Map.copyOf(byName);
    }

    <T> T get(Key<T> key) {
        Object value = byName.get(key.path());
        return value == null ? key.fallback() : key.kind().type().cast(value);
    }
}
