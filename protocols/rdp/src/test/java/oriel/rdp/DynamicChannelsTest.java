package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.dynamic.DynamicPdu;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.transport.TestCertificates;
import oriel.wire.Octets;

/** Dynamic virtual channels between the contract's calls and a scripted client. */
class DynamicChannelsTest {

    private static final int E_FAIL = 0x8000_4005;

    @TempDir
    private Path folder;

    private TestListener listener;

    @BeforeEach
    void listen() throws IOException, ProtocolException {
        listener = new TestListener(
                TestListener.with(TestListener.values(TestCertificates.write(folder, "EC", 1)), "step-timeout", "2"));
    }

    @AfterEach
    void stop() throws ProtocolException {
        listener.close();
    }

    /** A client that keeps its size is not offered Display Control, which leaves the channels to the test. */
    private ScriptedClient client() throws IOException {
        var client = listener.client();
        client.resizable = false;
        client.channels = DynamicPeer.CHANNELS;
        return client.connect();
    }

    private FakeService.Client seen() throws InterruptedException {
        FakeService.Client seen = listener.service().next();
        seen.sequence.join();
        return seen;
    }

    /** Asks for a channel as something behind the service does, while the test plays the client. */
    private static CompletableFuture<VirtualChannel> open(
            FakeService.Client seen, String name, ChannelPriority priority) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return seen.connection.createVirtualChannel(name, false, priority);
                    } catch (ProtocolException e) {
                        throw new CompletionException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static void fails(HResult result, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            ProtocolException.class, e -> assertThat(e.result()).isEqualTo(result));
        });
    }

    @Test
    void shouldOpenDynamicChannelsAndCarryMessagesBothWays()
            throws IOException, InterruptedException, ProtocolException {
        try (var client = client()) {
            var peer = new DynamicPeer(client);
            var request = peer.next(DynamicPdu.CapabilitiesRequest.class);
            assertThat(request.version()).isEqualTo(DynamicPdu.VERSION_2);
            FakeService.Client seen = seen();
            var opening = open(seen, "PING::pong", ChannelPriority.REAL);
            peer.send(new DynamicPdu.CapabilitiesResponse(2));
            DynamicPdu.CreateRequest create = peer.answerCreate(0);
            assertThat(create).isEqualTo(new DynamicPdu.CreateRequest(create.channelId(), 0, "PING::pong"));
            VirtualChannel channel = opening.join();
            assertThat(channel.name()).isEqualTo("PING::pong");
            for (int length : List.of(1, 1598, 1599, 5000, 100_000)) {
                byte[] message = new byte[length];
                new Random(length).nextBytes(message);
                channel.write(message);
                assertThat(peer.messageOn(create.channelId())).isEqualTo(Octets.of(message));
                peer.message(create.channelId(), message);
                assertThat(channel.read()).isEqualTo(message);
            }
            channel.close();
            assertThat(peer.next()).isEqualTo(new DynamicPdu.Close(create.channelId()));
            peer.send(new DynamicPdu.Data(create.channelId(), Octets.of((byte) 1))); // was on its way
            peer.send(new DynamicPdu.Close(create.channelId()));
            fails(HResult.E_CONNECTION_ABORTED, channel::read);
            fails(HResult.E_CONNECTION_ABORTED, () -> channel.write(new byte[1]));
            channel.close();

            var again = open(seen, "PING::pong", ChannelPriority.LOW);
            DynamicPdu.CreateRequest second = peer.answerCreate(0);
            assertThat(second.channelId()).isNotEqualTo(create.channelId());
            assertThat(second.priority()).isEqualTo(3);
            again.join().close();
        }
    }

    @Test
    void shouldTellTheOwnerThatTheClientHasClosedAChannel() throws IOException, InterruptedException {
        try (var client = client()) {
            var peer = new DynamicPeer(client);
            peer.agree(1);
            var opening = open(seen(), "echo", ChannelPriority.MEDIUM);
            int id = peer.answerCreate(0).channelId();
            VirtualChannel channel = opening.join();
            peer.send(new DynamicPdu.Close(id));
            assertThat(peer.next()).isEqualTo(new DynamicPdu.Close(id));
            fails(HResult.E_CONNECTION_ABORTED, channel::read);
        }
    }

    @Test
    void shouldSayThatTheClientDoesNotOpenAChannel() throws IOException, InterruptedException {
        try (var client = client()) {
            var peer = new DynamicPeer(client);
            peer.agree(2);
            var opening = open(seen(), "echo", ChannelPriority.MEDIUM);
            peer.answerCreate(E_FAIL);
            fails(HResult.E_NOT_FOUND, opening::join);
        }
    }

    @Test
    void shouldNotWaitForeverForAClientThatDoesNotAnswer() throws IOException, InterruptedException {
        try (var client = client()) {
            var opening = open(seen(), "echo", ChannelPriority.MEDIUM);
            fails(HResult.E_TIMEOUT, opening::join);
            // Should the client say something at last, the channel is closed again.
            var peer = new DynamicPeer(client);
            peer.agree(2);
        }
    }

    @Test
    void shouldSayThatAClientHasNoDynamicChannels() throws IOException, InterruptedException {
        try (var client = listener.client()) {
            client.channels = List.of(new ChannelDefinition("cliprdr", ChannelDefinition.INITIALIZED));
            client.connect();
            FakeService.Client seen = seen();
            fails(HResult.E_NOT_FOUND, () -> seen.connection.createVirtualChannel("echo", false, ChannelPriority.LOW));
            fails(HResult.E_INVALIDARG, () -> seen.connection.createVirtualChannel("", false, ChannelPriority.LOW));
            fails(
                    HResult.E_INVALIDARG,
                    () -> seen.connection.createVirtualChannel("\u00e9", false, ChannelPriority.LOW));
        }
    }

    /** The static channel below is the provider's own. */
    @Test
    void shouldNotGiveAwayTheStaticChannelOfDynamicOnes() throws IOException, InterruptedException {
        try (var client = client()) {
            FakeService.Client seen = seen();
            fails(
                    HResult.E_INVALID_STATE,
                    () -> seen.connection.createVirtualChannel("drdynvc", true, ChannelPriority.LOW));
            new DynamicPeer(client).agree(2);
        }
    }

    /** Compressed data, soft sync, a version that was not offered, an answer without end, a name that is none. */
    @ParameterizedTest
    @ValueSource(strings = {"60 01 05", "70 01", "90 00 00 00", "50 00 03 00", "50 00 00 00", "33", "10 01", "5000"})
    void shouldEndAClientThatBreaksTheProtocol(String pdu) throws IOException, InterruptedException {
        try (var client = client()) {
            FakeService.Client seen = seen();
            var peer = new DynamicPeer(client);
            peer.next(DynamicPdu.CapabilitiesRequest.class);
            peer.sendRaw(java.util.HexFormat.of().parseHex(pdu.replace(" ", "")));
            assertThat(client.isClosedInOrder()).isTrue();
            assertThat(seen.broken.getCount()).isZero();
        }
    }

    /** What is said of channels that are not there may be late, and harms nobody. */
    @Test
    void shouldIgnoreWhatConcernsChannelsThatAreNotThere() throws IOException, InterruptedException {
        try (var client = client()) {
            var peer = new DynamicPeer(client);
            peer.agree(2);
            peer.send(new DynamicPdu.CapabilitiesResponse(2));
            peer.send(new DynamicPdu.CreateResponse(77, 0));
            peer.send(new DynamicPdu.DataFirst(77, 0x7FFF_FFFF, Octets.EMPTY));
            peer.send(new DynamicPdu.Data(77, Octets.of((byte) 1)));
            peer.send(new DynamicPdu.Close(77));
            var opening = open(seen(), "echo", ChannelPriority.MEDIUM);
            peer.answerCreate(0);
            opening.join().close();
        }
    }

    /** A client cannot make us keep more than a bounded number of its bytes. */
    @Test
    void shouldEndAClientThatAnnouncesTooLongAMessage() throws IOException, InterruptedException {
        try (var client = client()) {
            var peer = new DynamicPeer(client);
            peer.agree(2);
            var opening = open(seen(), "echo", ChannelPriority.MEDIUM);
            int id = peer.answerCreate(0).channelId();
            opening.join();
            peer.send(new DynamicPdu.DataFirst(id, 0x7FFF_FFFF, Octets.EMPTY));
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }
}
