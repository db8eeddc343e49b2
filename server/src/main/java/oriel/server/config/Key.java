package oriel.server.config;

import java.util.Locale;

/**
 * A key of the configuration.
 *
 * @param <T>           what its values are
 * @param path          its name with its table, e.g. {@code policy.idle-limit}; in a listener's table, the name alone
 * @param kind          what values it may have
 * @param fallback      its value when nobody says
 * @param live          whether a reload changes it without a restart
 * @param documentation what it means, in lines as they stand in the file
 */
public record Key<T>(String path, Kind<T> kind, T fallback, boolean live, String documentation) {

    /**
     * Its name without its table.
     *
     * @return what stands before the equals sign
     */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The variable of the environment that overrides a path. */
    static String variable(String path) {
        return "ORIEL_" + path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
