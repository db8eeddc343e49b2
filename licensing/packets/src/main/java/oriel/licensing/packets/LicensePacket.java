package oriel.licensing.packets;

import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A packet of licensing — MS-RDPELE, section 2.2.2; the error message is of MS-RDPBCGR, section 2.2.1.12.1.3. */
public sealed interface LicensePacket
        permits ServerLicenseRequest,
                ServerPlatformChallenge,
                ServerNewLicense,
                ServerUpgradeLicense,
                ClientNewLicenseRequest,
                ClientLicenseInformation,
                ClientPlatformChallengeResponse,
                LicenseErrorMessage {

    /** The message type in the preamble. */
    int messageType();

    /** Writes what follows the preamble. */
    void encodeMessage(WireWriter out);

    /** Writes the whole packet with the flags of a preamble. */
    default void encode(WireWriter out, int flags) {
        int start = out.reserve(LicensePreamble.SIZE);
        encodeMessage(out);
        out.setU8(start, messageType()).setU8(start + 1, flags).setU16(start + 2, out.size() - start);
    }

    /** Writes the whole packet as a peer of RDP 5 and later that sends no extended errors. */
    default void encode(WireWriter out) {
        encode(out, LicensePreamble.VERSION_3_0);
    }

    /** The whole packet as a peer of RDP 5 and later sends it. */
    default byte[] toByteArray() {
        var out = new WireWriter();
        encode(out);
        return out.toByteArray();
    }

    /** Reads a whole packet of either side. */
    static LicensePacket decode(WireReader in) {
        LicensePreamble preamble = LicensePreamble.decode(in);
        LicensePacket packet = switch (preamble.messageType()) {
            case LicensePreamble.LICENSE_REQUEST -> ServerLicenseRequest.decodeMessage(in);
            case LicensePreamble.PLATFORM_CHALLENGE -> ServerPlatformChallenge.decodeMessage(in);
            case LicensePreamble.NEW_LICENSE -> ServerNewLicense.decodeMessage(in);
            case LicensePreamble.UPGRADE_LICENSE -> ServerUpgradeLicense.decodeMessage(in);
            case LicensePreamble.LICENSE_INFO -> ClientLicenseInformation.decodeMessage(in);
            case LicensePreamble.NEW_LICENSE_REQUEST -> ClientNewLicenseRequest.decodeMessage(in);
            case LicensePreamble.PLATFORM_CHALLENGE_RESPONSE -> ClientPlatformChallengeResponse.decodeMessage(in);
            case LicensePreamble.ERROR_ALERT -> LicenseErrorMessage.decodeMessage(in);
            default -> throw in.malformed("bMsgType", "a type of licence packet", preamble.messageType());
        };
        in.expectEnd();
        return packet;
    }

    /**
     * Reads a whole packet of a peer.
     *
     * @throws LicensePacketException if it is none; says what the peer must be told
     */
    static LicensePacket receive(byte[] packet) {
        try {
            LicensePreamble.decode(new WireReader(packet));
        } catch (MalformedPduException e) {
            throw new LicensePacketException(LicenseErrorCode.INVALID_MESSAGE_LEN, e);
        }
        try {
            return decode(new WireReader(packet));
        } catch (MalformedPduException e) {
            throw new LicensePacketException(LicenseErrorCode.INVALID_CLIENT, e);
        }
    }
}
