package oriel.rdp;

import java.util.Optional;
import oriel.contract.desktop.MonitorLayout;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.info.ClientAutoReconnect;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.info.ExtendedInfo;
import oriel.rdp.codec.x224.ConnectionRequest;

/**
 * All that a client has said about itself before licensing.
 *
 * @param request    its X.224 request
 * @param conference its settings data blocks
 * @param info       its info packet; holds the password
 * @param ids        its channels
 * @param channels   its static virtual channels
 * @param security   version of TLS
 */
record ClientDescription(
        ConnectionRequest request,
        ConferenceCreateRequest conference,
        ClientInfo info,
        ChannelIds ids,
        ChannelTable channels,
        String security) {

    ClientCoreData core() {
        return conference.core();
    }

    /** Its monitors, as it came. */
    MonitorLayout monitors() {
        return ConnectedMonitors.of(conference);
    }

    boolean wants(int earlyCapability) {
        return ConnectionPhases.wants(conference, earlyCapability);
    }

    /** What clients since RDP 5.0 add. */
    Optional<ExtendedInfo> extended() {
        return info.extended();
    }

    /** The proof a returning client presents (2.2.4.3). */
    Optional<ClientAutoReconnect> reconnectProof() {
        return extended().flatMap(ExtendedInfo::autoReconnectCookie);
    }

    /** The same without the password, once the service has it. */
    ClientDescription withoutPassword() {
        var blank = new ClientInfo(
                info.codePage(),
                info.flags(),
                info.domain(),
                info.userName(),
                "",
                info.alternateShell(),
                info.workingDir(),
                info.extended());
        return new ClientDescription(request, conference, blank, ids, channels, security);
    }
}
