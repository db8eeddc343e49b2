package oriel.rdp.codec.autodetect;

import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Client Auto-Detect Response PDU — MS-RDPBCGR, section 2.2.14.4, and the responses of section 2.2.14.2 it carries. */
public sealed interface AutoDetectResponse {
    /** Number of the request that is answered. */
    int sequenceNumber();

    /** The field responseType. */
    int responseType();

    /** Size of the fields common to all responses. */
    int HEADER_SIZE = 1 /* headerLength */ + 1 /* headerTypeId */ + 2 /* sequenceNumber */ + 2 /* responseType */;

    /** TYPE_ID_AUTODETECT_RESPONSE. */
    int TYPE_ID = 0x01;

    /** Reads the payload of an MCS send data PDU, security header included. */
    static AutoDetectResponse decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.AUTODETECT_RSP);
        in.named("Auto-Detect Response PDU", "MS-RDPBCGR 2.2.14.2");
        int headerLength = in.u8("headerLength");
        in.expectU8(TYPE_ID, "headerTypeId");
        int number = in.u16("sequenceNumber");
        int type = in.u16("responseType");
        if (headerLength < HEADER_SIZE) {
            throw in.malformed("headerLength", "at least " + HEADER_SIZE, headerLength);
        }
        WireReader fields = in.slice(headerLength - HEADER_SIZE, "headerLength");
        return switch (type) {
            case RttMeasure.TYPE -> new RttMeasure(number);
            case BandwidthResults.CONNECT_TIME, BandwidthResults.CONTINUOUS ->
                new BandwidthResults(number, type, fields.u32("timeDelta"), fields.u32("byteCount"));
            case NetworkCharacteristicsSync.TYPE ->
                new NetworkCharacteristicsSync(number, fields.i32("bandwidth"), fields.i32("rtt"));
            default -> throw in.malformed("responseType", "a known type", "0x%04x".formatted(type));
        };
    }

    /** Writes the fields behind responseType. */
    default void encodeFields(WireWriter out) {}

    /** Writes the payload of an MCS send data PDU, security header included. */
    default void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.AUTODETECT_RSP).encode(out);
        int mark = out.size();
        out.u8(0).u8(TYPE_ID).u16(sequenceNumber()).u16(responseType());
        encodeFields(out);
        out.setU8(mark, out.size() - mark);
    }

    /**
     * RTT Measure Response (RDP_RTT_RESPONSE) — MS-RDPBCGR, section 2.2.14.2.1.
     *
     * @param sequenceNumber number of the request
     */
    record RttMeasure(int sequenceNumber) implements AutoDetectResponse {
        static final int TYPE = 0x0000;

        @Override
        public int responseType() {
            return TYPE;
        }
    }

    /**
     * Bandwidth Measure Results (RDP_BW_RESULTS) — MS-RDPBCGR, section 2.2.14.2.2.
     *
     * @param sequenceNumber number of the request
     * @param responseType {@link #CONNECT_TIME} or {@link #CONTINUOUS}
     * @param timeDelta milliseconds between start and stop
     * @param byteCount bytes received between them
     */
    record BandwidthResults(int sequenceNumber, int responseType, long timeDelta, long byteCount)
            implements AutoDetectResponse {
        /** Answer to a stop during the connection sequence. */
        public static final int CONNECT_TIME = 0x0003;

        /** Answer to a stop after the connection sequence. */
        public static final int CONTINUOUS = 0x000B;

        @Override
        public void encodeFields(WireWriter out) {
            out.u32(timeDelta).u32(byteCount);
        }
    }

    /**
     * Network Characteristics Sync (RDP_NETCHAR_SYNC) — MS-RDPBCGR, section 2.2.14.2.3: what the client knows from an earlier connection
     * it reconnects.
     *
     * @param sequenceNumber number of the request
     * @param bandwidth kilobits per second
     * @param rtt round-trip time in milliseconds
     */
    record NetworkCharacteristicsSync(int sequenceNumber, int bandwidth, int rtt) implements AutoDetectResponse {
        static final int TYPE = 0x0018;

        @Override
        public int responseType() {
            return TYPE;
        }

        @Override
        public void encodeFields(WireWriter out) {
            out.i32(bandwidth).i32(rtt);
        }
    }
}
