package oriel.rdp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import oriel.rdp.codec.autodetect.AutoDetectRequest;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.capability.GeneralCapability;
import oriel.rdp.codec.capability.MultifragmentUpdateCapability;
import oriel.rdp.codec.capability.PointerCapability;
import oriel.rdp.codec.gcc.ClientBlock;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientMessageChannelData;
import oriel.rdp.codec.gcc.ClientNetworkData;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.gcc.ClientSecurityData;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.gcc.ServerMessageChannelData;
import oriel.rdp.codec.gcc.ServerNetworkData;
import oriel.rdp.codec.info.ClientAutoReconnect;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.info.ExtendedInfo;
import oriel.rdp.codec.info.InfoFlags;
import oriel.rdp.codec.info.TimeZoneInformation;
import oriel.rdp.codec.mcs.AttachUserConfirm;
import oriel.rdp.codec.mcs.AttachUserRequest;
import oriel.rdp.codec.mcs.ChannelJoinConfirm;
import oriel.rdp.codec.mcs.ChannelJoinRequest;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.DomainParameters;
import oriel.rdp.codec.mcs.ErectDomainRequest;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.share.ConfirmActive;
import oriel.rdp.codec.share.Control;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.FontList;
import oriel.rdp.codec.share.FontMap;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.share.Synchronize;
import oriel.rdp.codec.x224.ConnectionConfirm;
import oriel.rdp.codec.x224.ConnectionRequest;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.codec.x224.NegotiationAnswer;
import oriel.rdp.codec.x224.NegotiationRequest;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * An RDP client that does exactly what a test tells it, phase by phase. What it is can be changed before the phases are gone
 * through.
 */
final class ScriptedClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 40_000;
    private static final int LOCALE_EN_US = 0x0409;

    private final Framer framer = new Framer(true, Framer.MAXIMUM);
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    int width = 640;
    int height = 480;
    int highColorDepth = 24;
    int earlyCapabilities = EarlyCapability.SUPPORT_ERRINFO_PDU | EarlyCapability.WANT_32BPP_SESSION;
    int serverSelectedProtocol = SecurityProtocols.SSL.flags();
    boolean messageChannel;
    boolean byteByByte;
    boolean fastPathOutput = true;
    boolean resizable = true;
    List<ChannelDefinition> channels = List.of();
    List<ClientBlock> moreBlocks = List.of();
    int infoFlags = InfoFlags.UNICODE | InfoFlags.MOUSE | InfoFlags.LOGONNOTIFY;
    String userName = "";
    String password = "";
    String alternateShell = "";
    Optional<ClientAutoReconnect> cookie = Optional.empty();
    Optional<TimeZoneInformation> timeZone = Optional.empty();

    int userId;
    List<Integer> channelIds = List.of();
    OptionalInt messageChannelId = OptionalInt.empty();
    int shareId;

    ScriptedClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    // --- the phases, in their order
    // -------------------------------------------------------------------------------------

    /** Connection Initiation. */
    NegotiationAnswer negotiate(SecurityProtocols protocols) throws IOException {
        return negotiate(Optional.of(new NegotiationRequest(0, protocols)));
    }

    NegotiationAnswer negotiate(Optional<NegotiationRequest> request) throws IOException {
        send(new ConnectionRequest(
                0, Optional.of(new ConnectionRequest.Preamble.Cookie("anna")), request, Optional.empty())::encode);
        return ConnectionConfirm.decode(read()).negotiation().orElseThrow();
    }

    void startTls(String version) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, new SecureRandom());
            SSLSocket secure =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            secure.setEnabledProtocols(new String[] {version});
            secure.startHandshake();
            socket = secure;
            in = secure.getInputStream();
            out = secure.getOutputStream();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Certificate the server has shown. */
    X509Certificate serverCertificate() throws IOException {
        return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    /** Basic Settings Exchange. */
    ConferenceCreateResponse basicSettings() throws IOException {
        var parameters = new DomainParameters(34, 2, 0, 1, 0, 1, 65535, 2);
        var minimum = new DomainParameters(1, 1, 1, 1, 0, 1, 1056, 2);
        send(new ConnectInitial(
                Octets.of((byte) 1),
                Octets.of((byte) 1),
                true,
                parameters,
                minimum,
                new DomainParameters(65535, 64535, 65535, 1, 0, 1, 65535, 2),
                new ConferenceCreateRequest(blocks()).toOctets())::encode);
        ConferenceCreateResponse response = ConferenceCreateResponse.decode(
                ConnectResponse.decode(read()).userData().reader());
        channelIds = response.block(ServerNetworkData.class).orElseThrow().channelIds();
        messageChannelId = response.block(ServerMessageChannelData.class)
                .map(block -> OptionalInt.of(block.mcsChannelId()))
                .orElse(OptionalInt.empty());
        return response;
    }

    List<ClientBlock> blocks() {
        var options = new ClientCoreOptions(
                ClientCoreOptions.SERVER_SELECTED_PROTOCOL,
                ClientCoreData.COLOR_8BPP,
                1,
                0,
                highColorDepth,
                0xF,
                earlyCapabilities,
                "",
                0,
                serverSelectedProtocol,
                0,
                0,
                0,
                0,
                0);
        var blocks = new ArrayList<ClientBlock>();
        blocks.add(new ClientCoreData(
                0x0008_0004,
                width,
                height,
                ClientCoreData.COLOR_8BPP,
                0xAA03,
                LOCALE_EN_US,
                2600,
                "testclient",
                4,
                0,
                12,
                "",
                options));
        blocks.add(new ClientSecurityData(0, 0));
        blocks.add(new ClientNetworkData(channels));
        if (messageChannel) {
            blocks.add(new ClientMessageChannelData(0));
        }
        blocks.addAll(moreBlocks);
        return blocks;
    }

    /** Channel Connection; joins every channel. */
    void channelConnection() throws IOException {
        attach();
        var all = new ArrayList<Integer>(List.of(userId, ChannelIds.IO));
        all.addAll(channelIds);
        messageChannelId.ifPresent(all::add);
        for (int channel : all) {
            send(new ChannelJoinRequest(userId, channel)::encode);
            ChannelJoinConfirm confirm = (ChannelJoinConfirm) McsPdu.decode(read());
            if (confirm.result() != 0) {
                throw new AssertionError("channel " + channel + " was refused");
            }
        }
    }

    void attach() throws IOException {
        send(new ErectDomainRequest(0, 0)::encode);
        send(new AttachUserRequest()::encode);
        userId = ((AttachUserConfirm) McsPdu.decode(read())).initiator().orElseThrow();
    }

    /** Secure Settings Exchange. */
    void clientInfo() throws IOException {
        var extended = new ExtendedInfo(
                ExtendedInfo.AF_INET,
                "127.0.0.1",
                "C:\\client",
                timeZone.or(() -> cookie.map(_ -> ScriptedClient.utc())),
                cookie.isPresent() ? OptionalInt.of(0) : OptionalInt.empty(),
                cookie.isPresent() ? OptionalInt.of(0) : OptionalInt.empty(),
                cookie,
                Optional.empty());
        send(
                ChannelIds.IO,
                new ClientInfo(
                                LOCALE_EN_US,
                                infoFlags,
                                "",
                                userName,
                                password,
                                alternateShell,
                                "",
                                Optional.of(extended))::encode);
    }

    private static TimeZoneInformation utc() {
        return new TimeZoneInformation(
                0, "UTC", oriel.rdp.codec.info.SystemTime.NONE, 0, "UTC", oriel.rdp.codec.info.SystemTime.NONE, 0);
    }

    /** Licensing, as far as a host without licences is concerned. */
    LicensePdu license() throws IOException {
        return LicensePdu.decode(onIo().reader());
    }

    /** Capabilities Exchange. */
    DemandActive capabilities() throws IOException {
        DemandActive demand = demand();
        confirm(demand);
        return demand;
    }

    DemandActive demand() throws IOException {
        DemandActive demand = (DemandActive) ShareControlPdu.decode(onIo().reader());
        shareId = demand.shareId();
        return demand;
    }

    void confirm(DemandActive demand) throws IOException {
        BitmapCapability bitmap = demand.capability(BitmapCapability.class).orElseThrow();
        List<CapabilitySet> sets = List.of(
                new GeneralCapability(
                        1,
                        3,
                        GeneralCapability.PROTOCOL_VERSION,
                        0,
                        GeneralCapability.LONG_CREDENTIALS_SUPPORTED
                                | GeneralCapability.AUTORECONNECT_SUPPORTED
                                | (fastPathOutput ? GeneralCapability.FASTPATH_OUTPUT_SUPPORTED : 0),
                        0,
                        0,
                        0,
                        1,
                        1),
                new BitmapCapability(
                        bitmap.preferredBitsPerPixel(),
                        1,
                        1,
                        1,
                        bitmap.desktopWidth(),
                        bitmap.desktopHeight(),
                        resizable ? 1 : 0,
                        1,
                        0,
                        0,
                        1),
                new PointerCapability(1, 20, 20),
                new MultifragmentUpdateCapability(65535));
        send(
                ChannelIds.IO,
                new ConfirmActive(userId, demand.shareId(), ChannelIds.SERVER, Octets.of((byte) 'T', (byte) 0), sets)
                        ::encode);
    }

    /** Connection Finalization. */
    void finalization() throws IOException {
        share(new Synchronize(ChannelIds.SERVER));
        share(new Control(Control.COOPERATE, 0, 0));
        share(new Control(Control.REQUEST_CONTROL, 0, 0));
        share(new FontList(0, 0, 3, 50));
        while (!(nextShareData() instanceof FontMap)) {
            // synchronize and control come first
        }
    }

    /** All phases up to the data exchange. */
    ScriptedClient connect() throws IOException {
        return connect("TLSv1.3");
    }

    ScriptedClient connect(String tlsVersion) throws IOException {
        connectUpToLicensing(tlsVersion);
        license();
        capabilities();
        finalization();
        return this;
    }

    ScriptedClient connectUpToLicensing(String tlsVersion) throws IOException {
        negotiate(SecurityProtocols.SSL);
        startTls(tlsVersion);
        basicSettings();
        channelConnection();
        clientInfo();
        return this;
    }

    // --- sending
    // --------------------------------------------------------------------------------------------------------

    void share(ShareData data) throws IOException {
        send(ChannelIds.IO, new ShareDataPdu(userId, shareId, ShareDataPdu.STREAM_LOW, data)::encode);
    }

    void send(int channel, Consumer<WireWriter> payload) throws IOException {
        send(writer -> {
            int mark = SendDataRequest.begin(writer, userId, channel);
            payload.accept(writer);
            SendDataRequest.end(writer, mark);
        });
    }

    void send(Consumer<WireWriter> pdu) throws IOException {
        var writer = new WireWriter();
        pdu.accept(writer);
        send(writer.toByteArray());
    }

    void send(byte[] bytes) throws IOException {
        if (byteByByte) {
            for (byte single : bytes) {
                out.write(single);
                out.flush();
            }
        } else {
            out.write(bytes);
            out.flush();
        }
    }

    // --- receiving
    // ------------------------------------------------------------------------------------------------------

    /** The next PDU, fast-path or not. */
    WireReader read() throws IOException {
        byte[] pdu = new byte[Framer.ENOUGH];
        int have = 0;
        while (true) {
            int length = framer.measure(pdu, 0, have);
            if (length != Framer.MORE && have == length) {
                return new WireReader(pdu);
            }
            int wanted = length == Framer.MORE ? have + 1 : length;
            if (pdu.length != wanted) {
                pdu = java.util.Arrays.copyOf(pdu, wanted);
            }
            int count = in.read(pdu, have, wanted - have);
            if (count < 0) {
                throw new EOFException("server closed the connection");
            }
            have += count;
        }
    }

    /** The next PDU that is not an update on the fast path. */
    WireReader readSlow() throws IOException {
        while (true) {
            WireReader pdu = read();
            if (!Framer.isFastPath((byte) pdu.peek(0, "header"))) {
                return pdu;
            }
        }
    }

    /** The next MCS PDU of the server. */
    McsPdu nextMcs() throws IOException {
        return McsPdu.decode(readSlow());
    }

    /** The payload of the next PDU on the I/O channel; measurements are passed over. */
    Octets onIo() throws IOException {
        while (true) {
            if (nextMcs() instanceof SendDataIndication data && data.channelId() == ChannelIds.IO) {
                return data.data();
            }
        }
    }

    /** The next message on another channel. */
    Octets on(int channel) throws IOException {
        while (true) {
            if (nextMcs() instanceof SendDataIndication data && data.channelId() == channel) {
                return data.data();
            }
        }
    }

    AutoDetectRequest nextAutoDetect() throws IOException {
        return AutoDetectRequest.decode(on(messageChannelId.orElseThrow()).reader());
    }

    ShareData nextShareData() throws IOException {
        while (true) {
            if (ShareControlPdu.decode(onIo().reader()) instanceof ShareDataPdu pdu) {
                return pdu.data();
            }
        }
    }

    /** The next data PDU of a kind; others are passed over. */
    <D extends ShareData> D next(Class<D> kind) throws IOException {
        return next(kind, _ -> true);
    }

    <D extends ShareData> D next(Class<D> kind, Predicate<D> wanted) throws IOException {
        while (true) {
            ShareData data = nextShareData();
            if (kind.isInstance(data) && wanted.test(kind.cast(data))) {
                return kind.cast(data);
            }
        }
    }

    /** The next update on the fast path, as it came. */
    WireReader nextFastPath() throws IOException {
        while (true) {
            WireReader pdu = read();
            if (Framer.isFastPath((byte) pdu.peek(0, "header"))) {
                return pdu;
            }
        }
    }

    /** Reads until the server has closed; answers whether it did so in order. */
    boolean isClosedInOrder() {
        try {
            while (in.read(new byte[4096]) >= 0) {
                // what is still on its way
            }
            return true;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server has not closed the connection", e);
        } catch (IOException e) {
            return false;
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The tests are about RDP, not about who signed what. */
    private static final class TrustEverybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new AssertionError("not asked");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // whoever it is
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
