package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * MCS Disconnect Provider Ultimatum PDU — MS-RDPBCGR, section 2.2.2.3; ITU-T T.125, section 11.15.
 *
 * @param reason {@link #PROVIDER_INITIATED}, {@link #USER_REQUESTED} or another number of T.125, section 7, part 3
 */
public record DisconnectProviderUltimatum(int reason) implements McsPdu {
    /** rn-domain-disconnected. */
    public static final int DOMAIN_DISCONNECTED = 0;

    /** rn-provider-initiated: the server ends the connection. */
    public static final int PROVIDER_INITIATED = 1;

    /** rn-token-purged. */
    public static final int TOKEN_PURGED = 2;

    /** rn-user-requested: the user wants to go. */
    public static final int USER_REQUESTED = 3;

    /** rn-channel-purged. */
    public static final int CHANNEL_PURGED = 4;

    static final int CHOICE = 8;

    /** Checks the range. */
    public DisconnectProviderUltimatum {
        if (reason < 0 || reason > 7) {
            throw new IllegalArgumentException("a reason has three bits: " + reason);
        }
    }

    /** Choice has six bits, reason the three behind them. */
    static DisconnectProviderUltimatum decodeDomain(WireReader in) {
        in.named("MCS Disconnect Provider Ultimatum PDU", "MS-RDPBCGR 2.2.2.3");
        int head = in.u8("choice");
        int tail = in.u8("reason");
        return new DisconnectProviderUltimatum((head & 3) << 1 | tail >> 7);
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        out.u8(CHOICE << 2 | reason >> 1).u8((reason & 1) << 7);
        DataTransfer.end(out, packet);
    }
}
