package oriel.rdp.codec.gcc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.mcs.Per;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * GCC Conference Create Request — MS-RDPBCGR, section 2.2.1.3; ITU-T T.124, section 8.7. The user data of MCS Connect Initial.
 *
 * @param blocks the client's settings data blocks in their order
 */
public record ConferenceCreateRequest(List<ClientBlock> blocks) {
    private static final String NAME = "GCC Conference Create Request";
    private static final String SECTION = "MS-RDPBCGR 2.2.1.3";
    private static final String KEY = "Duca";

    /** ConnectGCCPDU choice 0 (conferenceCreateRequest), with the optional userData only. */
    private static final int CREATE_REQUEST_WITH_USER_DATA = 0x0008;

    /** The conference name "1" as a numeric string: length minus one, then the digit in the upper half of a byte. */
    private static final int NAME_ONE = 0x0010;

    /** Copies the list. */
    public ConferenceCreateRequest {
        blocks = List.copyOf(blocks);
    }

    /** Reads the user data of an MCS Connect Initial PDU. */
    public static ConferenceCreateRequest decode(WireReader in) {
        in.named(NAME, SECTION);
        Conference.object(in);
        Per.length(in, "connectPDU"); // Clients of all makers get it wrong at times, and nothing follows the PDU.
        in.expectU8(CREATE_REQUEST_WITH_USER_DATA >> 8, "choice");
        in.expectU8(CREATE_REQUEST_WITH_USER_DATA & 0xFF, "options");
        int digits = in.u8("conferenceName") + 1;
        in.skip((digits + 1) / 2, "conferenceName");
        in.skip(1, "lockedConference");
        WireReader data = Conference.userData(in, KEY);
        var blocks = new ArrayList<ClientBlock>();
        while (data.hasRemaining()) {
            blocks.add(ClientBlock.decode(data));
            data.named(NAME, SECTION);
        }
        return new ConferenceCreateRequest(blocks);
    }

    /** Writes the user data of an MCS Connect Initial PDU. */
    public void encode(WireWriter out) {
        Conference.object(out);
        int pdu = out.size();
        out.u16be(CREATE_REQUEST_WITH_USER_DATA).u16be(NAME_ONE).u8(0 /* lockedConference and the other flags */);
        int data = Conference.beginUserData(out, KEY);
        blocks.forEach(block -> Block.encode(out, block.type(), block));
        Per.insertLength(out, data);
        Per.insertLength(out, pdu);
    }

    /** The encoded form, for MCS Connect Initial. */
    public Octets toOctets() {
        var out = new WireWriter();
        encode(out);
        return out.toOctets();
    }

    /** The first block of a kind. */
    public <B extends ClientBlock> Optional<B> block(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The core data, without which no connection goes on. */
    public ClientCoreData core() {
        return block(ClientCoreData.class)
                .orElseThrow(() -> new WireReader(new byte[0])
                        .named(NAME, SECTION)
                        .malformed("clientCoreData", "a Client Core Data block", "none"));
    }

    /** The static virtual channels asked for, in the order of their identifiers. */
    public List<ClientNetworkData.ChannelDefinition> channels() {
        return block(ClientNetworkData.class).map(ClientNetworkData::channels).orElse(List.of());
    }
}
