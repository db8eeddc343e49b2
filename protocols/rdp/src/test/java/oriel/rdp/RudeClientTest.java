package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.codec.input.FastPathInput;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.mcs.AttachUserConfirm;
import oriel.rdp.codec.mcs.ChannelJoinRequest;
import oriel.rdp.codec.mcs.ErectDomainRequest;
import oriel.rdp.codec.share.ErrorInfo;
import oriel.rdp.codec.share.SetErrorInfo;
import oriel.rdp.codec.share.Synchronize;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.rdp.transport.ServerIdentity.PemPair;
import oriel.rdp.transport.TestCertificates;
import oriel.wire.WireReader;

/** Bytes no client should send, and clients that send none: only that connection ends, soon, and others do not notice. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class RudeClientTest {

    /** How far a client goes by the rules. */
    private enum Phase {
        CONNECTED,
        NEGOTIATED,
        SECURED,
        SETTLED,
        ATTACHED,
        DESCRIBED,
        LICENSED,
        DEMANDED,
        CONFIRMED,
        ACTIVE
    }

    @TempDir
    private Path folder;

    private Map<String, String> values;
    private TestListener listener;

    @BeforeEach
    void listen() throws IOException, ProtocolException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        values = TestListener.with(
                TestListener.values(pair), "step-timeout", "3", "write-timeout", "60", "setup-bytes", "8192");
        listener = new TestListener(values);
    }

    @AfterEach
    void stop() throws ProtocolException {
        listener.close();
    }

    private static void go(ScriptedClient client, Phase phase) throws IOException {
        if (phase.compareTo(Phase.NEGOTIATED) >= 0) {
            client.negotiate(SecurityProtocols.SSL);
        }
        if (phase.compareTo(Phase.SECURED) >= 0) {
            client.startTls("TLSv1.3");
        }
        if (phase.compareTo(Phase.SETTLED) >= 0) {
            client.basicSettings();
        }
        if (phase == Phase.ATTACHED) {
            client.attach();
        }
        if (phase.compareTo(Phase.DESCRIBED) >= 0) {
            client.channelConnection();
            client.clientInfo();
        }
        if (phase.compareTo(Phase.LICENSED) >= 0) {
            client.license();
        }
        if (phase.compareTo(Phase.DEMANDED) >= 0) {
            var demand = client.demand();
            if (phase.compareTo(Phase.CONFIRMED) >= 0) {
                client.confirm(demand);
            }
        }
        if (phase == Phase.ACTIVE) {
            client.finalization();
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldEndAClientThatSendsRandomBytes(Phase phase) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            try (var client = listener.client()) {
                go(client, phase);
                byte[] noise = new byte[3000];
                new Random(seed).nextBytes(noise);
                send(client, noise);
                client.isClosedInOrder();
            }
        }
        theNextClientIsServed();
    }

    /** Headers that are right around contents that are not. */
    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldEndAClientThatSendsRandomPdus(Phase phase) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            try (var client = listener.client()) {
                go(client, phase);
                byte[] noise = new byte[600];
                new Random(seed).nextBytes(noise);
                noise[0] = 3;
                noise[2] = (byte) (noise.length >> 8);
                noise[3] = (byte) noise.length;
                noise[4] = 2;
                noise[5] = (byte) 0xF0;
                noise[6] = (byte) 0x80;
                noise[7] = (byte) (25 << 2);
                send(client, noise);
                client.isClosedInOrder();
            }
        }
        theNextClientIsServed();
    }

    /** The server may be faster to close than the client to send. */
    private static void send(ScriptedClient client, byte[] bytes) {
        try {
            client.send(bytes);
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("timed out");
        }
    }

    @Test
    void shouldEndClientsThatFallSilentWhileTheyAreSetUp() throws IOException, ProtocolException {
        var silent = new ArrayList<ScriptedClient>();
        try (var impatient = new TestListener(TestListener.with(values, "step-timeout", "4"))) {
            for (Phase phase : Phase.values()) {
                if (phase != Phase.ACTIVE) {
                    ScriptedClient client = impatient.client();
                    silent.add(client);
                    go(client, phase);
                }
            }
            for (ScriptedClient client : silent) {
                client.isClosedInOrder();
            }
        } finally {
            for (ScriptedClient client : silent) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldEndWhenTheClientIsGone(Phase phase) throws IOException, InterruptedException {
        try (var client = listener.client()) {
            go(client, phase);
            client.send(new byte[] {3, 0, 1});
        }
        for (FakeService.Client seen : listener.service().clients) {
            if (phase == Phase.ACTIVE) {
                assertThat(seen.broken.await(40, TimeUnit.SECONDS)).isTrue();
            }
        }
        theNextClientIsServed();
    }

    /** Once it is set up a client may be silent as long as it likes, but not in the middle of a PDU. */
    @Test
    void shouldEndAClientThatLeavesAPduUnfinished() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.connect();
            FakeService.Client seen = listener.service().next();
            client.send(new byte[] {3, 0, 1, 0, 2});
            assertThat(seen.broken.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A byte now and then does not buy time: the PDU would be whole after half a minute or more, and is never. */
    @Test
    void shouldNotWaitLongerForAClientThatDripsBytes() throws IOException, InterruptedException {
        int length = 600;
        int sent = 4;
        try (var client = listener.client()) {
            client.send(new byte[] {3, 0, (byte) (length >> 8), (byte) length});
            while (sent < length) {
                client.send(new byte[1]);
                sent++;
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException e) {
            assertThat(e).as("closed by the server").isInstanceOf(java.net.SocketException.class);
        }
        assertThat(sent).isLessThan(length);
    }

    /** Its announcement is enough: nobody waits for the rest. */
    @Test
    void shouldRefuseAHugeConnectionRequestBeforeItHasCome() throws IOException, ProtocolException {
        try (var patient = new TestListener(TestListener.with(values, "step-timeout", "60"));
                var client = patient.client()) {
            client.send(new byte[] {3, 0, (byte) 0xFF, (byte) 0xFF});
            client.isClosedInOrder();
        }
    }

    @Test
    void shouldLimitWhatIsSentBeforeTheClientIsSetUp() throws IOException {
        try (var client = listener.client()) {
            go(client, Phase.SETTLED);
            client.attach();
            for (int i = 0; i < 2000; i++) {
                try {
                    client.send(new ChannelJoinRequest(client.userId, ChannelIds.IO)::encode);
                } catch (IOException e) {
                    break;
                }
            }
            client.isClosedInOrder();
        }
        theNextClientIsServed();
    }

    @Test
    void shouldRefuseJoinsBeforeTheUserIsAttached() throws IOException {
        try (var client = listener.client()) {
            go(client, Phase.SETTLED);
            client.send(new ErectDomainRequest(0, 0)::encode);
            client.userId = 1007;
            client.send(new ChannelJoinRequest(1007, ChannelIds.IO)::encode);
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    @Test
    void shouldRefusePdusOnlyServersSend() throws IOException {
        try (var client = listener.client()) {
            go(client, Phase.SETTLED);
            client.send(new AttachUserConfirm(0, java.util.OptionalInt.of(1007))::encode);
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    @Test
    void shouldRefuseAClientThatWasTalkedOutOfTls() throws IOException {
        try (var client = listener.client()) {
            client.serverSelectedProtocol = SecurityProtocols.RDP.flags();
            client.negotiate(SecurityProtocols.SSL);
            client.startTls("TLSv1.3");
            client.send(firstPdu(client));
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    private static byte[] firstPdu(ScriptedClient client) {
        var out = new oriel.wire.WireWriter();
        var parameters = oriel.rdp.codec.mcs.DomainParameters.SERVER;
        var selector = oriel.wire.Octets.of((byte) 1);
        new oriel.rdp.codec.mcs.ConnectInitial(
                        selector,
                        selector,
                        true,
                        parameters,
                        parameters,
                        parameters,
                        new oriel.rdp.codec.gcc.ConferenceCreateRequest(client.blocks()).toOctets())
                .encode(out);
        return out.toByteArray();
    }

    @Test
    void shouldSayWhatWasWrongAboutTheOrder() throws IOException {
        try (var client = listener.client()) {
            go(client, Phase.DEMANDED);
            client.share(new Synchronize(ChannelIds.SERVER));
            assertThat(client.next(SetErrorInfo.class).errorInfo()).isEqualTo(ErrorInfo.DATAPDUSEQUENCE);
        }
        try (var client = listener.client()) {
            go(client, Phase.DEMANDED);
            client.send(new FastPathInput(List.of(new InputEvent.Scancode(1, false, false, false)))::encode);
            assertThat(client.next(SetErrorInfo.class).errorInfo()).isEqualTo(ErrorInfo.DATAPDUSEQUENCE);
        }
        try (var client = listener.client()) {
            go(client, Phase.ACTIVE);
            client.send(4711, out -> out.i32(0).i32(3));
            assertThat(client.next(SetErrorInfo.class).errorInfo()).isEqualTo(ErrorInfo.INVALIDCHANNELID);
        }
    }

    @Test
    void shouldServeOthersWhileHundredsStayHalfOpen() throws IOException, ProtocolException {
        var crowd = new ArrayList<Socket>();
        try (var small =
                new TestListener(TestListener.with(values, "half-open-per-address", "40", "step-timeout", "60"))) {
            for (int i = 0; i < 300; i++) {
                crowd.add(
                        new Socket(small.address().getAddress(), small.address().getPort()));
            }
            try (var client = small.client()) {
                client.connect();
            }
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /** Pictures that nobody takes fill every buffer on the way; then the clock runs. */
    @Test
    void shouldEndAClientThatStopsReading() throws IOException, InterruptedException, ProtocolException {
        var screen = new TestScreen(new Size(1600, 1200));
        screen.noise();
        try (var impatient = new TestListener(TestListener.with(values, "write-timeout", "2"));
                var client = impatient.client()) {
            impatient.service().screen.set(screen);
            client.width = 1600;
            client.height = 1200;
            client.connect();
            FakeService.Client seen = impatient.service().next();
            for (int i = 1; i < 100 && seen.broken.getCount() > 0; i++) {
                screen.shade(i);
                seen.broken.await(100, TimeUnit.MILLISECONDS);
            }
            assertThat(seen.broken.await(40, TimeUnit.SECONDS)).isTrue();
            assertThat(seen.timesBroken).hasValue(1);
        }
    }

    private void theNextClientIsServed() throws IOException {
        try (var client = listener.client()) {
            client.connect();
            WireReader pdu = client.readSlow();
            assertThat(pdu.remaining()).isPositive();
        }
    }
}
