package oriel.rdp.codec.gcc;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Cluster Data (TS_UD_CS_CLUSTER) — MS-RDPBCGR, section 2.2.1.3.5.
 *
 * @param flags {@link #REDIRECTION_SUPPORTED} and the others; bits 2 to 5 are the redirection version less one
 * @param redirectedSessionId session to connect to, valid with {@link #REDIRECTED_SESSIONID_FIELD_VALID}
 */
public record ClientClusterData(int flags, int redirectedSessionId) implements ClientBlock {
    /** CS_CLUSTER. */
    public static final int TYPE = 0xC004;

    /** REDIRECTION_SUPPORTED: the client understands server redirection. */
    public static final int REDIRECTION_SUPPORTED = 0x01;

    /** REDIRECTED_SESSIONID_FIELD_VALID. */
    public static final int REDIRECTED_SESSIONID_FIELD_VALID = 0x02;

    /** REDIRECTED_SMARTCARD. */
    public static final int REDIRECTED_SMARTCARD = 0x40;

    /** Version of server redirection the client understands, from 1; meaningful with {@link #REDIRECTION_SUPPORTED}. */
    public int redirectionVersion() {
        return (flags >> 2 & 0x0F) + 1;
    }

    static ClientClusterData decodeFields(WireReader in) {
        in.named("Client Cluster Data", "MS-RDPBCGR 2.2.1.3.5");
        return new ClientClusterData(in.i32("Flags"), in.i32("RedirectedSessionID"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(flags).i32(redirectedSessionId);
    }
}
