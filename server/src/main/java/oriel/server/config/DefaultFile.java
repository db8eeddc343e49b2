package oriel.server.config;

import java.util.List;

/** The file that a first start writes: every key with its documentation, each commented out. */
public final class DefaultFile {

    private static final String HEAD = """
            # Configuration of Oriel. Every key is here, commented out, with the value it has when nobody says otherwise.
            #
            # The environment overrides this file: ORIEL_ and the path of the key in capitals, e.g. ORIEL_LOG_LEVEL=debug or
            # ORIEL_LISTENER_RDP_TCP_ADDRESS=:3390. Flags of `oriel serve` override both. Keys marked (live) take effect by
            # `oriel reload` or SIGHUP; the others at the next start. Nobody is disconnected by a reload.

            """;

    private static final String LISTENERS = """
            # ---- listeners: a table for each, [listener.NAME] -----------------------------------------------------------

            [listener.RDP-Tcp]
            """;

    private static final String POOLS = """
            # ---- pools of licences: a table for each, [pool.NAME] -------------------------------------------------------

            #[pool.office]
            """;

    private static final String SHARES = """
            # ---- what single users and members of groups get: [user.NAME], [group.NAME] ---------------------------------

            # The table of the user counts, else the first table of a group the user belongs to.
            #[group.staff]
            """;

    private DefaultFile() {}

    /**
     * Its text.
     *
     * @return a valid document that changes nothing
     */
    public static String text() {
        var text = new StringBuilder(HEAD);
        Keys.GENERAL.stream().filter(key -> !key.path().contains(".")).forEach(key -> append(text, key));
        text.append(LISTENERS);
        Keys.LISTENER.forEach(key -> append(text, key));
        for (String section : ConfigurationReader.sections()) {
            text.append('[').append(section).append("]\n");
            inSection(section).forEach(key -> append(text, key));
        }
        text.append(POOLS);
        LicensingKeys.POOL.forEach(key -> append(text, key));
        text.append(SHARES);
        DesktopKeys.SHARE.forEach(key -> append(text, key));
        return text.toString();
    }

    private static List<Key<?>> inSection(String section) {
        return Keys.GENERAL.stream()
                .filter(key -> key.path().startsWith(section + "."))
                .toList();
    }

    private static <T> void append(StringBuilder text, Key<T> key) {
        text.append("# ").append(key.documentation().replace("\n", "\n# "));
        text.append(key.live() ? " (live)\n" : "\n");
        text.append("# Allowed: ").append(key.kind().expectation()).append(".\n");
        text.append('#').append(key.name()).append(" = ");
        text.append(key.kind().toToml(key.fallback())).append("\n\n");
    }
}
