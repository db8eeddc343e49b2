package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import oriel.rdp.codec.gcc.ClientCoreData;
import oriel.rdp.codec.gcc.ClientCoreOptions;
import oriel.rdp.codec.gcc.ClientMessageChannelData;
import oriel.rdp.codec.gcc.ConferenceCreateRequest;
import oriel.rdp.codec.gcc.ConferenceCreateResponse;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.gcc.ServerBlock;
import oriel.rdp.codec.gcc.ServerCoreData;
import oriel.rdp.codec.gcc.ServerMessageChannelData;
import oriel.rdp.codec.gcc.ServerNetworkData;
import oriel.rdp.codec.gcc.ServerSecurityData;
import oriel.rdp.codec.info.ClientInfo;
import oriel.rdp.codec.mcs.AttachUserConfirm;
import oriel.rdp.codec.mcs.AttachUserRequest;
import oriel.rdp.codec.mcs.ChannelJoinRequest;
import oriel.rdp.codec.mcs.ConnectInitial;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.DisconnectProviderUltimatum;
import oriel.rdp.codec.mcs.DomainParameters;
import oriel.rdp.codec.mcs.ErectDomainRequest;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.McsResult;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.x224.ConnectionConfirm;
import oriel.rdp.codec.x224.ConnectionRequest;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.codec.x224.NegotiationAnswer.Failure;
import oriel.rdp.codec.x224.NegotiationAnswer.Response;
import oriel.rdp.codec.x224.NegotiationRequest;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.rdp.transport.IdentityUnusableException;
import oriel.rdp.transport.RdpTransport;

/**
 * The phases of [MS-RDPBCGR] 1.3.1.1 from the server's side, in their order, up to where licensing begins. Runs on one thread
 * and waits for the client; every wait has a deadline.
 */
final class ConnectionPhases {

    private final RdpTransport transport;
    private final ConnectionSurroundings surroundings;
    private final long begun = System.nanoTime();
    private final PduSender sender;

    ConnectionPhases(RdpTransport transport, ConnectionSurroundings surroundings) {
        this.transport = transport;
        this.surroundings = surroundings;
        sender = new PduSender(transport);
        transport.limitBytes(surroundings.options().setupBytes());
    }

    /** First half of <em>Connection Initiation</em>: what the client wants, and where a load balancer has sent it. */
    ConnectionRequest connectionRequest() throws ConnectionEndedException {
        expect("the X.224 Connection Request");
        ConnectionRequest request = ConnectionRequest.decode(transport.read());
        transport.awaitNothing();
        return request;
    }

    /** Everything from the answer to the connection request up to the client's info packet. */
    ClientDescription run(ConnectionRequest request)
            throws ConnectionEndedException, RefusedException, UnexpectedPduException {
        connectionInitiation(request);
        BasicSettings settings = basicSettingsExchange(request);
        SendDataRequest first = channelConnection(settings);
        ClientInfo info = secureSettingsExchange(settings, first);
        transport.awaitNothing();
        return new ClientDescription(
                request, settings.conference(), info, settings.ids(), settings.channels(), transport.security());
    }

    /** What both sides have settled in the Basic Settings Exchange. */
    private record BasicSettings(ConferenceCreateRequest conference, ChannelIds ids, ChannelTable channels) {}

    private void connectionInitiation(ConnectionRequest request) throws ConnectionEndedException, RefusedException {
        try {
            SSLContext context = agreeOnTls(request);
            sender.send(ConnectionConfirm.with(
                    new Response(Response.EXTENDED_CLIENT_DATA_SUPPORTED, SecurityProtocols.SSL)));
            expect("the TLS handshake");
            transport.startTls(context);
            transport.expect(new Framer(false, Framer.MAXIMUM));
        } catch (RefusedException refused) {
            sender.send(ConnectionConfirm.with(refused.answer()));
            throw refused;
        }
    }

    /** TLS is the one protocol offered; a client that asks for CredSSP as well gets TLS too (2.2.1.2.1). */
    private SSLContext agreeOnTls(ConnectionRequest request) throws RefusedException {
        SecurityProtocols requested = requestedProtocols(request);
        if (request.negotiation().filter(ConnectionPhases::contradictsItself).isPresent()) {
            throw new RefusedException(
                    Failure.INCONSISTENT_FLAGS,
                    "client demands a way to authenticate that needs CredSSP without offering it");
        }
        if (!requested.contains(SecurityProtocols.SSL)) {
            throw new RefusedException(
                    Failure.SSL_REQUIRED_BY_SERVER, "client offers " + requested + ", TLS is required");
        }
        try {
            return surroundings.identity().context();
        } catch (IdentityUnusableException e) {
            throw new RefusedException(
                    Failure.SSL_CERT_NOT_ON_SERVER, "the listener has no usable certificate: " + e.getMessage());
        }
    }

    private static SecurityProtocols requestedProtocols(ConnectionRequest request) {
        return request.negotiation().map(NegotiationRequest::requestedProtocols).orElse(SecurityProtocols.RDP);
    }

    private static boolean contradictsItself(NegotiationRequest request) {
        boolean needsCredSsp = request.has(NegotiationRequest.RESTRICTED_ADMIN_MODE_REQUIRED)
                || request.has(NegotiationRequest.REDIRECTED_AUTHENTICATION_MODE_REQUIRED);
        return needsCredSsp && !request.requestedProtocols().contains(SecurityProtocols.HYBRID);
    }

    private BasicSettings basicSettingsExchange(ConnectionRequest request)
            throws ConnectionEndedException, UnexpectedPduException {
        expect("the MCS Connect Initial");
        ConnectInitial initial = ConnectInitial.decode(transport.read());
        ConferenceCreateRequest conference =
                ConferenceCreateRequest.decode(initial.userData().reader());
        checkAgainstDowngrade(conference.core());
        var channels = new ChannelTable(conference.channels());
        int next = channels.nextFreeId();
        boolean messageChannel =
                conference.block(ClientMessageChannelData.class).isPresent();
        var ids = new ChannelIds(
                messageChannel ? next + 1 : next,
                ChannelIds.IO,
                messageChannel ? OptionalInt.of(next) : OptionalInt.empty());
        if (wants(conference, EarlyCapability.SUPPORT_SKIP_CHANNELJOIN)) {
            channels.joinAll();
        }
        var response = new ConferenceCreateResponse(serverBlocks(request, conference, ids, channels));
        sender.send(new ConnectResponse(ConnectResponse.SUCCESSFUL, 0, parameters(initial), response.toOctets()));
        return new BasicSettings(conference, ids, channels);
    }

    /** The client repeats under TLS what it was told before TLS (3.3.5.3.3). */
    private static void checkAgainstDowngrade(ClientCoreData core) throws UnexpectedPduException {
        ClientCoreOptions options = core.options();
        if (options.has(ClientCoreOptions.SERVER_SELECTED_PROTOCOL)
                && options.serverSelectedProtocol() != SecurityProtocols.SSL.flags()) {
            throw new UnexpectedPduException(
                    "MCS Connect Initial that names protocol " + options.serverSelectedProtocol(),
                    "after TLS was selected");
        }
    }

    /** The client's wishes within what we can do; its own minimum where it asks for more (T.125, section 8.1). */
    private static DomainParameters parameters(ConnectInitial initial) {
        DomainParameters target = initial.target();
        DomainParameters ours = DomainParameters.SERVER;
        return new DomainParameters(
                Math.max(ours.maxChannelIds(), initial.minimum().maxChannelIds()),
                ours.maxUserIds(),
                ours.maxTokenIds(),
                ours.numPriorities(),
                ours.minThroughput(),
                ours.maxHeight(),
                Math.clamp(target.maxMcsPduSize(), 1024, ours.maxMcsPduSize()),
                ours.protocolVersion());
    }

    private static List<ServerBlock> serverBlocks(
            ConnectionRequest request, ConferenceCreateRequest conference, ChannelIds ids, ChannelTable channels) {
        int flags = EarlyCapability.SC_DYNAMIC_DST_SUPPORTED;
        if (wants(conference, EarlyCapability.SUPPORT_SKIP_CHANNELJOIN)) {
            flags |= EarlyCapability.SC_SKIP_CHANNELJOIN_SUPPORTED;
        }
        var blocks = new ArrayList<ServerBlock>();
        blocks.add(new ServerCoreData(
                ServerCoreData.VERSION_10_7,
                OptionalInt.of(requestedProtocols(request).flags()),
                OptionalInt.of(flags)));
        blocks.add(ServerSecurityData.NONE);
        blocks.add(new ServerNetworkData(ids.io(), channels.ids()));
        ids.message().ifPresent(id -> blocks.add(new ServerMessageChannelData(id)));
        return blocks;
    }

    static boolean wants(ConferenceCreateRequest conference, int earlyCapability) {
        ClientCoreOptions options = conference.core().options();
        return options.has(ClientCoreOptions.EARLY_CAPABILITY_FLAGS)
                && (options.earlyCapabilityFlags() & earlyCapability) != 0;
    }

    /**
     * Takes whatever the client sends of erecting, attaching and joining, in its own pace, until it sends data.
     *
     * @return the first data
     */
    private SendDataRequest channelConnection(BasicSettings settings)
            throws ConnectionEndedException, UnexpectedPduException {
        boolean attached = false;
        while (true) {
            expect("the channel connection");
            switch (McsPdu.decode(transport.read())) {
                case ErectDomainRequest _ -> {
                    // not answered (2.2.1.5)
                }
                case AttachUserRequest _ -> {
                    attached = true;
                    sender.send(new AttachUserConfirm(
                            McsResult.SUCCESSFUL, OptionalInt.of(settings.ids().user())));
                }
                case ChannelJoinRequest join -> {
                    requireAttached(attached, "MCS Channel Join Request");
                    sender.send(settings.channels().join(join, settings.ids()));
                }
                case SendDataRequest data -> {
                    requireAttached(attached, "MCS Send Data Request");
                    return data;
                }
                case DisconnectProviderUltimatum _ ->
                    throw new ConnectionEndedException(Ender.CLIENT, "client disconnected while it was set up");
                case McsPdu other ->
                    throw new UnexpectedPduException(other.getClass().getSimpleName(), "from a client");
            }
        }
    }

    private static void requireAttached(boolean attached, String pdu) throws UnexpectedPduException {
        if (!attached) {
            throw new UnexpectedPduException(pdu, "before the user was attached");
        }
    }

    /** With TLS there is no Security Exchange PDU; the client's info packet comes at once. */
    private static ClientInfo secureSettingsExchange(BasicSettings settings, SendDataRequest data)
            throws UnexpectedPduException {
        if (data.channelId() != settings.ids().io()) {
            throw new UnexpectedPduException("data on channel " + data.channelId(), "before the Client Info PDU");
        }
        return ClientInfo.decode(data.data().reader());
    }

    /** Waits no longer than one step and all of the set-up may take. */
    private void expect(String what) {
        ListenerOptions options = surroundings.options();
        long left = options.setupTimeout() - (System.nanoTime() - begun);
        transport.await(what, Math.clamp(left, TimeUnit.MILLISECONDS.toNanos(1), options.stepTimeout()));
    }
}
