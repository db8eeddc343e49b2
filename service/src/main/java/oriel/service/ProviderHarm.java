package oriel.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a provider whose manager or listener breaks the contract: the call has failed, the log says so. Its
 * connections live on.
 *
 * @param provider name of the provider
 */
record ProviderHarm(String provider) implements Gate.Harm {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderHarm.class);

    @Override
    public void brokeContract(String reason) {
        LOG.warn("Provider {} broke the contract: {}", provider, reason);
    }

    @Override
    public void stuck(String call, Thread thread) {
        LOG.warn("Provider {} does not come back from {}", provider, call);
    }
}
