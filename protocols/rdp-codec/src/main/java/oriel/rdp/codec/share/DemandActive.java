package oriel.rdp.codec.share;

import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Demand Active PDU — MS-RDPBCGR, section 2.2.1.13.1.
 *
 * @param pduSource channel identifier of the sender
 * @param shareId identifier of the share, of the server's choosing
 * @param sourceDescriptor name of the sender, in bytes that mean nothing
 * @param capabilitySets what the sender can do
 * @param sessionId ignored by clients
 */
public record DemandActive(
        int pduSource, int shareId, Octets sourceDescriptor, List<CapabilitySet> capabilitySets, int sessionId)
        implements ShareControlPdu {
    static final int TYPE = 0x1;

    /** Copies the list. */
    public DemandActive {
        capabilitySets = List.copyOf(capabilitySets);
    }

    static DemandActive decodeFields(WireReader in, int source) {
        in.named("Demand Active PDU", "MS-RDPBCGR 2.2.1.13.1.1");
        int shareId = in.i32("shareId");
        int descriptorLength = in.u16("lengthSourceDescriptor");
        int capabilitiesLength = in.u16("lengthCombinedCapabilities");
        Octets descriptor = in.octets(descriptorLength, "sourceDescriptor");
        WireReader combined = in.slice(capabilitiesLength, "combinedCapabilities");
        List<CapabilitySet> sets = CapabilitySet.decodeAll(combined);
        return new DemandActive(source, shareId, descriptor, sets, in.i32("sessionId"));
    }

    @Override
    public void encode(WireWriter out) {
        int mark = ShareControlPdu.begin(out, TYPE, pduSource);
        out.i32(shareId).u16(sourceDescriptor.length());
        int length = out.reserve(2 /* lengthCombinedCapabilities */);
        out.octets(sourceDescriptor);
        int combined = out.size();
        CapabilitySet.encodeAll(capabilitySets, out);
        out.setU16(length, out.size() - combined);
        out.i32(sessionId);
        ShareControlPdu.end(out, mark);
    }

    /** The capability set of a kind. */
    public <C extends CapabilitySet> Optional<C> capability(Class<C> kind) {
        return CapabilitySet.find(capabilitySets, kind);
    }
}
