package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SessionId;
import oriel.contract.protocol.UserCredential;
import oriel.rdp.codec.autodetect.AutoDetectRequest;
import oriel.rdp.codec.autodetect.AutoDetectResponse;
import oriel.rdp.codec.autodetect.Heartbeat;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.InputCapability;
import oriel.rdp.codec.channel.Chunks;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.gcc.ClientMonitorData;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.gcc.EarlyCapability;
import oriel.rdp.codec.gcc.MonitorDefinition;
import oriel.rdp.codec.info.ClientAutoReconnect;
import oriel.rdp.codec.info.InfoFlags;
import oriel.rdp.codec.info.ServerAutoReconnect;
import oriel.rdp.codec.info.SessionInfo;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.input.PointerFlags;
import oriel.rdp.codec.mcs.DisconnectProviderUltimatum;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.security.LicenseError;
import oriel.rdp.codec.security.LicensePdu;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.rdp.codec.share.AutoReconnectStatus;
import oriel.rdp.codec.share.DeactivateAll;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.SaveSessionInfo;
import oriel.rdp.codec.share.SetErrorInfo;
import oriel.rdp.codec.share.SetKeyboardIndicators;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.codec.share.ShutdownDenied;
import oriel.rdp.codec.share.ShutdownRequest;
import oriel.rdp.codec.share.SlowPathInput;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** The calls of the contract on one side, the PDUs of a scripted client on the other, over a real socket. */
class ConnectionSequenceTest {

    private static final Size SCREEN = new Size(640, 480);

    @TempDir
    private Path folder;

    private TestListener listener;
    private FakeService service;

    @BeforeEach
    void listen() throws IOException, ProtocolException {
        listener = new TestListener(folder);
        service = listener.service();
    }

    @AfterEach
    void stop() throws ProtocolException {
        listener.close();
    }

    @Test
    void shouldTellTheServiceWhoTheClientIs()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var client = listener.client()) {
            client.alternateShell = "xterm";
            client.infoFlags |= InfoFlags.MAXIMIZESHELL;
            client.connect();
            ClientData data = service.next().data.get(40, TimeUnit.SECONDS);
            assertThat(data.protocolName()).isEqualTo("RDP");
            assertThat(data.protocolType()).isEqualTo(2);
            assertThat(data.clientName()).isEqualTo("testclient");
            assertThat(data.clientAddress()).isEqualTo("127.0.0.1");
            assertThat(data.clientDirectory()).isEqualTo("C:\\client");
            assertThat(List.of(data.hRes(), data.vRes(), data.colorDepth())).containsExactly(640, 480, 32);
            assertThat(data.keyboardLayout()).isEqualTo(0x0409);
            assertThat(data.initialProgram()).isEqualTo("xterm");
            assertThat(data.inheritInitialProgram()).isTrue();
            assertThat(data.maximizeShell()).isTrue();
            assertThat(data.inheritAutoLogon()).isFalse();
        }
    }

    @Test
    void shouldHandOverCredentialsForAutomaticLogon()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var client = listener.client()) {
            client.userName = "anna";
            client.password = "secret";
            client.infoFlags |= InfoFlags.AUTOLOGON;
            client.connect();
            UserCredential credential =
                    service.next().credential.get(40, TimeUnit.SECONDS).orElseThrow();
            assertThat(credential.userName()).isEqualTo("anna");
            assertThat(credential.password()).isEqualTo("secret".toCharArray());
        }
    }

    @Test
    void shouldKeepCredentialsToThemselvesWithoutAutomaticLogon()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var client = listener.client()) {
            client.userName = "anna";
            client.connect();
            FakeService.Client seen = service.next();
            assertThat(seen.credential.get(40, TimeUnit.SECONDS)).isEmpty();
            assertThat(seen.data.get(40, TimeUnit.SECONDS).userName()).isEqualTo("anna");
        }
    }

    /** The stream has no PDU boundaries: one byte at a time is as good as any other way to send. */
    @Test
    void shouldTakeAClientThatSendsOneByteAtATime() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.byteByByte = true;
            client.connect();
            service.next().sequence.join(); // what is typed before the session listens is nobody's
            client.send(new FastPathInput(List.of(new InputEvent.Scancode(0x1E, false, false, false)))::encode);
            assertThat(input().next()).isEqualTo("key 1e prefix 00 down");
        }
    }

    @Test
    void shouldLetClientsSkipTheChannelJoin() throws IOException {
        try (var client = listener.client()) {
            client.earlyCapabilities |= EarlyCapability.SUPPORT_SKIP_CHANNELJOIN;
            client.channels = List.of(new ChannelDefinition("cliprdr", ChannelDefinition.INITIALIZED));
            client.negotiate(SecurityProtocols.SSL);
            client.startTls("TLSv1.3");
            client.basicSettings();
            client.attach();
            client.clientInfo();
            client.license();
            client.capabilities();
            client.finalization();
        }
    }

    // --- licensing
    // ------------------------------------------------------------------------------------------------------

    @Test
    void shouldSayValidClientWhenTheServiceSaysNothing() throws IOException {
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            assertThat(client.license()).isEqualTo(LicensePdu.validClient());
        }
    }

    @Test
    void shouldCarryLicenceMessagesBothWays() throws IOException, InterruptedException {
        byte[] request = {LicensePdu.LICENSE_REQUEST, 3, 6, 0, 7, 7};
        service.licensePackets.add(request);
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            assertThat(client.license())
                    .isEqualTo(new LicensePdu(0, LicensePdu.LICENSE_REQUEST, 3, Octets.of(new byte[] {7, 7})));
            client.send(
                    ChannelIds.IO, new LicensePdu(0, LicensePdu.NEW_LICENSE_REQUEST, 3, Octets.of((byte) 9))::encode);
            assertThat(client.license().messageType()).isEqualTo(LicensePdu.ERROR_ALERT);
            client.demand();
            assertThat(service.licenseAnswers).containsExactly(new byte[] {LicensePdu.NEW_LICENSE_REQUEST, 3, 5, 0, 9});
        }
    }

    /** The longest message that one MCS PDU holds; chains of certificates come to 6.5 KB and more ([MS-RDPELE] 2.2.2.5.1). */
    @Test
    void shouldCarryLongLicenceMessagesWhole() throws IOException, InterruptedException {
        var random = new Random(9);
        byte[] chain = new byte[0x3FFF - SecurityHeader.SIZE - 4];
        random.nextBytes(chain);
        byte[] license = new byte[chain.length];
        random.nextBytes(license);
        var request = new WireWriter();
        request.u8(LicensePdu.LICENSE_REQUEST).u8(3).u16(4 + chain.length).bytes(chain);
        service.licensePackets.add(request.toByteArray());
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            assertThat(client.license()).isEqualTo(new LicensePdu(0, LicensePdu.LICENSE_REQUEST, 3, Octets.of(chain)));
            client.send(
                    ChannelIds.IO,
                    new LicensePdu(SecurityHeader.LICENSE_ENCRYPT_CS, LicensePdu.LICENSE_INFO, 0x83, Octets.of(license))
                            ::encode);
            client.license();
            client.demand();
            var carried = new WireWriter();
            carried.u8(LicensePdu.LICENSE_INFO).u8(0x83).u16(4 + license.length).bytes(license);
            assertThat(service.licenseAnswers).containsExactly(carried.toByteArray());
        }
    }

    /** Below TLS nothing is encrypted once more; whatever such a message holds, it is none of licensing. */
    @Test
    void shouldEndAConnectionThatSendsAnEncryptedLicenceMessage() throws IOException {
        service.licensePackets.add(new byte[] {LicensePdu.LICENSE_REQUEST, 3, 6, 0, 7, 7});
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            client.license();
            client.send(
                    ChannelIds.IO,
                    new LicensePdu(SecurityHeader.ENCRYPT, LicensePdu.LICENSE_INFO, 3, Octets.of((byte) 9))::encode);
            assertThatThrownBy(client::demand).isInstanceOf(IOException.class);
        }
    }

    /** Q46: the provider adds nothing when the last word was said. */
    @Test
    void shouldNotRepeatTheLastWordOfLicensing() throws IOException {
        var last = new WireWriter();
        last.u8(LicensePdu.ERROR_ALERT).u8(3).u16(16);
        LicenseError.VALID_CLIENT.encode(last);
        service.licensePackets.add(last.toByteArray());
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            client.license();
            client.send(ChannelIds.IO, new LicensePdu(0, LicensePdu.LICENSE_INFO, 3, Octets.of((byte) 9))::encode);
            assertThat(client.demand().capabilitySets()).isNotEmpty();
        }
    }

    // --- input
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void shouldPassOnInputOfBothPaths() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
            service.next().sequence.join(); // what is typed before the session listens is nobody's
            client.send(new FastPathInput(List.of(
                    new InputEvent.Mouse(PointerFlags.MOVE, 10, 20),
                    new InputEvent.Mouse(PointerFlags.DOWN | PointerFlags.BUTTON2, 10, 20)))::encode);
            assertThat(input().next()).isEqualTo("moved 10,20");
            assertThat(input().next()).isEqualTo("button 2 down at 10,20");
            client.share(new SlowPathInput(List.of(new InputEvent.Scancode(0x1C, true, true, false))));
            assertThat(input().next()).isEqualTo("key 1c prefix e0 up");
        }
    }

    /** Clients send of input what the server has announced (2.2.7.1.6). */
    @Test
    void shouldAnnounceAndTakeCharactersExtraButtonsAndBothWheels() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connectUpToLicensing("TLSv1.3");
            client.license();
            var announced =
                    client.capabilities().capability(InputCapability.class).orElseThrow();
            for (int flag : List.of(
                    InputCapability.SCANCODES,
                    InputCapability.UNICODE,
                    InputCapability.MOUSEX,
                    InputCapability.MOUSE_HWHEEL,
                    InputCapability.FASTPATH_INPUT2)) {
                assertThat(announced.inputFlags() & flag).isEqualTo(flag);
            }
            client.finalization();
            service.next().sequence.join();
            client.send(new FastPathInput(List.of(
                    new InputEvent.Unicode(0x20AC, false),
                    new InputEvent.Unicode(0xD83D, false),
                    new InputEvent.Unicode(0xDE00, false),
                    new InputEvent.ExtendedMouse(PointerFlags.DOWN | PointerFlags.XBUTTON2, 5, 6),
                    new InputEvent.Mouse(PointerFlags.HORIZONTAL_WHEEL | 120, 5, 6)))::encode);
            assertThat(input().next()).isEqualTo("character \u20ac down");
            assertThat(input().next()).isEqualTo("character \ud83d\ude00 down");
            assertThat(input().next()).isEqualTo("button 5 down at 5,6");
            assertThat(input().next()).isEqualTo("wheel 120 horizontal at 5,6");
            client.share(new SlowPathInput(
                    List.of(new InputEvent.Unicode(0xE9, true), new InputEvent.Mouse(PointerFlags.WHEEL | 120, 5, 6))));
            assertThat(input().next()).isEqualTo("character \u00e9 up");
            assertThat(input().next()).isEqualTo("wheel 120 vertical at 5,6");
        }
    }

    @Test
    void shouldReleaseAllKeysWhenTheClientIsGone() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
        }
        assertThat(input().next()).isEqualTo("release all");
    }

    // --- logon, coming back
    // ---------------------------------------------------------------------------------------------

    @Test
    void shouldTellTheClientOfTheLogonAndGiveItACookie() throws IOException {
        try (var client = listener.client()) {
            client.connect();
            assertThat(client.next(SaveSessionInfo.class).info()).isEqualTo(new SessionInfo.LogonLong(1, "", "anna"));
            assertThat(cookie(client).logonId()).isEqualTo(1);
        }
    }

    @Test
    void shouldKnowAReturningClientByItsCookie()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ServerAutoReconnect given;
        SessionId session;
        try (var client = listener.client()) {
            client.connect();
            given = cookie(client);
            session = service.next().sequence.get(40, TimeUnit.SECONDS);
        }
        try (var client = listener.client()) {
            client.cookie = Optional.of(proof(given));
            client.connect();
            FakeService.Client back = service.next();
            assertThat(back.provedSession.get(40, TimeUnit.SECONDS)).contains(session);
            assertThat(cookie(client)).isNotEqualTo(given);
        }
    }

    @Test
    void shouldRejectAWrongCookieAndTellTheClient()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var client = listener.client()) {
            client.connect();
            cookie(client);
        }
        service.next();
        try (var client = listener.client()) {
            client.cookie = Optional.of(new ClientAutoReconnect(1, Octets.of(new byte[16])));
            client.connect();
            assertThat(client.next(AutoReconnectStatus.class).arcStatus()).isZero();
            assertThat(service.next().provedSession.get(40, TimeUnit.SECONDS)).isEmpty();
        }
    }

    /** Every hour the client gets another cookie; the one it was given at first leads nowhere then (5.5). */
    @Test
    void shouldRenewTheCookieEveryHourAndKnowTheClientByTheNewOne()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ServerAutoReconnect first;
        ServerAutoReconnect last;
        SessionId session;
        try (var client = listener.client()) {
            client.connect();
            first = cookie(client);
            session = service.next().sequence.get(40, TimeUnit.SECONDS);
            service.slept.addAndGet(TimeUnit.MINUTES.toNanos(61));
            assertThat(cookie(client)).isNotEqualTo(first);
            service.slept.addAndGet(TimeUnit.MINUTES.toNanos(61));
            last = cookie(client);
        }
        try (var client = listener.client()) {
            client.cookie = Optional.of(proof(first));
            client.connect();
            assertThat(service.next().provedSession.get(40, TimeUnit.SECONDS)).isEmpty();
        }
        try (var client = listener.client()) {
            client.cookie = Optional.of(proof(last));
            client.connect();
            assertThat(service.next().provedSession.get(40, TimeUnit.SECONDS)).contains(session);
        }
    }

    private static ServerAutoReconnect cookie(ScriptedClient client) throws IOException {
        return ((SessionInfo.Extended)
                        client.next(SaveSessionInfo.class, pdu -> pdu.info() instanceof SessionInfo.Extended)
                                .info())
                .autoReconnect()
                .orElseThrow();
    }

    private static ClientAutoReconnect proof(ServerAutoReconnect cookie) {
        return new ClientAutoReconnect(
                cookie.logonId(),
                Octets.of(AutoReconnectCookies.verifier(cookie.arcRandomBits().toArray())));
    }

    // --- the end
    // --------------------------------------------------------------------------------------------------------

    @Test
    void shouldSayWhyAndEndInOrder() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            seen.disconnect(ErrorInfo.DISCONNECTED_BY_OTHER_CONNECTION);
            assertThat(client.next(SetErrorInfo.class).errorInfo()).isEqualTo(5);
            assertThat(nextUltimatum(client).reason()).isEqualTo(DisconnectProviderUltimatum.PROVIDER_INITIATED);
            assertThat(client.isClosedInOrder()).isTrue();
            assertThat(seen.timesBroken).hasValue(0);
        }
    }

    @Test
    void shouldSayThatTheUserWantedToGo() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            seen.disconnect(ErrorInfo.LOGGED_OFF_BY_USER);
            assertThat(nextUltimatum(client).reason()).isEqualTo(DisconnectProviderUltimatum.USER_REQUESTED);
        }
    }

    @Test
    void shouldSpareClientsThatDoNotKnowErrorInfo() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.earlyCapabilities = 0;
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            seen.disconnect(ErrorInfo.IDLE_TIMEOUT);
            while (client.nextMcs() instanceof SendDataIndication data) {
                assertThat(ShareControlPdu.decode(data.data().reader()))
                        .satisfies(
                                pdu -> assertThat(((ShareDataPdu) pdu).data()).isNotInstanceOf(SetErrorInfo.class));
            }
        }
    }

    private static DisconnectProviderUltimatum nextUltimatum(ScriptedClient client) throws IOException {
        while (true) {
            McsPdu pdu = client.nextMcs();
            if (pdu instanceof DisconnectProviderUltimatum ultimatum) {
                return ultimatum;
            }
        }
    }

    @Test
    void shouldDenyAShutdownWhileAUserIsLoggedOn() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            client.share(new ShutdownRequest());
            client.next(ShutdownDenied.class);
            client.send(new DisconnectProviderUltimatum(DisconnectProviderUltimatum.USER_REQUESTED)::encode);
            assertThat(seen.broken.await(40, TimeUnit.SECONDS)).isTrue();
            assertThat(client.isClosedInOrder()).isTrue();
            assertThat(seen.timesBroken).hasValue(1);
        }
    }

    @Test
    void shouldEndTheClientThatTheServiceRefuses() throws IOException {
        service.refuse = true;
        try (var client = listener.client()) {
            client.send(new oriel.rdp.codec.x224.ConnectionRequest(
                    0, Optional.empty(), Optional.empty(), Optional.empty())::encode);
            assertThat(client.isClosedInOrder()).isTrue();
        }
        assertThat(service.clients).isEmpty();
    }

    /** Someone in the session has pressed Caps Lock there. */
    @Test
    void shouldSwitchTheLampsOfTheKeyboard() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            seen.lamps(new KeyboardLocks(false, true, true, false));
            assertThat(client.next(SetKeyboardIndicators.class))
                    .isEqualTo(new SetKeyboardIndicators(
                            0, SetKeyboardIndicators.NUM_LOCK | SetKeyboardIndicators.CAPS_LOCK));
            seen.lamps(new KeyboardLocks(true, false, false, true));
            assertThat(client.next(SetKeyboardIndicators.class))
                    .isEqualTo(new SetKeyboardIndicators(
                            0, SetKeyboardIndicators.SCROLL_LOCK | SetKeyboardIndicators.KANA_LOCK));
        }
    }

    // --- pictures
    // -------------------------------------------------------------------------------------------------------

    @Test
    void shouldShowTheScreenOnTheFastPath() throws IOException {
        service.screen.set(new TestScreen(SCREEN));
        try (var client = listener.client()) {
            client.connect();
            assertThat(client.nextFastPath().remaining()).isPositive();
        }
    }

    @Test
    void shouldShowTheScreenOnTheSlowPathToClientsWithoutFastPath() throws IOException {
        service.screen.set(new TestScreen(SCREEN));
        try (var client = listener.client()) {
            client.fastPathOutput = false;
            client.connect();
            assertThat(client.next(ShareData.Other.class).type()).isIn(ShareData.UPDATE, ShareData.POINTER);
        }
    }

    @Test
    void shouldFollowTheScreenToAnotherSize() throws IOException, InterruptedException {
        var screen = new TestScreen(SCREEN);
        service.screen.set(screen);
        try (var client = listener.client()) {
            client.connect();
            service.next().sequence.join();
            client.nextFastPath();
            screen.resize(new Size(800, 600));
            nextShareControl(client, DeactivateAll.class);
            DemandActive demand = nextShareControl(client, DemandActive.class);
            BitmapCapability bitmap = demand.capability(BitmapCapability.class).orElseThrow();
            assertThat(List.of(bitmap.desktopWidth(), bitmap.desktopHeight())).containsExactly(800, 600);
            // A key that was released meanwhile must not stay down.
            client.send(new FastPathInput(List.of(new InputEvent.Scancode(0x1E, true, false, false)))::encode);
            client.share(new SlowPathInput(List.of(new InputEvent.Scancode(0x1F, true, false, false))));
            assertThat(input().next()).isEqualTo("key 1e prefix 00 up");
            assertThat(input().next()).isEqualTo("key 1f prefix 00 up");
            client.shareId = demand.shareId();
            client.confirm(demand);
            client.finalization();
            assertThat(client.nextFastPath().remaining()).isPositive();
        }
    }

    @Test
    void shouldLeaveClientsAloneThatCannotResize() throws IOException, InterruptedException {
        var screen = new TestScreen(SCREEN);
        service.screen.set(screen);
        try (var client = listener.client()) {
            client.resizable = false;
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            screen.resize(new Size(320, 240));
            assertThat(client.nextFastPath().remaining()).isPositive();
            client.share(new ShutdownRequest());
            client.next(ShutdownDenied.class);
        }
    }

    private static <P extends ShareControlPdu> P nextShareControl(ScriptedClient client, Class<P> kind)
            throws IOException {
        while (true) {
            ShareControlPdu pdu = ShareControlPdu.decode(client.onIo().reader());
            if (kind.isInstance(pdu)) {
                return kind.cast(pdu);
            }
        }
    }

    /** Reconnect by arbitration: the same connection, another session (Q8). */
    @Test
    void shouldMoveToAnotherSession() throws IOException, InterruptedException, ProtocolException {
        service.screen.set(new TestScreen(SCREEN));
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            seen.detach();
            var second = new RecordedInput();
            service.keyboardSink = second;
            seen.attach(new SessionId(UUID.randomUUID(), 77));
            client.send(new FastPathInput(List.of(new InputEvent.Scancode(0x20, false, false, false)))::encode);
            assertThat(second.next()).isEqualTo("key 20 prefix 00 down");
        }
    }

    // --- message channel
    // ------------------------------------------------------------------------------------------------

    /** A client that wants to hear from time to time that the server is alive does, without doing anything (2.2.16.1). */
    @Test
    void shouldSendHeartbeatsToWhoWantsThem() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.messageChannel = true;
            client.earlyCapabilities |= EarlyCapability.SUPPORT_HEARTBEAT_PDU;
            client.connect();
            service.next().sequence.join();
            for (int beat = 0; beat < 3; beat++) {
                service.slept.addAndGet(TimeUnit.SECONDS.toNanos(21));
                var message = client.on(client.messageChannelId.orElseThrow()).reader();
                assertThat(Heartbeat.decode(message)).isEqualTo(new Heartbeat(20, 3, 6));
            }
        }
    }

    @Test
    void shouldMeasureTheRoundTripTime() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.messageChannel = true;
            client.earlyCapabilities |= EarlyCapability.SUPPORT_NETCHAR_AUTODETECT;
            client.connectUpToLicensing("TLSv1.3");
            AutoDetectRequest request = client.nextAutoDetect();
            assertThat(request.requestType()).isEqualTo(AutoDetectRequest.RttMeasure.CONNECT_TIME);
            client.license();
            client.send(
                    client.messageChannelId.orElseThrow(),
                    new AutoDetectResponse.RttMeasure(request.sequenceNumber())::encode);
            client.capabilities();
            client.finalization();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            assertThat(seen.connection.queryProperty(Property.ORIEL_ROUND_TRIP_TIME, List.of()))
                    .hasValueSatisfying(values -> assertThat(values)
                            .singleElement()
                            .isInstanceOfSatisfying(
                                    PropertyValue.Unsigned.class,
                                    micros -> assertThat(micros.value()).isPositive()));
        }
    }

    @Test
    void shouldAnswerWhatCanBeAskedOfAConnection() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.moreBlocks = List.of(new ClientMonitorData(
                    0,
                    List.of(
                            new MonitorDefinition(-640, 0, -1, 479, 0),
                            new MonitorDefinition(0, 0, 639, 479, MonitorDefinition.PRIMARY))));
            client.connect("TLSv1.2");
            FakeService.Client seen = service.next();
            seen.sequence.join();
            var connection = seen.connection;
            assertThat(connection.queryProperty(Property.ORIEL_SECURITY, List.of()))
                    .contains(List.of(new PropertyValue.Text("TLSv1.2")));
            assertThat(connection.queryProperty(Property.ORIEL_MONITOR_LAYOUT, List.of()))
                    .contains(unsigned(0, 0, 640, 480, 0, 100, 0, 0, 640, 0, 640, 480, 1, 100, 0, 0));
            assertThat(connection.getClientMonitorData().primary()).isEqualTo(1);
            assertThat(connection.queryProperty(Property.AUDIOENUM_DLL, List.of()))
                    .isEmpty();
            assertThat(connection.getProtocolStatus().output().bytes()).isPositive();
            assertThat(connection.getShadowConnection()).isEmpty();
        }
    }

    private static List<PropertyValue> unsigned(int... values) {
        return IntStream.of(values)
                .<PropertyValue>mapToObj(PropertyValue.Unsigned::new)
                .toList();
    }

    // --- static virtual channels
    // ----------------------------------------------------------------------------------------

    @Test
    void shouldCarryStaticChannelsBothWays() throws IOException, InterruptedException, ProtocolException {
        try (var client = listener.client()) {
            client.channels = List.of(
                    new ChannelDefinition("rdpsnd", ChannelDefinition.INITIALIZED),
                    new ChannelDefinition("CLIPRDR", ChannelDefinition.INITIALIZED));
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            byte[] message = new byte[4000];
            message[3999] = 42;
            int id = client.channelIds.get(1);
            try (var channel = seen.connection.createVirtualChannel("cliprdr", true, ChannelPriority.LOW)) {
                channel.write(message);
                var reassembly = new Reassembly(5000);
                Optional<Octets> received = Optional.empty();
                while (received.isEmpty()) {
                    received = reassembly.accept(client.on(id).reader());
                }
                assertThat(received).contains(Octets.of(message));
                for (int i = 0; i < Chunks.count(message.length, 1600); i++) {
                    int chunk = i;
                    client.send(id, out -> Chunks.write(out, message, 0, message.length, 1600, chunk, false));
                }
                assertThat(channel.read()).isEqualTo(message);
            }
        }
    }

    @Test
    void shouldRefuseChannelsThatAreNotThere() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = service.next();
            seen.sequence.join();
            assertThatThrownBy(() -> seen.connection.createVirtualChannel("rdpsnd", true, ChannelPriority.LOW))
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.result()).isEqualTo(HResult.E_NOT_FOUND));
        }
    }

    private RecordedInput input() {
        return (RecordedInput) service.keyboardSink;
    }
}
