package oriel.contract.protocol;

/**
 * What changed about the service ({@code WTS_SERVICE_STATE}; page of that name).
 *
 * @param rcmServiceState starting, stopping, or no change
 * @param rcmDrainState drain on, drain off, or no change
 */
public record ServiceState(RcmServiceState rcmServiceState, RcmDrainState rcmDrainState) {}
