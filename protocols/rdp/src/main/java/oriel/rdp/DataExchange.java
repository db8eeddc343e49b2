package oriel.rdp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.info.InfoFlags;
import oriel.rdp.codec.info.ServerAutoReconnect;
import oriel.rdp.codec.info.SessionInfo;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.mcs.DisconnectProviderUltimatum;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataRequest;
import oriel.rdp.codec.share.AutoReconnectStatus;
import oriel.rdp.codec.share.ConfirmActive;
import oriel.rdp.codec.share.DeactivateAll;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.FlowPdu;
import oriel.rdp.codec.share.FontList;
import oriel.rdp.codec.share.FontMap;
import oriel.rdp.codec.share.InclusiveRectangle;
import oriel.rdp.codec.share.RefreshRect;
import oriel.rdp.codec.share.SaveSessionInfo;
import oriel.rdp.codec.share.SetErrorInfo;
import oriel.rdp.codec.share.SetKeyboardIndicators;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.share.ShutdownDenied;
import oriel.rdp.codec.share.ShutdownRequest;
import oriel.rdp.codec.share.SlowPathInput;
import oriel.rdp.codec.share.SuppressOutput;
import oriel.rdp.codec.x224.DataTransfer;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.display.DisplayHost;
import oriel.rdp.display.DisplayStatistics;
import oriel.rdp.display.RdpDisplay;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A connection from its Demand Active PDU on ([MS-RDPBCGR] 1.3.1.1: capabilities exchange, finalization, data exchange). One
 * thread reads what the client sends and hands it to whom it concerns; nothing it does waits for the client to take anything.
 * The service's calls come from other threads.
 */
final class DataExchange implements DisplayHost {

    private static final Logger LOG = LoggerFactory.getLogger(DataExchange.class);

    /** How long a cookie is good before the client gets another one (5.5). */
    private static final long COOKIE_LIFE = TimeUnit.HOURS.toNanos(1);

    /** Whoever is attached to a session as a user. */
    private record Attached(String userName, String domain, SessionId session, boolean mayReturn) {}

    private final RdpConnection connection;
    private final ConnectionSurroundings surroundings;
    private final RdpTransport transport;
    private final Outbox outbox;
    private final ClientDescription client;
    private final RoundTripProbe probe;
    private final Activation activation;
    private final ShareOutput output;
    private final RdpDisplay display;
    private final InputDispatcher input = new InputDispatcher();
    private final ClientChannels channels;
    private final ClientScreens screens;

    /** What to send as soon as the client is active; guarded by itself, as is the step from active to not active. */
    private final List<Runnable> whenActive = new ArrayList<>();

    private volatile boolean shown;
    private volatile boolean configured;
    private volatile boolean displayControlOffered;
    private volatile @Nullable Attached attached;
    private volatile long cookieIssuedAt;

    DataExchange(
            RdpConnection connection,
            ConnectionSurroundings surroundings,
            RdpTransport transport,
            Outbox outbox,
            ClientDescription client,
            RoundTripProbe probe) {
        this.connection = connection;
        this.surroundings = surroundings;
        this.transport = transport;
        this.outbox = outbox;
        this.client = client;
        this.probe = probe;
        int depth = Math.min(
                DesktopSize.bitsPerPixel(client.core()),
                surroundings.policy().get().colorDepth().orElse(32));
        activation = new Activation(client.ids(), ConnectedMonitors.size(client.monitors()), depth);
        output = new ShareOutput(transport, outbox, activation::shareId);
        display = new RdpDisplay("rdp-display", output, this);
        channels = new ClientChannels(
                client.channels(), transport, outbox, surroundings.options().stepTimeout());
        screens = new ClientScreens(connection, client.monitors(), display::monitors, surroundings.clock());
    }

    /** Demands the client's capabilities; from here on a thread of our own reads. */
    void begin() throws ConnectionEndedException {
        transport.expect(new Framer(true, Framer.MAXIMUM));
        transport.await("the Confirm Active PDU", surroundings.options().stepTimeout());
        byte[] demand = ShareOutput.encode(activation.demand(ConnectedMonitors.size(screens.layout())));
        transport.send(demand, 0, demand.length);
        // The service's thread names the connection in its diagnostic context; what is logged while reading bears that
        // name too.
        Map<String, String> context = MDC.getCopyOfContextMap();
        Thread.ofVirtual().name("rdp-read").start(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            read();
        });
    }

    private void read() {
        try {
            while (true) {
                receive(transport.read());
            }
        } catch (ConnectionEndedException e) {
            connection.broken(e.reason());
        } catch (MalformedPduException e) {
            connection.broken(String.valueOf(e.getMessage()));
        } catch (UnexpectedPduException e) {
            tellWhy(e.errorInfo());
            connection.broken(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Reading from {} failed.", connection, e);
            connection.broken("internal error: " + e);
        }
    }

    private void receive(WireReader pdu) throws ConnectionEndedException, UnexpectedPduException {
        if (Framer.isFastPath((byte) pdu.peek(0, "header"))) {
            activation.requireFirstConfirmed();
            input.take(FastPathInput.decode(pdu).events());
            return;
        }
        if (!DataTransfer.isAt(pdu)) {
            throw new ConnectionEndedException(Ender.CLIENT, "client ended the X.224 connection");
        }
        switch (McsPdu.decode(pdu)) {
            case SendDataRequest data -> receive(data.channelId(), data.data());
            case DisconnectProviderUltimatum _ ->
                throw new ConnectionEndedException(Ender.CLIENT, "client disconnected");
            case McsPdu other ->
                throw new UnexpectedPduException(other.getClass().getSimpleName(), "after the channel connection");
        }
    }

    private void receive(int channel, Octets data) throws ConnectionEndedException, UnexpectedPduException {
        if (channel == ChannelIds.IO) {
            WireReader in = data.reader();
            while (in.hasRemaining()) {
                receive(ShareControlPdu.decode(in));
            }
        } else if (probe.isOn(channel)) {
            probe.receive(data.reader());
        } else {
            channels.receive(channel, data);
        }
    }

    private void receive(ShareControlPdu pdu) throws ConnectionEndedException, UnexpectedPduException {
        switch (pdu) {
            case ConfirmActive confirm -> {
                activation.confirm(confirm);
                transport.await("the finalization", surroundings.options().stepTimeout());
            }
            case ShareDataPdu data
            when data.data() instanceof SlowPathInput slow -> {
                activation.requireFirstConfirmed();
                input.take(slow.events());
            }
            case ShareDataPdu data -> {
                if (activation.takesData()) {
                    receive(data.data());
                }
            }
            case FlowPdu _ -> {
                // meaningless since RDP 5 (2.2.8.1.1.1.1)
            }
            case ShareControlPdu other ->
                throw new UnexpectedPduException(
                        other.getClass().getSimpleName(),
                        "from a client",
                        oriel.rdp.codec.share.ErrorInfo.UNKNOWNPDUTYPE);
        }
    }

    private void receive(ShareData data) throws ConnectionEndedException {
        switch (data) {
            case SuppressOutput suppress -> suppress(suppress);
            case RefreshRect refresh -> refresh.areasToRefresh().forEach(this::refresh);
            case ShutdownRequest _ -> shutdown();
            default -> finalization(data);
        }
    }

    /** PDUs that are neither part of the finalization nor known are of no harm. */
    private void finalization(ShareData data) {
        if (activation.isActive()) {
            return;
        }
        if (data instanceof FontList) {
            // Nothing of what waits for the activation, no picture above all, may overtake the Font Map PDU.
            output.post(FontMap.EMPTY, this::activated);
        } else {
            activation.answer(data).ifPresent(output::post);
        }
    }

    private void activated() {
        List<Runnable> due;
        synchronized (whenActive) {
            if (!activation.finish()) {
                return;
            }
            connection.isSetUp();
            due = List.copyOf(whenActive);
            whenActive.clear();
        }
        due.forEach(Runnable::run);
        if (client.wants(EarlyCapability.SUPPORT_MONITOR_LAYOUT_PDU)) {
            output.post(screens.announcement(activation.capabilities().demanded()));
        }
        offerDisplayControl();
        channels.activated();
        configureDisplay();
        screens.activated();
    }

    /** A client that cannot follow is not asked for other sizes; nor is one without dynamic channels. */
    private void offerDisplayControl() {
        if (displayControlOffered
                || !channels.hasDynamic()
                || !activation.capabilities().canResize()) {
            return;
        }
        displayControlOffered = true;
        try {
            channels.open(DisplayControlPdu.CHANNEL, ChannelPriority.MEDIUM, screens);
        } catch (ProtocolException e) {
            LOG.debug("Display Control is not offered to {}: {}.", connection, e.getMessage());
        }
    }

    /** Sends something now or, while an activation is under way, at its end. */
    private void whenActive(Runnable action) {
        synchronized (whenActive) {
            if (activation.isActive()) {
                action.run();
            } else {
                whenActive.add(action);
            }
        }
    }

    /** Pictures flow when the client is ready for them and the session wants to be seen. */
    private void configureDisplay() {
        synchronized (whenActive) {
            if (shown && !configured && activation.isActive()) {
                configured = true;
                display.configure(activation.capabilities().display());
            }
        }
    }

    private void suppress(SuppressOutput pdu) {
        if (pdu.allowsDisplayUpdates()) {
            display.allow();
        } else {
            display.suppress();
        }
    }

    private void refresh(InclusiveRectangle area) {
        display.refresh(area.left(), area.top(), area.right() - area.left() + 1, area.bottom() - area.top() + 1);
    }

    /** A user who is logged on is asked by the client whether to disconnect; without one there is nothing to keep (1.3.1.4.1). */
    private void shutdown() throws ConnectionEndedException {
        if (attached == null) {
            throw new ConnectionEndedException(Ender.CLIENT, "client asked to end the connection before logon");
        }
        whenActive(() -> output.post(new ShutdownDenied()));
    }

    InputHandles attachInput() {
        var keyboard = new KeyboardPort(this::showLocks);
        var pointer = new PointerPort();
        input.attach(keyboard, pointer);
        return new InputHandles(Optional.of(keyboard), Optional.of(pointer));
    }

    /** The lamps of the client's keyboard (2.2.8.2.1.1). */
    private void showLocks(KeyboardLocks locks) {
        whenActive(() -> output.post(new SetKeyboardIndicators(
                0,
                (locks.scroll() ? SetKeyboardIndicators.SCROLL_LOCK : 0)
                        | (locks.num() ? SetKeyboardIndicators.NUM_LOCK : 0)
                        | (locks.caps() ? SetKeyboardIndicators.CAPS_LOCK : 0)
                        | (locks.kana() ? SetKeyboardIndicators.KANA_LOCK : 0))));
    }

    VideoEndpoint attachVideo() {
        return display.endpoint();
    }

    /** The session wants to be seen. */
    void connected() {
        shown = true;
        configureDisplay();
    }

    /** A user is logged on: the client may be told, and gets what it needs to come back. */
    void loggedOn(String userName, String domain, SessionId session, boolean mayReturn) {
        attached = new Attached(userName, domain, session, mayReturn);
        whenActive(this::tellOfLogon);
    }

    private void tellOfLogon() {
        Attached user = attached;
        if (user == null) {
            return;
        }
        if (client.info().has(InfoFlags.LOGONNOTIFY) || client.info().has(InfoFlags.AUTOLOGON)) {
            output.post(new SaveSessionInfo(
                    activation.capabilities().takesLongCredentials()
                            ? new SessionInfo.LogonLong(user.session().sessionId(), user.domain(), user.userName())
                            : new SessionInfo.Logon(
                                    user.domain(),
                                    user.userName(),
                                    user.session().sessionId())));
        } else {
            output.post(new SaveSessionInfo(new SessionInfo.PlainNotify()));
        }
        issueCookie(user);
    }

    private void issueCookie(Attached user) {
        if (user.mayReturn() && activation.capabilities().canReconnect()) {
            cookieIssuedAt = surroundings.clock().getAsLong();
            byte[] bits = surroundings.cookies().issue(user.session());
            output.post(new SaveSessionInfo(new SessionInfo.Extended(
                    Optional.of(new ServerAutoReconnect(user.session().sessionId(), Octets.of(bits))),
                    Optional.empty())));
        }
    }

    /** The client has shown a cookie that is not good (any more): it must log on (2.2.4.1). */
    void proofRejected() {
        whenActive(() -> output.post(new AutoReconnectStatus(0)));
    }

    void setErrorInfo(ErrorInfo error) {
        tellWhy(error.code());
    }

    private void tellWhy(int code) {
        if (code != 0 && client.wants(EarlyCapability.SUPPORT_ERRINFO_PDU)) {
            output.post(new SetErrorInfo(code));
        }
    }

    /** The session is taken away; the connection may get another one. */
    void detach() {
        attached = null;
        input.attach(new KeyboardPort(), new PointerPort());
    }

    /** The last word on the wire. */
    void end(ErrorInfo reason) {
        display.close();
        channels.end();
        boolean byUser = reason.equals(ErrorInfo.DISCONNECTED_BY_USER) || reason.equals(ErrorInfo.LOGGED_OFF_BY_USER);
        var out = new WireWriter();
        new DisconnectProviderUltimatum(
                        byUser
                                ? DisconnectProviderUltimatum.USER_REQUESTED
                                : DisconnectProviderUltimatum.PROVIDER_INITIATED)
                .encode(out);
        outbox.post(out.toByteArray());
    }

    /** Called a few times a second. */
    void look() {
        screens.look();
        synchronized (whenActive) {
            if (!activation.isActive()) {
                return;
            }
            probe.look();
            Attached user = attached;
            if (user != null && surroundings.clock().getAsLong() - cookieIssuedAt > COOKIE_LIFE) {
                issueCookie(user);
            }
        }
    }

    @Override
    public boolean resizeWanted(Size wanted) {
        if (!activation.capabilities().canResize()) {
            return false;
        }
        screens.deactivate();
        channels.deactivate();
        synchronized (whenActive) {
            configured = false;
            var deactivate = new DeactivateAll(activation.shareId());
            DemandActive demand = activation.demand(new DesktopSize(wanted.width(), wanted.height()));
            transport.await("the Confirm Active PDU", surroundings.options().stepTimeout());
            outbox.post(ShareOutput.encode(deactivate));
            outbox.post(ShareOutput.encode(demand));
        }
        return true;
    }

    @Override
    public void displayFailed(Exception cause) {
        connection.broken("display failed: " + cause.getMessage());
    }

    ClientChannels channels() {
        return channels;
    }

    /** The client's monitors as they are now. */
    MonitorLayout monitors() {
        return screens.layout();
    }

    Duration sinceLastInput() {
        return input.sinceLastInput();
    }

    OptionalLong roundTripMicros() {
        return probe.lastMicros();
    }

    DisplayStatistics displayStatistics() {
        return display.statistics();
    }
}
