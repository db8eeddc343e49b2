package oriel.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import oriel.server.toml.TomlException;
import oriel.server.toml.TomlReader;
import oriel.server.toml.TomlValue;
import oriel.server.toml.TomlValue.Table;

/** Puts a configuration together from the file, the environment and the flags, and collects everything that is wrong. */
public final class ConfigurationReader {

    private static final int LARGEST_FILE = 1 << 20;
    private static final String LISTENER_TABLE = "listener";
    private static final String POOL_TABLE = "pool";
    private static final String USER_TABLE = "user";
    private static final String GROUP_TABLE = "group";
    private static final String FIRST_LISTENER = "RDP-Tcp";

    /** Variables that the launcher and the directories read. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("ORIEL_HOME", "ORIEL_JDK", "ORIEL_JDK_PLACES", "ORIEL_JAVA_OPTIONS", "ORIEL_AOT", "ORIEL_BUILD");

    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, String> flags;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ConfigurationReader(Path file, Map<String, String> environment, Map<String, String> flags) {
        this.file = file;
        this.environment = environment;
        this.flags = flags;
    }

    /**
     * Reads a configuration.
     *
     * @param file        the file; it need not exist
     * @param environment the environment of the process
     * @param flags       values by path as flags gave them, e.g. {@code log.level}
     * @return the configuration
     * @throws ConfigurationException if anything in it cannot be used
     */
    public static Configuration read(Path file, Map<String, String> environment, Map<String, String> flags)
            throws ConfigurationException {
        return new ConfigurationReader(file, environment, flags).read();
    }

    private Configuration read() throws ConfigurationException {
        Table root = root();
        Map<String, TomlValue> rest = new LinkedHashMap<>(root.values());
        Table listenerTables = tableOf(rest.remove(LISTENER_TABLE), LISTENER_TABLE);
        Table poolTables = tableOf(rest.remove(POOL_TABLE), POOL_TABLE);
        Table userTables = tableOf(rest.remove(USER_TABLE), USER_TABLE);
        Table groupTables = tableOf(rest.remove(GROUP_TABLE), GROUP_TABLE);
        Values general = new Values(resolve("", Keys.GENERAL, flatten(rest)));
        List<Configuration.Named> listeners = listeners(listenerTables);
        List<Configuration.Named> pools = named(POOL_TABLE, LicensingKeys.POOL, poolTables.values());
        List<Configuration.Named> users = named(USER_TABLE, DesktopKeys.SHARE, userTables.values());
        List<Configuration.Named> groups = named(GROUP_TABLE, DesktopKeys.SHARE, groupTables.values());
        check(general, listeners);
        checkVariables(Stream.of(
                variables(LISTENER_TABLE, Keys.LISTENER, listeners),
                variables(POOL_TABLE, LicensingKeys.POOL, pools),
                variables(USER_TABLE, DesktopKeys.SHARE, users),
                variables(GROUP_TABLE, DesktopKeys.SHARE, groups)));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(general, listeners, pools, users, groups, warnings);
    }

    private Table root() throws ConfigurationException {
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST_FILE) {
                throw new ConfigurationException(List.of(file + " has more than 1 MiB"));
            }
            return TomlReader.read(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return emptyTable();
        } catch (TomlException e) {
            throw new ConfigurationException(List.of(at(e.line()) + e.getMessage()));
        } catch (IOException e) {
            throw new ConfigurationException(List.of(file + " cannot be read: " + reason(e)));
        }
    }

    private static Table emptyTable() {
        try {
            return TomlReader.read("");
        } catch (TomlException e) {
            throw new IllegalStateException("an empty document is valid", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private String at(int line) {
        return file + " line " + line + ": ";
    }

    private Table tableOf(@org.jspecify.annotations.Nullable TomlValue value, String path) {
        return switch (value) {
            case null -> emptyTable();
            case Table table -> table;
            case TomlValue other -> {
                problems.add(
                        at(other.line()) + path + " is " + other.kind() + ", expected a table [" + path + ".NAME]");
                yield emptyTable();
            }
        };
    }

    /** Keys of all general tables by path; there is one level of tables. */
    private static Map<String, TomlValue> flatten(Map<String, TomlValue> root) {
        Map<String, TomlValue> flat = new LinkedHashMap<>();
        root.forEach((name, value) -> {
            if (value instanceof Table table) {
                if (table.values().isEmpty() && !sections().contains(name)) {
                    flat.put(name, table);
                }
                table.values().forEach((key, inner) -> flat.put(name + "." + key, inner));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    static List<String> sections() {
        return Keys.GENERAL.stream()
                .map(Key::path)
                .filter(path -> path.contains("."))
                .map(path -> path.substring(0, path.indexOf('.')))
                .distinct()
                .toList();
    }

    private List<Configuration.Named> listeners(Table tables) {
        Map<String, TomlValue> all = new LinkedHashMap<>(tables.values());
        if (all.isEmpty()) {
            all.put(FIRST_LISTENER, emptyTable());
        }
        return named(LISTENER_TABLE, Keys.LISTENER, all);
    }

    private List<Configuration.Named> named(String kind, List<Key<?>> keys, Map<String, TomlValue> tables) {
        List<Configuration.Named> named = new ArrayList<>();
        tables.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
                problems.add(at(value.line()) + "the " + kind + " name '" + name
                        + "' must be 1 to 32 letters, digits or . _ - and begin with a letter or digit");
            }
            Table table = tableOf(value, kind + "." + name);
            named.add(new Configuration.Named(name, resolve(kind + "." + name + ".", keys, table.values())));
        });
        return named;
    }

    /** The values of some keys: flag, else environment, else file; what nobody says is left out. */
    private Map<String, Object> resolve(String prefix, List<Key<?>> keys, Map<String, TomlValue> fromFile) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            String path = prefix + key.path();
            TomlValue inFile = fromFile.get(key.path());
            if (inFile != null) {
                accept(key, key.kind().read(inFile), at(inFile.line()) + path, shown(inFile), values);
            }
            String variable = Key.variable(path);
            String inEnvironment = environment.get(variable);
            if (inEnvironment != null) {
                accept(key, key.kind().parse(inEnvironment), "environment: " + variable, inEnvironment, values);
            }
            String inFlags = flags.get(path);
            if (inFlags != null) {
                accept(key, key.kind().parse(inFlags), "command line: " + path, inFlags, values);
            }
        }
        List<String> known = keys.stream().<String>map(Key::path).toList();
        fromFile.forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(at(value.line()) + "unknown key " + prefix + name + unknown(name, known));
            }
        });
        return values;
    }

    private static String unknown(String name, Collection<String> known) {
        return Suggestion.clause(name, known);
    }

    private void accept(Key<?> key, Optional<?> value, String where, String shown, Map<String, Object> values) {
        value.ifPresentOrElse(
                valid -> values.put(key.path(), valid),
                () -> problems.add(
                        where + " is " + shown + ", expected " + key.kind().expectation()));
    }

    private static String shown(TomlValue value) {
        String text = switch (value) {
            case TomlValue.Text string -> '"' + string.value() + '"';
            case TomlValue.Whole number -> Long.toString(number.value());
            case TomlValue.Truth truth -> Boolean.toString(truth.value());
            case TomlValue.Decimal number -> Double.toString(number.value());
            default -> value.kind();
        };
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** What no key can check alone. */
    private void check(Values general, List<Configuration.Named> listeners) {
        if (general.get(Keys.LOCKOUT_LOCK_AFTER) <= general.get(Keys.LOCKOUT_SLOW_AFTER)) {
            problems.add(file + ": lockout.lock-after (" + general.get(Keys.LOCKOUT_LOCK_AFTER)
                    + ") must be more than lockout.slow-after (" + general.get(Keys.LOCKOUT_SLOW_AFTER) + ")");
        }
        for (Configuration.Named listener : listeners) {
            boolean certificate = !listener.get(Keys.LISTENER_CERTIFICATE).isEmpty();
            if (certificate == listener.get(Keys.LISTENER_KEY).isEmpty()) {
                problems.add(file + ": listener " + listener.name() + " has a "
                        + (certificate ? "certificate but no key" : "key but no certificate"));
            }
        }
        if (listeners.stream().noneMatch(listener -> listener.get(Keys.LISTENER_ENABLED))) {
            problems.add(file + ": no listener is enabled");
        }
    }

    private void checkVariables(Stream<Stream<String>> ofTables) {
        List<String> known = Stream.concat(
                        Keys.GENERAL.stream().map(key -> Key.variable(key.path())), ofTables.flatMap(names -> names))
                .toList();
        environment.keySet().stream()
                .filter(variable -> variable.startsWith("ORIEL_"))
                .filter(variable -> !known.contains(variable) && !OTHER_VARIABLES.contains(variable))
                .forEach(variable ->
                        warnings.add("environment: " + variable + " is no setting" + unknown(variable, known)));
    }

    private static Stream<String> variables(String kind, List<Key<?>> keys, List<Configuration.Named> tables) {
        return tables.stream()
                .flatMap(table -> keys.stream().map(key -> Key.variable(kind + "." + table.name() + "." + key.path())));
    }
}
