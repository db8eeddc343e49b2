package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.mcs.Per;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * GCC Conference Create Response — MS-RDPBCGR, section 2.2.1.4; ITU-T T.124, section 8.7. The user data of MCS Connect Response.
 *
 * @param nodeId the server's node, from 1001; unused
 * @param blocks the server's settings data blocks in their order
 */
public record ConferenceCreateResponse(int nodeId, List<ServerBlock> blocks) {
    private static final String NAME = "GCC Conference Create Response";
    private static final String SECTION = "MS-RDPBCGR 2.2.1.4";
    private static final String KEY = "McDn";
    private static final int CREATE_RESPONSE_WITH_USER_DATA = 0x14;

    /**
     * What Windows writes as the length of ConnectPDU, whatever the length is. It must stay one byte: rdesktop 1.9 skips 21 bytes up to
     * the length of the user data and loses its way if a correct length takes two.
     */
    private static final int CONNECT_PDU_LENGTH = 0x2A;

    private static final int FIRST_NODE = 1001;

    /** The node all Windows servers name. */
    private static final int USUAL_NODE = FIRST_NODE + 0x760A;

    /** Copies the list. */
    public ConferenceCreateResponse {
        blocks = List.copyOf(blocks);
    }

    /** A response from the usual node. */
    public ConferenceCreateResponse(List<ServerBlock> blocks) {
        this(USUAL_NODE, blocks);
    }

    /** Reads the user data of an MCS Connect Response PDU. */
    public static ConferenceCreateResponse decode(WireReader in) {
        in.named(NAME, SECTION);
        Conference.object(in);
        Per.length(in, "connectPDU"); // Not looked at: see CONNECT_PDU_LENGTH, and nothing follows the PDU.
        in.expectU8(CREATE_RESPONSE_WITH_USER_DATA, "choice");
        int nodeId = in.u16be("nodeID") + FIRST_NODE;
        in.skip(in.u8("tag"), "tag");
        in.skip(1, "result");
        WireReader data = Conference.userData(in, KEY);
        var blocks = new ArrayList<ServerBlock>();
        while (data.hasRemaining()) {
            blocks.add(ServerBlock.decode(data));
            data.named(NAME, SECTION);
        }
        return new ConferenceCreateResponse(nodeId, blocks);
    }

    /** Writes the user data of an MCS Connect Response PDU. */
    public void encode(WireWriter out) {
        Conference.object(out);
        out.u8(CONNECT_PDU_LENGTH).u8(CREATE_RESPONSE_WITH_USER_DATA).u16be(nodeId - FIRST_NODE);
        out.u8(1 /* length of tag */).u8(1 /* tag */).u8(0 /* result: success */);
        int data = Conference.beginUserData(out, KEY);
        blocks.forEach(block -> Block.encode(out, block.type(), block));
        Per.insertLength(out, data);
    }

    /** The encoded form, for MCS Connect Response. */
    public Octets toOctets() {
        var out = new WireWriter();
        encode(out);
        return out.toOctets();
    }

    /** The first block of a kind. */
    public <B extends ServerBlock> Optional<B> block(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
