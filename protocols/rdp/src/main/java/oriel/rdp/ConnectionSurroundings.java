package oriel.rdp;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import oriel.contract.protocol.Settings;
import oriel.rdp.transport.ServerIdentity;

/**
 * What a connection finds around it.
 *
 * @param options     what its listener entry says
 * @param identity    certificates of its listener
 * @param cookies     auto-reconnect cookies of all sessions
 * @param housekeeper looks after the connection
 * @param policy      policy as it stands
 * @param clock       nanoseconds, for what is done from time to time
 */
record ConnectionSurroundings(
        ListenerOptions options,
        ServerIdentity identity,
        AutoReconnectCookies cookies,
        Housekeeper housekeeper,
        Supplier<Settings> policy,
        LongSupplier clock) {}
