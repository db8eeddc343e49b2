package oriel.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Keeps Logback from looking for files: nothing is logged until {@link Logging} says where to. */
public final class SilentConfigurator extends ContextAwareBase implements Configurator {

    /** Makes the configurator; Logback finds it as a service. */
    public SilentConfigurator() {}

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
