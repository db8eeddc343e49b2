package oriel.bench;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.capability.GeneralCapability;
import oriel.rdp.codec.capability.InputCapability;
import oriel.rdp.codec.capability.MultifragmentUpdateCapability;
import oriel.rdp.codec.capability.OrderCapability;
import oriel.rdp.codec.capability.PointerCapability;
import oriel.rdp.codec.capability.ShareCapability;
import oriel.rdp.codec.capability.VirtualChannelCapability;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientNetworkData;
import oriel.rdp.codec.gcc.ClientSecurityData;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.gcc.ServerNetworkData;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.info.ExtendedInfo;
import oriel.rdp.codec.info.InfoFlags;
import oriel.rdp.codec.mcs.AttachUserConfirm;
import oriel.rdp.codec.mcs.AttachUserRequest;
import oriel.rdp.codec.mcs.ChannelJoinRequest;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.DomainParameters;
import oriel.rdp.codec.mcs.ErectDomainRequest;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.rdp.codec.share.ConfirmActive;
import oriel.rdp.codec.share.Control;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.FontList;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.share.Synchronize;
import oriel.rdp.codec.x224.ConnectionRequest;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.codec.x224.NegotiationRequest;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.rdp.codec.x224.X224Pdu;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A client that goes through the connection sequence of MS-RDPBCGR 1.3.1.1 as a stock client does, without channels, at
 * 1920x1080 and 32 bits per pixel, and looks at the clock on its way.
 */
final class RdpProbe implements AutoCloseable {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int RDP_5_PLUS = 0x00080004;
    private static final int US = 0x409;
    private static final int LICENSE_PREAMBLE = 4;
    private static final int VALID_CLIENT = 7;
    private static final int QUIET_MILLIS = 250;

    private final long begin = System.nanoTime();
    private final RdpWire wire;
    private final Optional<LicensedDevice> device;
    private int userId;
    private int ioChannel;
    private int shareId;

    RdpProbe(int port) throws IOException {
        wire = new RdpWire(port);
        device = Optional.empty();
    }

    /** The same, for a device that takes part in the licence exchange. */
    RdpProbe(int port, LicensedDevice device) throws IOException {
        wire = new RdpWire(port);
        this.device = Optional.of(device);
    }

    /** Milliseconds since the TCP connect began. */
    double elapsed() {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Connection initiation up to the end of licensing. */
    void untilLicensed() throws IOException {
        initiate();
        exchangeBasicSettings();
        connectChannels();
        exchangeSecureSettings();
        beLicensed();
    }

    /** On to the server's Demand Active PDU; what else it sends meanwhile is passed over. */
    void untilDemandActive() throws IOException {
        while (true) {
            WireReader pdu = wire.receive();
            if (isOnIoChannel(pdu) && ShareControlPdu.decode(payload(pdu)) instanceof DemandActive demand) {
                shareId = demand.shareId();
                return;
            }
        }
    }

    /** Confirms the capabilities and finalizes the connection. */
    void confirm() throws IOException {
        sendOnIoChannel(
                new ConfirmActive(
                        userId,
                        shareId,
                        ShareControlPdu.SERVER_CHANNEL_ID,
                        Octets.of((byte) 'b', (byte) 0),
                        capabilities())::encode);
        for (ShareData data : List.of(
                new Synchronize(ShareControlPdu.SERVER_CHANNEL_ID),
                new Control(Control.COOPERATE, 0, 0),
                new Control(Control.REQUEST_CONTROL, 0, 0),
                new FontList(0, 0, 3, 50))) {
            sendOnIoChannel(new ShareDataPdu(userId, shareId, ShareDataPdu.STREAM_LOW, data)::encode);
        }
    }

    private static List<CapabilitySet> capabilities() {
        return List.of(
                new GeneralCapability(
                        1,
                        3,
                        GeneralCapability.PROTOCOL_VERSION,
                        0,
                        GeneralCapability.FASTPATH_OUTPUT_SUPPORTED | GeneralCapability.NO_BITMAP_COMPRESSION_HDR,
                        0,
                        0,
                        0,
                        1,
                        1),
                new BitmapCapability(32, 1, 1, 1, WIDTH, HEIGHT, 1, 1, 0, 0x0A, 1),
                new OrderCapability(
                        1,
                        20,
                        OrderCapability.ORD_LEVEL_1_ORDERS,
                        0,
                        OrderCapability.NEGOTIATEORDERSUPPORT | OrderCapability.ZEROBOUNDSDELTASSUPPORT,
                        Octets.of(new byte[32]),
                        0,
                        0,
                        0,
                        0),
                new PointerCapability(1, 20, 20),
                new InputCapability(InputCapability.SCANCODES | InputCapability.FASTPATH_INPUT2, US, 4, 0, 12, ""),
                new ShareCapability(0),
                new VirtualChannelCapability(0, 1600),
                new MultifragmentUpdateCapability(1 << 20));
    }

    /** Goes all the way up to the whole first picture. */
    Picture show() throws IOException {
        untilLicensed();
        untilDemandActive();
        confirm();
        return untilPicture();
    }

    /** Goes on until the server draws: whatever it has sent before has arrived, and it knows. */
    void untilDrawing() throws IOException {
        untilDemandActive();
        confirm();
        while (!isDrawing(wire.receive())) {
            // what comes before the first drawing is passed over
        }
    }

    /** When the first drawing came, and when the picture was complete: milliseconds since the TCP connect began. */
    record Picture(double first, double complete) {}

    /** Waits for drawing, and then until nothing more has come for a while. */
    Picture untilPicture() throws IOException {
        double first = -1;
        double last = -1;
        wire.patience(10_000);
        try {
            while (true) {
                if (isDrawing(wire.receive())) {
                    last = elapsed();
                    if (first < 0) {
                        first = last;
                        wire.patience(QUIET_MILLIS);
                    }
                }
            }
        } catch (SocketTimeoutException quiet) {
            if (first < 0) {
                throw quiet;
            }
            return new Picture(first, last);
        }
    }

    /** Fast-path or slow-path updates that draw: orders, bitmaps, surface commands (MS-RDPBCGR 2.2.9.1). */
    private boolean isDrawing(WireReader pdu) {
        if (Framer.isFastPath((byte) pdu.peek(0, "header"))) {
            int updateCode = pdu.peek((pdu.peek(1, "length1") & 0x80) == 0 ? 2 : 3, "updateHeader") & 0x0F;
            return updateCode == 0 || updateCode == 1 || updateCode == 4;
        }
        if (!isOnIoChannel(pdu)) {
            return false;
        }
        WireReader data = payload(pdu);
        return data.remaining() > ShareDataPdu.HEADER_SIZE
                && (data.peek(2, "pduType") & 0x0F) == 7
                && data.peek(14, "pduType2") == 2;
    }

    private boolean isOnIoChannel(WireReader pdu) {
        return !Framer.isFastPath((byte) pdu.peek(0, "header"))
                && McsPdu.decode(copy(pdu)) instanceof SendDataIndication indication
                && indication.channelId() == ioChannel;
    }

    private static WireReader payload(WireReader pdu) {
        return ((SendDataIndication) McsPdu.decode(copy(pdu))).data().reader();
    }

    private static WireReader copy(WireReader pdu) {
        return new WireReader(pdu.array(), pdu.arrayOffset(), pdu.remaining());
    }

    private void initiate() throws IOException {
        wire.send(
                new ConnectionRequest(
                        0,
                        Optional.empty(),
                        Optional.of(new NegotiationRequest(0, SecurityProtocols.SSL)),
                        Optional.empty())::encode);
        X224Pdu.decode(wire.receive());
        wire.secure();
    }

    private void exchangeBasicSettings() throws IOException {
        var core = new ClientCoreData(
                RDP_5_PLUS, WIDTH, HEIGHT, 0xCA01, 0xAA03, US, 2600, "bench", 4, 0, 12, "", options());
        var request = new ConferenceCreateRequest(
                List.of(core, new ClientSecurityData(0, 0), new ClientNetworkData(List.of())));
        var parameters = DomainParameters.SERVER;
        wire.send(
                new ConnectInitial(
                        Octets.of((byte) 1),
                        Octets.of((byte) 1),
                        true,
                        parameters,
                        parameters,
                        parameters,
                        request.toOctets())::encode);
        ConnectResponse response = ConnectResponse.decode(wire.receive());
        ioChannel = ConferenceCreateResponse.decode(response.userData().reader())
                .block(ServerNetworkData.class)
                .orElseThrow(() -> new IOException("the server named no channels"))
                .mcsChannelId();
    }

    private static ClientCoreOptions options() {
        // High colour: 24 bpp wanted, 15, 16, 24 and 32 supported; early capabilities: error info and 32 bpp wanted.
        return new ClientCoreOptions(
                ClientCoreOptions.SERVER_SELECTED_PROTOCOL, 0xCA01, 1, 0, 24, 0x0F, 0x0003, "", 6, 1, 0, 0, 0, 0, 0);
    }

    private void connectChannels() throws IOException {
        wire.send(new ErectDomainRequest(0, 0)::encode, new AttachUserRequest()::encode);
        McsPdu attached = McsPdu.decode(wire.receive());
        if (!(attached instanceof AttachUserConfirm confirm)) {
            throw new IOException("expected Attach User Confirm, got " + attached);
        }
        userId = confirm.initiator().orElseThrow();
        for (int channel : List.of(userId, ioChannel)) {
            wire.send(new ChannelJoinRequest(userId, channel)::encode);
            McsPdu.decode(wire.receive());
        }
    }

    private void exchangeSecureSettings() throws IOException {
        var extended = new ExtendedInfo(
                2,
                "127.0.0.1",
                "",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
        var info = new ClientInfo(
                0,
                InfoFlags.UNICODE
                        | InfoFlags.MOUSE
                        | InfoFlags.LOGONNOTIFY
                        | InfoFlags.DISABLECTRLALTDEL
                        | InfoFlags.MAXIMIZESHELL,
                "",
                "",
                "",
                "",
                "",
                Optional.of(extended));
        sendOnIoChannel(info::encode);
    }

    private void beLicensed() throws IOException {
        LicensePdu pdu = LicensePdu.decode(receiveOnIoChannel());
        if (device.isPresent()) {
            exchangeLicenses(device.get(), pdu);
            return;
        }
        if (pdu.messageType() == LicensePdu.LICENSE_REQUEST) {
            // xrdp asks, and takes whatever comes for an answer; what it is told is empty but for its type.
            sendOnIoChannel(
                    new LicensePdu(
                            SecurityHeader.LICENSE_PKT,
                            LicensePdu.NEW_LICENSE_REQUEST,
                            LicensePdu.VERSION_3_0,
                            Octets.EMPTY)::encode);
            pdu = LicensePdu.decode(receiveOnIoChannel());
        }
        if (pdu.messageType() != LicensePdu.ERROR_ALERT) {
            throw new IOException("the server wants to license this client, message type " + pdu.messageType());
        }
    }

    /** MS-RDPELE 1.3.3: until the server has nothing more to ask. */
    private void exchangeLicenses(LicensedDevice licensed, LicensePdu first) throws IOException {
        LicensePdu pdu = first;
        while (pdu.messageType() != LicensePdu.ERROR_ALERT) {
            var message = new WireWriter();
            message.u8(pdu.messageType())
                    .u8(pdu.flags())
                    .u16(LICENSE_PREAMBLE + pdu.message().length())
                    .octets(pdu.message());
            Optional<byte[]> answer = licensed.take(message.toOctets().toArray());
            if (answer.isEmpty()) {
                return;
            }
            byte[] bytes = answer.get();
            sendOnIoChannel(new LicensePdu(
                    SecurityHeader.LICENSE_PKT,
                    bytes[0] & 0xFF,
                    bytes[1] & 0xFF,
                    Octets.of(Arrays.copyOfRange(bytes, LICENSE_PREAMBLE, bytes.length)))::encode);
            pdu = LicensePdu.decode(receiveOnIoChannel());
        }
        if (!licensed.licensed() && pdu.message().toArray()[0] != VALID_CLIENT) {
            throw new IOException("the server refuses a licence");
        }
    }

    private void sendOnIoChannel(RdpWire.Pdu payload) throws IOException {
        wire.send(out -> {
            int mark = SendDataRequest.begin(out, userId, ioChannel);
            payload.encode(out);
            SendDataRequest.end(out, mark);
        });
    }

    private WireReader receiveOnIoChannel() throws IOException {
        McsPdu pdu = McsPdu.decode(wire.receive());
        if (pdu instanceof SendDataIndication indication && indication.channelId() == ioChannel) {
            return indication.data().reader();
        }
        throw new IOException("expected data on the I/O channel, got " + pdu);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
