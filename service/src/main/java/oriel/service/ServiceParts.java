package oriel.service;

import java.time.Clock;
import oriel.contract.desktop.DesktopProvider;
import oriel.identity.Authentication;
import oriel.licensing.LicensingPolicies;

/**
 * What the sequences of all connections share.
 *
 * @param configuration  what the service was told
 * @param clock          tells the time of day; deadlines do not follow it
 * @param authentication decides who somebody is
 * @param licensing      decides about licences
 * @param desktops       makes the desktops of users
 * @param policy         policy as it stands
 * @param admission      who may come in at all
 * @param sessions       all sessions
 * @param events         what happens to sessions
 * @param traces         what was called
 * @param watchdog       watches deadlines
 */
record ServiceParts(
        ServiceConfiguration configuration,
        Clock clock,
        Authentication authentication,
        LicensingPolicies licensing,
        DesktopProvider desktops,
        PolicySettings policy,
        Admission admission,
        Sessions sessions,
        SessionEvents events,
        Traces traces,
        Watchdog watchdog) {

    Deadlines deadlines() {
        return configuration.deadlines();
    }

    /** A door to a provider. */
    Gate gate(ConnectionTrace trace, Gate.Harm harm) {
        return new Gate(clock, watchdog, deadlines().grace(), trace, harm);
    }
}
