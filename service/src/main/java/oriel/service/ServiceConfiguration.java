package oriel.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oriel.contract.protocol.ListenerConfiguration;

/**
 * What the service is told when it is made.
 *
 * @param hostName       name of this host, for show and for certificates
 * @param listeners      the registration entries
 * @param desktop        name of the kind of desktop users get, see {@link
 *     oriel.contract.desktop.DesktopProvider#name()}
 * @param locale         language for clients whose language is unknown
 * @param deadlines      how long the service waits
 * @param limits         how much it takes on
 * @param policy         what the administrator decided; may be changed later
 * @param traceDirectory where the traces of ended connections are kept; empty = in memory only
 */
public record ServiceConfiguration(
        String hostName,
        List<ListenerConfiguration> listeners,
        String desktop,
        Locale locale,
        Deadlines deadlines,
        Limits limits,
        Policy policy,
        Optional<Path> traceDirectory) {

    /** Copies the list. */
    public ServiceConfiguration {
        listeners = List.copyOf(listeners);
    }

    /**
     * Starts a configuration with everything that has a default.
     *
     * @param hostName  name of this host
     * @param desktop   name of the kind of desktop users get
     * @param listeners the registration entries
     * @return a builder
     */
    public static Builder builder(String hostName, String desktop, List<ListenerConfiguration> listeners) {
        return new Builder(hostName, desktop, listeners);
    }

    /** Collects the members of a {@link ServiceConfiguration}; not for use by several threads. */
    public static final class Builder {
        private final String hostName;
        private final String desktop;
        private final List<ListenerConfiguration> listeners;
        private Locale locale = Locale.ENGLISH;
        private Deadlines deadlines = Deadlines.DEFAULT;
        private Limits limits = Limits.DEFAULT;
        private Policy policy = Policy.DEFAULT;
        private Optional<Path> traceDirectory = Optional.empty();

        private Builder(String hostName, String desktop, List<ListenerConfiguration> listeners) {
            this.hostName = hostName;
            this.desktop = desktop;
            this.listeners = listeners;
        }

        /**
         * Sets the language for clients whose language is unknown.
         *
         * @param value the language
         * @return this
         */
        public Builder locale(Locale value) {
            locale = value;
            return this;
        }

        /**
         * Sets how long the service waits.
         *
         * @param value the deadlines
         * @return this
         */
        public Builder deadlines(Deadlines value) {
            deadlines = value;
            return this;
        }

        /**
         * Sets how much the service takes on.
         *
         * @param value the limits
         * @return this
         */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /**
         * Sets what the administrator decided.
         *
         * @param value the policy
         * @return this
         */
        public Builder policy(Policy value) {
            policy = value;
            return this;
        }

        /**
         * Sets where traces are kept.
         *
         * @param value a directory; made when it is missing
         * @return this
         */
        public Builder traceDirectory(Path value) {
            traceDirectory = Optional.of(value);
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the configuration
         */
        public ServiceConfiguration build() {
            return new ServiceConfiguration(
                    hostName, listeners, desktop, locale, deadlines, limits, policy, traceDirectory);
        }
    }
}
