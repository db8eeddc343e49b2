package oriel.rdp.codec.proof;

import oriel.rdp.codec.autodetect.AutoDetectResponse;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.x224.X224Pdu;
import oriel.wire.Octets;
import oriel.wire.WireReader;

/** How the layers of a whole packet are read, one inside the other; what is inside is named by the line "pdu" of a fixture. */
public final class Packets {
    /** The decoder of whole X.224 packets. */
    public static final Proof<X224Pdu> X224 = new Proof<>("X.224 PDU", X224Pdu::decode, X224Pdu::encode);

    /** The decoder of whole MCS packets. */
    public static final Proof<McsPdu> MCS = new Proof<>("MCS PDU", McsPdu::decode, McsPdu::encode);

    /** The decoder of MCS Connect Initial packets. */
    public static final Proof<ConnectInitial> CONNECT_INITIAL =
            new Proof<>("MCS Connect Initial", ConnectInitial::decode, ConnectInitial::encode);

    /** The decoder of MCS Connect Response packets. */
    public static final Proof<ConnectResponse> CONNECT_RESPONSE =
            new Proof<>("MCS Connect Response", ConnectResponse::decode, ConnectResponse::encode);

    /** The decoder of Conference Create Requests. */
    public static final Proof<ConferenceCreateRequest> CREATE_REQUEST =
            new Proof<>("Conference Create Request", ConferenceCreateRequest::decode, ConferenceCreateRequest::encode);

    /** The decoder of Conference Create Responses. */
    public static final Proof<ConferenceCreateResponse> CREATE_RESPONSE = new Proof<>(
            "Conference Create Response", ConferenceCreateResponse::decode, ConferenceCreateResponse::encode);

    /** The decoder of Client Info payloads. */
    public static final Proof<ClientInfo> CLIENT_INFO =
            new Proof<>("Client Info", ClientInfo::decode, ClientInfo::encode);

    /** The decoder of licensing payloads. */
    public static final Proof<LicensePdu> LICENSE =
            new Proof<>("licensing PDU", LicensePdu::decode, LicensePdu::encode);

    /** The decoder of share control payloads. */
    public static final Proof<ShareControlPdu> SHARE =
            new Proof<>("share control PDU", ShareControlPdu::decode, ShareControlPdu::encode);

    /** The decoder of auto-detect response payloads. */
    public static final Proof<AutoDetectResponse> AUTO_DETECT_RESPONSE =
            new Proof<>("Auto-Detect Response", AutoDetectResponse::decode, AutoDetectResponse::encode);

    /** The decoder of fast-path input packets. */
    public static final Proof<FastPathInput> FAST_PATH_INPUT =
            new Proof<>("fast-path input", FastPathInput::decode, FastPathInput::encode);

    private Packets() {}

    /**
     * One layer: its decoder and its bytes.
     *
     * @param proof the decoder
     * @param bytes what it reads
     */
    public record Layer<T>(Proof<T> proof, byte[] bytes) {
        /** What the bytes say. */
        public T read() {
            return proof.decode().apply(new WireReader(bytes));
        }

        /** The bytes written again. */
        public byte[] written() {
            return proof.bytes(read());
        }
    }

    /** The innermost layer of a packet. */
    public static Layer<?> inside(String pdu, byte[] packet) {
        return switch (pdu) {
            case "x224" -> new Layer<>(X224, packet);
            case "mcs" -> new Layer<>(MCS, packet);
            case "connect-initial" -> new Layer<>(CONNECT_INITIAL, packet);
            case "connect-response" -> new Layer<>(CONNECT_RESPONSE, packet);
            case "create-request" ->
                new Layer<>(
                        CREATE_REQUEST,
                        new Layer<>(CONNECT_INITIAL, packet).read().userData().toArray());
            case "create-response" ->
                new Layer<>(
                        CREATE_RESPONSE,
                        new Layer<>(CONNECT_RESPONSE, packet).read().userData().toArray());
            case "client-info" -> new Layer<>(CLIENT_INFO, payload(packet));
            case "license" -> new Layer<>(LICENSE, payload(packet));
            case "share" -> new Layer<>(SHARE, payload(packet));
            case "auto-detect-response" -> new Layer<>(AUTO_DETECT_RESPONSE, payload(packet));
            case "fast-path-input" -> new Layer<>(FAST_PATH_INPUT, packet);
            default -> throw new IllegalArgumentException("no PDU " + pdu);
        };
    }

    private static byte[] payload(byte[] packet) {
        Octets data = switch (new Layer<>(MCS, packet).read()) {
            case SendDataRequest request -> request.data();
            case SendDataIndication indication -> indication.data();
            case McsPdu other -> throw new IllegalArgumentException("no payload in " + other);
        };
        return data.toArray();
    }
}
