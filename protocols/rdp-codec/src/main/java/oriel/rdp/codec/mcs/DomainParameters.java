package oriel.rdp.codec.mcs;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * DomainParameters — ITU-T T.125, section 7, part 2.
 *
 * @param maxChannelIds channels that may be in use
 * @param maxUserIds users that may be attached
 * @param maxTokenIds tokens that may be held
 * @param numPriorities priorities of data
 * @param minThroughput bytes per second to be guaranteed
 * @param maxHeight height of the tree of providers
 * @param maxMcsPduSize longest MCS PDU in bytes
 * @param protocolVersion 2 for the encoding used here
 */
public record DomainParameters(
        int maxChannelIds,
        int maxUserIds,
        int maxTokenIds,
        int numPriorities,
        int minThroughput,
        int maxHeight,
        int maxMcsPduSize,
        int protocolVersion) {
    /** What a server answers: one user more than a client with all its channels needs, PDUs as long as TPKT allows. */
    public static final DomainParameters SERVER = new DomainParameters(34, 3, 0, 1, 0, 1, 65528, 2);

    static DomainParameters decode(WireReader outer, String field) {
        WireReader in = Ber.sequence(outer, field).named("MCS DomainParameters", "ITU-T T.125 7");
        var parameters = new DomainParameters(
                Ber.integer(in, "maxChannelIds"),
                Ber.integer(in, "maxUserIds"),
                Ber.integer(in, "maxTokenIds"),
                Ber.integer(in, "numPriorities"),
                Ber.integer(in, "minThroughput"),
                Ber.integer(in, "maxHeight"),
                Ber.integer(in, "maxMCSPDUsize"),
                Ber.integer(in, "protocolVersion"));
        in.expectEnd();
        return parameters;
    }

    void encode(WireWriter out) {
        int mark = Ber.beginSequence(out);
        Ber.integer(out, maxChannelIds);
        Ber.integer(out, maxUserIds);
        Ber.integer(out, maxTokenIds);
        Ber.integer(out, numPriorities);
        Ber.integer(out, minThroughput);
        Ber.integer(out, maxHeight);
        Ber.integer(out, maxMcsPduSize);
        Ber.integer(out, protocolVersion);
        Ber.end(out, mark);
    }
}
