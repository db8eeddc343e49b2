package oriel.licensing;

import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.LicenseCapabilities;

/**
 * A client that asks to be licensed.
 *
 * @param connection   the connection's id, as in the log and the trace
 * @param listener     name of the listener it came in by
 * @param address      its address, without port
 * @param client       what it said about itself
 * @param capabilities how it can be licensed
 */
public record LicenseRequest(
        String connection, String listener, String address, ClientData client, LicenseCapabilities capabilities) {}
