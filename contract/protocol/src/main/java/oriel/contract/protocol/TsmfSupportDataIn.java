package oriel.contract.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Asks which media formats a client can render ({@code TSMF_SUPPORT_DATA_IN} and its nodes; pages of these names). The
 * binary input of {@link Property#MF_FORMAT_SUPPORT}; {@code numEntries} is the length of {@code nodes}.
 *
 * @param mfSession {@code guidMfSession}: the media session
 * @param nodes     what is to be rendered
 */
public record TsmfSupportDataIn(UUID mfSession, List<Node> nodes) {

    private static final int FIXED_SIZE = 16 /* guidMfSession */ + 4 /* numEntries */;

    /** Copies the list and checks that the packed form fits into a property. */
    public TsmfSupportDataIn {
        nodes = List.copyOf(nodes);
        Lengths.check("TSMF_SUPPORT_DATA_IN", size(nodes), WtsDefs.MAX_PROPERTY_SIZE);
    }

    /**
     * Takes the packed form apart.
     *
     * @param bytes at most {@link WtsDefs#MAX_PROPERTY_SIZE}
     * @return its members
     * @throws ProtocolException if it is cut short, or its counts and sizes disagree ({@link HResult#E_INVALIDARG})
     */
    public static TsmfSupportDataIn decode(byte[] bytes) throws ProtocolException {
        return Packed.read("TSMF_SUPPORT_DATA_IN", bytes, in -> {
            UUID mfSession = Packed.guid(in);
            int count = Packed.count("numEntries", in, Node.FIXED_SIZE);
            List<Node> nodes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                nodes.add(Node.decode(in));
            }
            return new TsmfSupportDataIn(mfSession, nodes);
        });
    }

    /**
     * Makes the packed form.
     *
     * @return the header and its nodes, one after the other
     */
    public byte[] encode() {
        return Packed.write(size(nodes), out -> {
            Packed.putGuid(out, mfSession);
            out.putInt(nodes.size());
            nodes.forEach(node -> node.encode(out));
        });
    }

    private static int size(List<Node> nodes) {
        return FIXED_SIZE + nodes.stream().mapToInt(Node::size).sum();
    }

    /**
     * One stream that is to be rendered ({@code TSMF_SUPPORT_NODEDATA_IN}). {@code byteCount} is the size of the node, its
     * own four bytes and the media types included (our reading); {@code numMediaTypes} is the length of {@code mediaTypes}.
     *
     * @param nodeId     {@code nodeId}: number of the node
     * @param mediaTypes the formats in which it can be had, best first
     */
    public record Node(long nodeId, List<AmMediaType> mediaTypes) {

        private static final int FIXED_SIZE = 4 /* byteCount */ + 8 /* nodeId */ + 4 /* numMediaTypes */;

        /** Copies the list. */
        public Node {
            mediaTypes = List.copyOf(mediaTypes);
        }

        private static Node decode(ByteBuffer in) {
            int start = in.position();
            int byteCount = in.getInt();
            long nodeId = in.getLong();
            int count = Packed.count("numMediaTypes", in, AmMediaType.FIXED_SIZE);
            List<AmMediaType> mediaTypes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                mediaTypes.add(AmMediaType.decode(in));
            }
            if (byteCount != in.position() - start) {
                throw new IllegalArgumentException(
                        "byteCount " + byteCount + " of a node of " + (in.position() - start) + " bytes");
            }
            return new Node(nodeId, mediaTypes);
        }

        private int size() {
            return FIXED_SIZE + mediaTypes.stream().mapToInt(AmMediaType::size).sum();
        }

        private void encode(ByteBuffer out) {
            out.putInt(size()).putLong(nodeId).putInt(mediaTypes.size());
            mediaTypes.forEach(type -> type.encode(out));
        }
    }
}
