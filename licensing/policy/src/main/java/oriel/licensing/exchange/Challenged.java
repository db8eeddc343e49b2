package oriel.licensing.exchange;

import java.util.Optional;
import oriel.contract.protocol.ErrorInfo;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.ClientPlatformChallengeResponse;
import oriel.licensing.packets.LicenseErrorCode;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.PlatformChallengeResponseData;
import oriel.licensing.packets.PlatformId;
import oriel.licensing.packets.ServerPlatformChallenge;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** The Platform Challenge is to be sent, and the client's response to be received. */
record Challenged(
        ExchangeTerms terms,
        LicenseKeys keys,
        PlatformId platformId,
        String userName,
        String machineName,
        Optional<Presented> presented)
        implements ExchangeState {

    ServerPlatformChallenge packet() {
        return new ServerPlatformChallenge(0, keys.crypt(terms.challenge()), keys.mac(terms.challenge()));
    }

    ExchangeState received(byte[] packet) {
        return ExchangeState.read(packet, this::follow);
    }

    private ExchangeState follow(LicensePacket packet) {
        if (!(packet instanceof ClientPlatformChallengeResponse response)) {
            return Over.unexpected(packet, "a Platform Challenge Response");
        }
        Octets data = keys.crypt(response.encryptedResponse());
        Octets hardwareId = keys.crypt(response.encryptedHardwareId());
        Octets both = new WireWriter().octets(data).octets(hardwareId).toOctets();
        if (!keys.verifies(response.mac(), both)) {
            return Over.wrongMac("response to the challenge");
        }
        if (hardwareId.length() != ClientHardwareId.SIZE) {
            return Over.malformed("hardware id of " + hardwareId.length() + " bytes");
        }
        if (!meets(data)) {
            return Over.malformed("client answered another challenge");
        }
        String id = ClientHardwareId.decode(hardwareId.reader()).toHex();
        if (presented.isPresent() && !presented.get().device().hardwareId().equals(id)) {
            return Over.abort(
                    LicenseErrorCode.INVALID_CLIENT,
                    ErrorInfo.LICENSE_HARDWARE_ID_MISMATCH,
                    "client named two hardware ids in one exchange");
        }
        return new Answered(terms, keys, new Device(id, platformId.value(), userName, machineName), presented);
    }

    /** Whether the response holds the challenge. rdesktop 1.9 sends the bare challenge, without the fields around it. */
    private boolean meets(Octets data) {
        if (data.equals(terms.challenge())) {
            return true;
        }
        try {
            return PlatformChallengeResponseData.decode(data.reader())
                    .challenge()
                    .equals(terms.challenge());
        } catch (MalformedPduException e) {
            return false;
        }
    }
}
