package oriel.server.train;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.capability.GeneralCapability;
import oriel.rdp.codec.capability.InputCapability;
import oriel.rdp.codec.capability.MultifragmentUpdateCapability;
import oriel.rdp.codec.capability.PointerCapability;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientNetworkData;
import oriel.rdp.codec.gcc.ClientSecurityData;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.gcc.ServerNetworkData;
import oriel.rdp.codec.info.ClientInfo;
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
import oriel.wire.Octets;
import oriel.wire.WireReader;

/** A client that goes through the connection sequence of MS-RDPBCGR 1.3.1.1, looks at the first picture, and leaves. */
final class Visitor implements AutoCloseable {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;
    private static final int RDP_5_PLUS = 0x00080004;
    private static final int US = 0x409;
    private static final int PDU_TYPE_MASK = 0x0F;
    private static final int DEMAND_ACTIVE = 1;

    private final VisitorWire wire;
    private int userId;
    private int ioChannel;

    private Visitor(VisitorWire wire) {
        this.wire = wire;
    }

    /** Comes, logs on if a user is named, sees the picture until nothing new comes for a while, and leaves. */
    static void visit(int port, String user, String password, Duration quiet) throws IOException {
        try (var visitor = new Visitor(new VisitorWire(port))) {
            visitor.enter(user, password);
            visitor.activate(visitor.demandActive());
            visitor.lookAround(quiet);
        }
    }

    /** Comes as far as the Demand Active PDU, and leaves. */
    static void knock(int port) throws IOException {
        try (var visitor = new Visitor(new VisitorWire(port))) {
            visitor.enter("", "");
            visitor.demandActive();
        }
    }

    private void enter(String user, String password) throws IOException {
        initiate();
        exchangeBasicSettings();
        connectChannels();
        sendInfo(user, password);
    }

    private void initiate() throws IOException {
        wire.send(
                new ConnectionRequest(
                        0,
                        Optional.empty(),
                        Optional.of(new NegotiationRequest(0, SecurityProtocols.SSL)),
                        Optional.empty())::encode);
        wire.receive();
        wire.secure();
    }

    private void exchangeBasicSettings() throws IOException {
        var options = new ClientCoreOptions(
                ClientCoreOptions.SERVER_SELECTED_PROTOCOL, 0xCA01, 1, 0, 24, 0x0F, 0x0003, "", 6, 1, 0, 0, 0, 0, 0);
        var core = new ClientCoreData(
                RDP_5_PLUS, WIDTH, HEIGHT, 0xCA01, 0xAA03, US, 2600, "visitor", 4, 0, 12, "", options);
        var request = new ConferenceCreateRequest(
                List.of(core, new ClientSecurityData(0, 0), new ClientNetworkData(List.of())));
        Octets domain = Octets.of((byte) 1);
        var parameters = DomainParameters.SERVER;
        wire.send(
                new ConnectInitial(domain, domain, true, parameters, parameters, parameters, request.toOctets())
                        ::encode);
        ioChannel = ConferenceCreateResponse.decode(
                        ConnectResponse.decode(wire.receive()).userData().reader())
                .block(ServerNetworkData.class)
                .orElseThrow(() -> new IOException("the service named no channels"))
                .mcsChannelId();
    }

    private void connectChannels() throws IOException {
        wire.send(new ErectDomainRequest(0, 0)::encode);
        wire.send(new AttachUserRequest()::encode);
        if (!(McsPdu.decode(wire.receive()) instanceof AttachUserConfirm confirm)) {
            throw new IOException("the service did not confirm the user");
        }
        userId = confirm.initiator().orElseThrow(() -> new IOException("the service named no user"));
        for (int channel : List.of(userId, ioChannel)) {
            wire.send(new ChannelJoinRequest(userId, channel)::encode);
            wire.receive();
        }
    }

    private void sendInfo(String user, String password) throws IOException {
        int logon = user.isEmpty() ? 0 : InfoFlags.AUTOLOGON;
        var info = new ClientInfo(
                0, InfoFlags.UNICODE | InfoFlags.MOUSE | logon, "", user, password, "", "", Optional.empty());
        sendOnIoChannel(info::encode);
    }

    /** Answers the Demand Active PDU and finalizes. */
    private void activate(DemandActive demand) throws IOException {
        int shareId = demand.shareId();
        sendOnIoChannel(new ConfirmActive(
                userId, shareId, ShareControlPdu.SERVER_CHANNEL_ID, Octets.of((byte) 0), capabilities())::encode);
        for (ShareData data : List.of(
                new Synchronize(ShareControlPdu.SERVER_CHANNEL_ID),
                new Control(Control.COOPERATE, 0, 0),
                new Control(Control.REQUEST_CONTROL, 0, 0),
                new FontList(0, 0, 3, 50))) {
            sendOnIoChannel(new ShareDataPdu(userId, shareId, ShareDataPdu.STREAM_LOW, data)::encode);
        }
    }

    /** Passes over licensing. */
    private DemandActive demandActive() throws IOException {
        while (true) {
            WireReader pdu = wire.receive();
            if (Framer.isFastPath((byte) pdu.peek(0, "header"))
                    || !(McsPdu.decode(pdu) instanceof SendDataIndication indication)
                    || indication.channelId() != ioChannel) {
                continue;
            }
            WireReader data = indication.data().reader();
            if (data.remaining() > 4
                    && (data.peek(2, "pduType") & PDU_TYPE_MASK) == DEMAND_ACTIVE
                    && ShareControlPdu.decode(data) instanceof DemandActive demand) {
                return demand;
            }
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
                new PointerCapability(1, 20, 20),
                new InputCapability(InputCapability.SCANCODES | InputCapability.FASTPATH_INPUT2, US, 4, 0, 12, ""),
                new MultifragmentUpdateCapability(1 << 20));
    }

    /** Takes what comes until nothing has come for a while. */
    private void lookAround(Duration quiet) throws IOException {
        wire.patience(quiet);
        try {
            while (true) {
                wire.receive();
            }
        } catch (SocketTimeoutException e) {
            wire.patience(Duration.ofSeconds(1)); // quiet: all was seen
        }
    }

    private void sendOnIoChannel(VisitorWire.Pdu payload) throws IOException {
        wire.send(out -> {
            int mark = SendDataRequest.begin(out, userId, ioChannel);
            payload.encode(out);
            SendDataRequest.end(out, mark);
        });
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
