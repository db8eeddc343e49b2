package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Platform Challenge Response Data (PLATFORM_CHALLENGE_RESPONSE_DATA) — MS-RDPELE, section 2.2.2.5.1.
 *
 * @param version {@link #VERSION}
 * @param clientType {@link #WIN32} and the others
 * @param detailLevel how much of a chain the client wants, {@link #SIMPLE} and the others
 * @param challenge the clear challenge
 */
public record PlatformChallengeResponseData(int version, int clientType, int detailLevel, Octets challenge) {
    /** The version there is. */
    public static final int VERSION = 0x0100;

    /** WIN32_PLATFORMCHALLENGE_TYPE. */
    public static final int WIN32 = 0x0100;

    /** WIN16_PLATFORMCHALLENGE_TYPE. */
    public static final int WIN16 = 0x0200;

    /** WINCE_PLATFORMCHALLENGE_TYPE. */
    public static final int WINDOWS_CE = 0x0300;

    /** OTHER_PLATFORMCHALLENGE_TYPE. */
    public static final int OTHER = 0xFF00;

    /** LICENSE_DETAIL_SIMPLE: the licence and the certificate of the licence server. */
    public static final int SIMPLE = 1;

    /** LICENSE_DETAIL_MODERATE: the chain up to the issuer of the licence server. */
    public static final int MODERATE = 2;

    /** LICENSE_DETAIL_DETAIL: the chain up to the root. */
    public static final int DETAIL = 3;

    /** Reads a whole structure. */
    public static PlatformChallengeResponseData decode(WireReader in) {
        in.named("Platform Challenge Response Data", "MS-RDPELE 2.2.2.5.1");
        int version = in.u16("wVersion");
        int clientType = in.u16("wClientType");
        int detailLevel = in.u16("wLicenseDetailLevel");
        Octets challenge = in.octets(in.u16("cbChallenge"), "pbChallenge");
        in.expectEnd();
        return new PlatformChallengeResponseData(version, clientType, detailLevel, challenge);
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.u16(version)
                .u16(clientType)
                .u16(detailLevel)
                .u16(challenge.length())
                .octets(challenge);
    }
}
