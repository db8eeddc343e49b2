package oriel.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration that was found valid. Immutable. */
public final class Configuration {

    private final Values general;
    private final List<Named> listeners;
    private final List<Named> pools;
    private final List<Named> users;
    private final List<Named> groups;
    private final List<String> warnings;

    Configuration(
            Values general,
            List<Named> listeners,
            List<Named> pools,
            List<Named> users,
            List<Named> groups,
            List<String> warnings) {
        this.general = general;
        this.listeners = List.copyOf(listeners);
        this.pools = List.copyOf(pools);
        this.users = List.copyOf(users);
        this.groups = List.copyOf(groups);
        this.warnings = List.copyOf(warnings);
    }

    /** A table with a name of its own: of a listener, a pool of licences, a user, a group. */
    public static final class Named {

        private final String name;
        private final Values values;

        Named(String name, Map<String, Object> values) {
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
         * @param key one of the keys of such tables
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
     * A value outside the named tables.
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
    public List<Named> listeners() {
        return listeners;
    }

    /**
     * The pools of licences.
     *
     * @return their tables in the order of the file
     */
    public List<Named> pools() {
        return pools;
    }

    /**
     * What single users get.
     *
     * @return their tables in the order of the file
     */
    public List<Named> users() {
        return users;
    }

    /**
     * What members of groups get.
     *
     * @return their tables in the order of the file: the first counts
     */
    public List<Named> groups() {
        return groups;
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
        changes("listener.", Keys.LISTENER, false, listeners, other.listeners, live, changed);
        changes("pool.", LicensingKeys.POOL, true, pools, other.pools, live, changed);
        changes("user.", DesktopKeys.SHARE, false, users, other.users, live, changed);
        changes("group.", DesktopKeys.SHARE, false, groups, other.groups, live, changed);
        return changed;
    }

    /** What differs between tables; {@code come} says whether whole tables can come and go without a restart. */
    private static void changes(
            String kind,
            List<Key<?>> keys,
            boolean come,
            List<Named> before,
            List<Named> after,
            boolean live,
            List<String> changed) {
        for (Named table : before) {
            Optional<Named> twin = named(table.name, after);
            if (twin.isPresent()) {
                differences(kind + table.name + ".", keys, table.values, twin.get().values, live, changed);
            } else if (live == come) {
                changed.add(kind + table.name);
            }
        }
        for (Named table : after) {
            if (live == come && named(table.name, before).isEmpty()) {
                changed.add(kind + table.name);
            }
        }
    }

    private static Optional<Named> named(String name, List<Named> tables) {
        return tables.stream().filter(table -> table.name.equals(name)).findFirst();
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
