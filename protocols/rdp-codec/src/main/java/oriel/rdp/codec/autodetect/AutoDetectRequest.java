package oriel.rdp.codec.autodetect;

import java.util.OptionalInt;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Server Auto-Detect Request PDU — MS-RDPBCGR, section 2.2.14.3, and the requests of section 2.2.14.1 it carries. */
public sealed interface AutoDetectRequest {
    /** Number by which a response is matched. */
    int sequenceNumber();

    /** The field requestType. */
    int requestType();

    /** Size of the fields common to all requests. */
    int HEADER_SIZE = 1 /* headerLength */ + 1 /* headerTypeId */ + 2 /* sequenceNumber */ + 2 /* requestType */;

    /** TYPE_ID_AUTODETECT_REQUEST. */
    int TYPE_ID = 0x00;

    /** Reads the payload of an MCS send data PDU, security header included. */
    static AutoDetectRequest decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.AUTODETECT_REQ);
        in.named("Auto-Detect Request PDU", "MS-RDPBCGR 2.2.14.1");
        int headerLength = in.u8("headerLength");
        in.expectU8(TYPE_ID, "headerTypeId");
        int number = in.u16("sequenceNumber");
        int type = in.u16("requestType");
        if (headerLength < HEADER_SIZE) {
            throw in.malformed("headerLength", "at least " + HEADER_SIZE, headerLength);
        }
        WireReader fields = in.slice(headerLength - HEADER_SIZE, "headerLength");
        return switch (type) {
            case RttMeasure.CONTINUOUS, RttMeasure.CONNECT_TIME -> new RttMeasure(number, type);
            case BandwidthStart.CONTINUOUS, BandwidthStart.CONNECT_TIME -> new BandwidthStart(number, type);
            case BandwidthPayload.TYPE -> new BandwidthPayload(number, payload(in, fields));
            case BandwidthStop.CONNECT_TIME -> new BandwidthStop(number, type, payload(in, fields));
            case BandwidthStop.CONTINUOUS -> new BandwidthStop(number, type, Octets.EMPTY);
            case NetworkCharacteristics.BASE_AND_AVERAGE,
                    NetworkCharacteristics.BANDWIDTH_AND_AVERAGE,
                    NetworkCharacteristics.ALL -> NetworkCharacteristics.decodeFields(fields, number, type);
            default -> throw in.malformed("requestType", "a known type", "0x%04x".formatted(type));
        };
    }

    /** The length of the payload counts as header, the payload itself does not. */
    private static Octets payload(WireReader in, WireReader fields) {
        return in.octets(fields.u16("payloadLength"), "payload");
    }

    /** Writes the fields behind requestType that headerLength counts. */
    default void encodeFields(WireWriter out) {}

    /** The bytes behind what headerLength counts. */
    default Octets payload() {
        return Octets.EMPTY;
    }

    /** Writes the payload of an MCS send data PDU, security header included. */
    default void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.AUTODETECT_REQ).encode(out);
        int mark = out.size();
        out.u8(0).u8(TYPE_ID).u16(sequenceNumber()).u16(requestType());
        encodeFields(out);
        out.setU8(mark, out.size() - mark);
        out.octets(payload());
    }

    /**
     * RTT Measure Request (RDP_RTT_REQUEST) — MS-RDPBCGR, section 2.2.14.1.1.
     *
     * @param sequenceNumber number of the request
     * @param requestType {@link #CONTINUOUS} or {@link #CONNECT_TIME}
     */
    record RttMeasure(int sequenceNumber, int requestType) implements AutoDetectRequest {
        /** After the connection sequence. */
        public static final int CONTINUOUS = 0x0001;

        /** During the connection sequence. */
        public static final int CONNECT_TIME = 0x1001;
    }

    /**
     * Bandwidth Measure Start (RDP_BW_START) — MS-RDPBCGR, section 2.2.14.1.2.
     *
     * @param sequenceNumber number of the request
     * @param requestType {@link #CONTINUOUS} or {@link #CONNECT_TIME}
     */
    record BandwidthStart(int sequenceNumber, int requestType) implements AutoDetectRequest {
        /** After the connection sequence, over TCP. */
        public static final int CONTINUOUS = 0x0014;

        /** During the connection sequence. */
        public static final int CONNECT_TIME = 0x1014;
    }

    /**
     * Bandwidth Measure Payload (RDP_BW_PAYLOAD) — MS-RDPBCGR, section 2.2.14.1.3; during the connection sequence only.
     *
     * @param sequenceNumber number of the request
     * @param payload random bytes
     */
    record BandwidthPayload(int sequenceNumber, Octets payload) implements AutoDetectRequest {
        static final int TYPE = 0x0002;

        @Override
        public int requestType() {
            return TYPE;
        }

        @Override
        public void encodeFields(WireWriter out) {
            out.u16(payload.length());
        }
    }

    /**
     * Bandwidth Measure Stop (RDP_BW_STOP) — MS-RDPBCGR, section 2.2.14.1.4.
     *
     * @param sequenceNumber number of the request
     * @param requestType {@link #CONTINUOUS} or {@link #CONNECT_TIME}
     * @param payload random bytes; none in a continuous measurement
     */
    record BandwidthStop(int sequenceNumber, int requestType, Octets payload) implements AutoDetectRequest {
        /** After the connection sequence, over TCP. */
        public static final int CONTINUOUS = 0x0429;

        /** During the connection sequence. */
        public static final int CONNECT_TIME = 0x002B;

        /** Checks that only the connect-time form has a payload. */
        public BandwidthStop {
            if (requestType != CONNECT_TIME && !payload.isEmpty()) {
                throw new IllegalArgumentException("a continuous measurement ends without payload");
            }
        }

        @Override
        public void encodeFields(WireWriter out) {
            if (requestType == CONNECT_TIME) {
                out.u16(payload.length());
            }
        }
    }

    /**
     * Network Characteristics Result (RDP_NETCHAR_RESULT) — MS-RDPBCGR, section 2.2.14.1.5.
     *
     * @param sequenceNumber number of the request
     * @param baseRtt lowest round-trip time in milliseconds, if told
     * @param bandwidth kilobits per second, if told
     * @param averageRtt average round-trip time in milliseconds
     */
    record NetworkCharacteristics(int sequenceNumber, OptionalInt baseRtt, OptionalInt bandwidth, int averageRtt)
            implements AutoDetectRequest {
        static final int BASE_AND_AVERAGE = 0x0840;
        static final int BANDWIDTH_AND_AVERAGE = 0x0880;
        static final int ALL = 0x08C0;

        /** Checks that the fields are one of the three forms there are. */
        public NetworkCharacteristics {
            if (baseRtt.isEmpty() && bandwidth.isEmpty()) {
                throw new IllegalArgumentException("neither baseRTT nor bandwidth");
            }
        }

        static NetworkCharacteristics decodeFields(WireReader in, int number, int type) {
            OptionalInt base = type == BANDWIDTH_AND_AVERAGE ? OptionalInt.empty() : OptionalInt.of(in.i32("baseRTT"));
            OptionalInt bandwidth =
                    type == BASE_AND_AVERAGE ? OptionalInt.empty() : OptionalInt.of(in.i32("bandwidth"));
            return new NetworkCharacteristics(number, base, bandwidth, in.i32("averageRTT"));
        }

        @Override
        public int requestType() {
            if (bandwidth.isEmpty()) {
                return BASE_AND_AVERAGE;
            }
            return baseRtt.isEmpty() ? BANDWIDTH_AND_AVERAGE : ALL;
        }

        @Override
        public void encodeFields(WireWriter out) {
            baseRtt.ifPresent(out::i32);
            bandwidth.ifPresent(out::i32);
            out.i32(averageRtt);
        }
    }
}
