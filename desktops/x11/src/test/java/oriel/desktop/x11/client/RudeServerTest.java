package oriel.desktop.x11.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.wire.WireWriter;

/** A user may put anything behind the socket of a session. */
class RudeServerTest {

    @TempDir
    private Path directory;

    /** Says what it is told to and keeps the connection open until the client closes it. */
    private void say(WireWriter setup, WireWriter afterwards, Conversation test) throws Exception {
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread thread = Thread.ofVirtual().start(() -> {
                try (SocketChannel client = server.accept()) {
                    ByteBuffer in = ByteBuffer.allocate(64);
                    client.read(in);
                    client.write(ByteBuffer.wrap(setup.array(), 0, setup.size()));
                    in.clear();
                    client.read(in);
                    client.write(ByteBuffer.wrap(afterwards.array(), 0, afterwards.size()));
                    in.clear();
                    while (client.read(in) >= 0) {
                        in.clear();
                    }
                } catch (IOException e) {
                    // the client has had enough
                }
            });
            test.with(socket);
            thread.join();
        }
    }

    private interface Conversation {
        void with(Path socket) throws Exception;
    }

    /** A server with one screen and no vendor, which answers the first query with "no such extension". */
    private static WireWriter politely() {
        var out = new WireWriter().u8(1).pad(1).u16(11).u16(0).u16((32 + 40) / 4);
        out.i32(1)
                .i32(0x200000)
                .i32(0x1FFFFF)
                .i32(0)
                .u16(0)
                .u16(0xFFFF)
                .u8(1)
                .u8(0)
                .pad(4);
        out.u8(8).u8(255).pad(4);
        return out.i32(1).pad(16).u16(640).u16(480).pad(8).i32(0).pad(2).u8(24).u8(0);
    }

    private static WireWriter noExtension() {
        return new WireWriter().u8(1).u8(0).u16(1).i32(0).pad(24);
    }

    @Test
    void shouldRefuseASetupThatIsCutShort() throws Exception {
        WireWriter cut = politely();
        cut.setU16(6, 9);
        say(
                cut,
                new WireWriter(),
                socket -> assertThatThrownBy(() -> XConnection.open(socket, new byte[0], "test"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("makes no sense"));
    }

    @Test
    void shouldNotAllocateWhatAReplyClaims() throws Exception {
        WireWriter endless = new WireWriter().u8(1).u8(0).u16(1).i32(0x7FFFFFFF).pad(24);
        say(
                politely(),
                endless,
                socket -> assertThatThrownBy(() -> XConnection.open(socket, new byte[0], "test"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("reply length"));
    }

    @Test
    void shouldNotTakeRepliesNobodyAskedFor() throws Exception {
        WireWriter twice = noExtension().u8(1).u8(0).u16(1).i32(0).pad(24);
        say(politely(), twice, socket -> {
            XConnection connection = XConnection.open(socket, new byte[0], "test");
            BlockingQueue<IOException> ends = new ArrayBlockingQueue<>(1);
            connection.onEnd(ends::add);
            assertThat(ends.poll(10, TimeUnit.SECONDS)).isNotNull().hasMessageContaining("makes no sense");
        });
    }

    @Test
    void shouldNotTakeEventsWithoutEnd() throws Exception {
        WireWriter event = noExtension().u8(35).u8(130).u16(1).i32(0x7FFFFFFF).pad(24);
        say(politely(), event, socket -> {
            XConnection connection = XConnection.open(socket, new byte[0], "test");
            BlockingQueue<IOException> ends = new ArrayBlockingQueue<>(1);
            connection.onEnd(ends::add);
            assertThat(ends.poll(10, TimeUnit.SECONDS)).isNotNull().hasMessageContaining("generic event");
        });
    }

    /** Whatever comes, connecting either works or fails with a reason, and everything ends. */
    @RepeatedTest(50)
    void shouldSurviveNoise(RepetitionInfo round) throws Exception {
        Random random = new Random(round.getCurrentRepetition());
        WireWriter setup = politely();
        WireWriter noise = noExtension();
        byte[] bytes = new byte[4096];
        random.nextBytes(bytes);
        noise.bytes(bytes);
        if (random.nextBoolean()) {
            for (int i = 0; i < 3; i++) {
                setup.setU8(6 + random.nextInt(setup.size() - 6), random.nextInt(256));
            }
            setup.setU16(6, Math.min(setup.size() / 4 - 2, 18));
        }
        say(setup, noise, socket -> {
            try (XConnection connection = XConnection.open(socket, new byte[0], "test")) {
                connection.on(Property.Notify.TYPE, event -> {});
                assertThatThrownBy(() -> {
                            for (int i = 0; i < 10_000; i++) {
                                var answer = new Answer<Pointer>();
                                connection.ask(new Pointer.Ask(1), answer);
                                answer.await(java.time.Duration.ofMillis(200));
                            }
                        })
                        .isInstanceOf(IOException.class);
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        });
    }
}
