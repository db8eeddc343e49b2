package oriel.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration that was found valid. Immutable. */
public final class Configuration {

    private final Values general;
    private final List<Listener> listeners;
    private final List<String> warnings;

    Configuration(Values general, List<Listener> listeners, List<String> warnings) {
        this.general = general;
        this.listeners = List.copyOf(listeners);
        this.warnings = List.copyOf(warnings);
    }

    /** The table of a listener. */
    public static final class Listener {

        private final String name;
        private final Values values;

        Listener(String name, Map<String, Object> values) {
            this.name = name;
            this.values = new Values(values);
        }

        /**
         * Its name.
         *
         * @return the name, e.g. {@code RDP-Tcp}
         */
        public String name() {
            return name;
        }

        /**
         * A value of its table.
         *
         * @param <T> what it is
         * @param key one of the listener keys
         * @return the value
         */
        public <T> T get(Key<T> key) {
            return values.get(key);
        }

        Values values() {
            return values;
        }
    }

    /**
     * A value outside the listeners.
     *
     * @param <T> what it is
     * @param key which
     * @return the value
     */
    public <T> T get(Key<T> key) {
        return general.get(key);
    }

    /**
     * The listeners.
     *
     * @return their tables in the order of the file, switched off or not
     */
    public List<Listener> listeners() {
        return listeners;
    }

    /**
     * What is odd, but no reason to stop.
     *
     * @return each as one line
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Which keys differ from another configuration.
     *
     * @param other the other
     * @param live  whether to name those that a reload changes, or those that need a restart
     * @return their paths
     */
    public List<String> changes(Configuration other, boolean live) {
        var changed = new ArrayList<String>();
        differences("", Keys.GENERAL, general, other.general, live, changed);
        for (Listener listener : listeners) {
            other.listeners.stream()
                    .filter(twin -> twin.name.equals(listener.name))
                    .findFirst()
                    .ifPresentOrElse(
                            twin -> differences(
                                    "listener." + listener.name + ".",
                                    Keys.LISTENER,
                                    listener.values,
                                    twin.values,
                                    live,
                                    changed),
                            () -> addUnless(live, changed, "listener." + listener.name));
        }
        other.listeners.stream()
                .filter(twin -> listeners.stream().noneMatch(mine -> mine.name.equals(twin.name)))
                .forEach(twin -> addUnless(live, changed, "listener." + twin.name));
        return changed;
    }

    private static void addUnless(boolean live, List<String> changed, String path) {
        if (!live) {
            changed.add(path);
        }
    }

    private static void differences(
            String prefix, List<Key<?>> keys, Values before, Values after, boolean live, List<String> changed) {
        for (Key<?> key : keys) {
            if (key.live() == live && !before.get(key).equals(after.get(key))) {
                changed.add(prefix + key.path());
            }
        }
    }
}
