package oriel.rdp.codec.share;

import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Confirm Active PDU — MS-RDPBCGR, section 2.2.1.13.2.
 *
 * @param pduSource channel identifier of the sender
 * @param shareId identifier of the share of the Demand Active PDU
 * @param originatorId channel identifier of the server, 1002
 * @param sourceDescriptor name of the sender, in bytes that mean nothing
 * @param capabilitySets what the sender can do
 */
public record ConfirmActive(
        int pduSource, int shareId, int originatorId, Octets sourceDescriptor, List<CapabilitySet> capabilitySets)
        implements ShareControlPdu {
    static final int TYPE = 0x3;

    /** Copies the list. */
    public ConfirmActive {
        capabilitySets = List.copyOf(capabilitySets);
    }

    static ConfirmActive decodeFields(WireReader in, int source) {
        in.named("Confirm Active PDU", "MS-RDPBCGR 2.2.1.13.2.1");
        int shareId = in.i32("shareId");
        int originatorId = in.u16("originatorId");
        int descriptorLength = in.u16("lengthSourceDescriptor");
        int capabilitiesLength = in.u16("lengthCombinedCapabilities");
        Octets descriptor = in.octets(descriptorLength, "sourceDescriptor");
        WireReader combined = in.slice(capabilitiesLength, "combinedCapabilities");
        List<CapabilitySet> sets = CapabilitySet.decodeAll(combined);
        return new ConfirmActive(source, shareId, originatorId, descriptor, sets);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = ShareControlPdu.begin(out, TYPE, pduSource);
        out.i32(shareId).u16(originatorId).u16(sourceDescriptor.length());
        int length = out.reserve(2 /* lengthCombinedCapabilities */);
        out.octets(sourceDescriptor);
        int combined = out.size();
        CapabilitySet.encodeAll(capabilitySets, out);
        out.setU16(length, out.size() - combined);
        ShareControlPdu.end(out, mark);
    }

    /** The capability set of a kind. */
    public <C extends CapabilitySet> Optional<C> capability(Class<C> kind) {
        return CapabilitySet.find(capabilitySets, kind);
    }
}
