package oriel.server.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.Reservation;
import oriel.licensing.policy.LicensingSettings;
import oriel.licensing.policy.LicensingSettings.Telling;
import oriel.licensing.policy.PolicyName;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.Key;
import oriel.server.config.LicensingKeys;

/** Says what the configuration says about licences in the words of licensing. */
final class LicensingConfiguration {

    private static final String DEFAULT = "default";

    private LicensingConfiguration() {}

    static LicensingSettings read(Configuration configuration) throws CommandException {
        Map<String, PolicyName> listeners = new HashMap<>();
        for (Configuration.Named listener : configuration.listeners()) {
            String policy = listener.get(LicensingKeys.LISTENER_POLICY);
            if (!policy.equals(DEFAULT)) {
                listeners.put(listener.name(), policy(policy));
            }
        }
        List<PoolSettings> pools = new ArrayList<>();
        for (Configuration.Named pool : configuration.pools()) {
            pools.add(pool(pool));
        }
        return new LicensingSettings(
                policy(configuration.get(LicensingKeys.POLICY)),
                listeners,
                configuration.get(LicensingKeys.GRACE_PERIOD),
                configuration.get(LicensingKeys.TEMPORARY_VALIDITY),
                configuration.get(LicensingKeys.THRESHOLDS),
                configuration.get(LicensingKeys.REFUSAL).equals("screen") ? Telling.ON_SCREEN : Telling.BY_CODE,
                configuration.get(LicensingKeys.FIPS),
                pools);
    }

    /** The reader lets nothing but these words pass. */
    private static PolicyName policy(String word) {
        return PolicyName.of(word).orElseThrow();
    }

    private static PoolSettings pool(Configuration.Named table) throws CommandException {
        int size = table.get(LicensingKeys.POOL_SIZE);
        try {
            return new PoolSettings(
                    table.name(),
                    LicenseKind.of(table.get(LicensingKeys.POOL_KIND)).orElseThrow(),
                    size == 0 ? OptionalInt.empty() : OptionalInt.of(size),
                    table.get(LicensingKeys.POOL_VALIDITY),
                    OptionalInt.of(table.get(LicensingKeys.POOL_TEMPORARIES)),
                    reservations(table.get(LicensingKeys.POOL_RESERVE)),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw wrong(table, LicensingKeys.POOL_RESERVE, String.valueOf(e.getMessage()));
        }
    }

    private static List<Reservation> reservations(String text) {
        List<Reservation> reservations = new ArrayList<>();
        for (String one : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int colon = one.lastIndexOf(':');
            if (colon < 0 || !one.substring(colon + 1).strip().matches("[0-9]{1,8}")) {
                throw new IllegalArgumentException("'" + one.strip() + "' is no reservation, expected GROUP:NUMBER");
            }
            reservations.add(new Reservation(
                    one.substring(0, colon).strip(),
                    Integer.parseInt(one.substring(colon + 1).strip())));
        }
        return reservations;
    }

    private static CommandException wrong(Configuration.Named table, Key<?> key, String why) {
        return new CommandException(ExitCode.CONFIGURATION, "pool." + table.name() + "." + key.path() + ": " + why);
    }
}
