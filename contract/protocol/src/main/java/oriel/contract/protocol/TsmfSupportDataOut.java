package oriel.contract.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Says which media formats a client can render ({@code TSMF_SUPPORT_DATA_OUT} and its nodes; pages of these names). The
 * binary output of {@link Property#MF_FORMAT_SUPPORT}; {@code numEntries} is the length of {@code nodes}.
 *
 * @param mfSession {@code guidMfSession}: the media session of the question
 * @param nodes     one answer per node of the question (our reading)
 */
public record TsmfSupportDataOut(UUID mfSession, List<Node> nodes) {

    private static final int FIXED_SIZE = 16 /* guidMfSession */ + 4 /* numEntries */;

    /** Copies the list and checks that the packed form fits into a property. */
    public TsmfSupportDataOut {
        nodes = List.copyOf(nodes);
        Lengths.check("TSMF_SUPPORT_DATA_OUT", size(nodes), WtsDefs.MAX_PROPERTY_SIZE);
    }

    /**
     * Takes the packed form apart.
     *
     * @param bytes at most {@link WtsDefs#MAX_PROPERTY_SIZE}
     * @return its members
     * @throws ProtocolException if it is cut short ({@link HResult#E_INVALIDARG})
     */
    public static TsmfSupportDataOut decode(byte[] bytes) throws ProtocolException {
        return Packed.read("TSMF_SUPPORT_DATA_OUT", bytes, in -> {
            UUID mfSession = Packed.guid(in);
            int count = Packed.count("numEntries", in, Node.SIZE);
            List<Node> nodes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                nodes.add(new Node(in.getLong(), in.getInt(), Packed.guid(in), in.getInt()));
            }
            return new TsmfSupportDataOut(mfSession, nodes);
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
            for (Node node : nodes) {
                out.putLong(node.nodeId).putInt(node.supportStatus);
                Packed.putGuid(out, node.newSink);
                out.putInt(node.supportedMediaTypeIndex);
            }
        });
    }

    private static int size(List<Node> nodes) {
        return FIXED_SIZE + nodes.size() * Node.SIZE;
    }

    /**
     * The answer for one node ({@code TSMF_SUPPORT_NODEDATA_OUT}).
     *
     * @param nodeId                  {@code nodeId}: number of the node in the question
     * @param supportStatus           {@code hrSupportStatus}: {@link #NOT_SUPPORTED} or {@link #SUPPORTED}
     * @param newSink                 {@code clsidNewSink}: the renderer to use
     * @param supportedMediaTypeIndex {@code supportedMediaTypeIndex}: which of the offered types, from 0
     */
    public record Node(long nodeId, int supportStatus, UUID newSink, int supportedMediaTypeIndex) {

        /** None of the offered types can be rendered. */
        public static final int NOT_SUPPORTED = 0;
        /** One of them can. */
        public static final int SUPPORTED = 1;

        private static final int SIZE =
                8 /* nodeId */ + 4 /* hrSupportStatus */ + 16 /* clsidNewSink */ + 4 /* supportedMediaTypeIndex */;
    }
}
