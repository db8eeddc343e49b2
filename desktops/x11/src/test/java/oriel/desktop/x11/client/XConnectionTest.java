package oriel.desktop.x11.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import oriel.desktop.x11.RealServer;
import oriel.wire.Octets;

/** The client against a real X server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XConnectionTest {

    private RealServer server;
    private XConnection connection;

    @BeforeAll
    void startServer() {
        server = RealServer.start(RealServer.Kind.XVFB, 640, 480);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() {
        connection = server.connect();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void shouldKnowTheServer() {
        assertThat(connection.setup().screen().width()).isEqualTo(640);
        assertThat(connection.setup().screen().height()).isEqualTo(480);
        assertThat(connection.setup().screen().depth()).isEqualTo(24);
        assertThat(connection.setup().formats()).contains(new ServerSetup.Format(24, 32));
        assertThat(connection.setup().screen().rootVisual()).hasValueSatisfying(visual -> {
            assertThat(visual.kind()).isEqualTo(ServerSetup.Visual.TRUE_COLOR);
            assertThat(visual.red()).isEqualTo(0xFF0000);
        });
        assertThat(connection.longestRequest()).isGreaterThan(1024 * 1024);
    }

    @Test
    void shouldBeTurnedAwayWithoutTheCookie() {
        assertThatThrownBy(() -> XConnection.open(server.socket(), new byte[16], "test"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused the connection");
    }

    @Test
    void shouldSayThatThereIsNoServer() {
        assertThatThrownBy(() -> XConnection.open(java.nio.file.Path.of("/tmp/.X11-unix/none"), new byte[16], "test"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldNameAtoms() throws IOException {
        int atom = connection.atom("ORIEL_TEST");
        assertThat(connection.atom("PRIMARY")).isEqualTo(Atom.PRIMARY);
        assertThat(connection.ask(new Atom.Name(atom))).isEqualTo("ORIEL_TEST");
    }

    @Test
    void shouldKeepProperties() throws IOException {
        int property = connection.atom("ORIEL_TEST");
        int window = hidden(0);
        Octets text = Octets.of("Grüße".getBytes(StandardCharsets.UTF_8));
        connection.send(Property.Change.bytes(window, property, Atom.STRING, text));
        assertThat(connection.ask(Property.Get.all(window, property, 1024)))
                .isEqualTo(new Property(Atom.STRING, 8, 0, text));
        connection.send(Property.Change.numbers(window, property, Atom.CARDINAL, 7, -1));
        assertThat(connection.ask(Property.Get.all(window, property, 1024)).numbers())
                .containsExactly(7, -1);
        assertThat(connection.ask(Property.Get.all(window, property, 4)).after())
                .isEqualTo(4);
        connection.send(new Property.Delete(window, property));
        assertThat(connection.ask(Property.Get.all(window, property, 1024)).exists())
                .isFalse();
    }

    /** BIG-REQUESTS: a property longer than 256 KiB takes a length of 32 bits, and its reply more than the reader's buffer. */
    @Test
    void shouldCarryMoreThanAnOrdinaryRequest() throws IOException {
        int property = connection.atom("ORIEL_LONG");
        int window = hidden(0);
        byte[] bytes = new byte[3_000_001];
        new java.util.Random(4).nextBytes(bytes);
        connection.send(Property.Change.bytes(window, property, Atom.STRING, Octets.of(bytes)));
        assertThat(connection
                        .ask(Property.Get.all(window, property, bytes.length))
                        .value()
                        .toArray())
                .isEqualTo(bytes);
        assertThatThrownBy(() -> connection.send(Property.Change.bytes(
                        window, property, Atom.STRING, Octets.of(new byte[connection.longestRequest()]))))
                .isInstanceOf(IllegalArgumentException.class);
        connection.sync();
    }

    @Test
    void shouldTellWhatWentWrong() {
        assertThatThrownBy(() -> connection.ask(Property.Get.all(1, Atom.PRIMARY, 4)))
                .isInstanceOfSatisfying(RequestFailedException.class, e -> {
                    assertThat(e.error().code()).isEqualTo(XError.WINDOW);
                    assertThat(e.error().major()).isEqualTo(20);
                });
    }

    @Test
    void shouldHearEvents() throws Exception {
        int property = connection.atom("ORIEL_TEST");
        int window = hidden(Window.PROPERTY_CHANGE);
        BlockingQueue<Property.Notify> heard = new ArrayBlockingQueue<>(8);
        Listening listening = connection.on(Property.Notify.TYPE, heard::add);
        connection.send(Property.Change.numbers(window, property, Atom.CARDINAL, 1));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull().satisfies(event -> {
            assertThat(event.window()).isEqualTo(window);
            assertThat(event.atom()).isEqualTo(property);
            assertThat(event.deleted()).isFalse();
        });
        listening.close();
        connection.send(new Property.Delete(window, property));
        connection.sync();
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldHandSelectionsOver() throws Exception {
        int selection = connection.atom("ORIEL_SELECTION");
        int target = connection.atom("UTF8_STRING");
        int owner = hidden(0);
        connection.send(new Selection.SetOwner(owner, selection, 0));
        assertThat(connection.ask(new Selection.GetOwner(selection))).isEqualTo(owner);
        connection.on(Selection.Wanted.TYPE, wanted -> {
            connection.send(
                    Property.Change.bytes(wanted.requestor(), wanted.property(), target, Octets.of((byte) 'x')));
            connection.send(new SendEvent(
                    false,
                    wanted.requestor(),
                    0,
                    new Selection.Notify(
                            wanted.time(), wanted.requestor(), selection, wanted.target(), wanted.property())));
        });
        try (XConnection other = server.connect()) {
            BlockingQueue<Selection.Notify> answers = new ArrayBlockingQueue<>(1);
            other.on(Selection.Notify.TYPE, answers::add);
            int window = other.newId();
            other.send(Window.Create.hidden(window, other.root(), 0));
            other.send(new Selection.Convert(window, selection, target, selection, 0));
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(other.ask(Property.Get.all(window, selection, 16)).value())
                    .isEqualTo(Octets.of((byte) 'x'));
        }
    }

    /** Sequence numbers wrap around after 65,536 requests, none of which need be a query. */
    @Test
    void shouldCountFurtherThanTheWireDoes() throws IOException {
        for (int i = 0; i < 150_000; i++) {
            connection.send(new Pointer.Warp(connection.root(), i % 640, i % 480));
        }
        Pointer last = connection.ask(new Pointer.Ask(connection.root()));
        assertThat(last.x()).isEqualTo(149_999 % 640);
        assertThat(last.y()).isEqualTo(149_999 % 480);
    }

    @Test
    void shouldEndWhenTheServerIsKilled() throws Exception {
        try (RealServer doomed = RealServer.start(RealServer.Kind.XVFB, 64, 64)) {
            XConnection lost = doomed.connect();
            BlockingQueue<IOException> ends = new ArrayBlockingQueue<>(2);
            lost.onEnd(ends::add);
            doomed.process().destroyForcibly().waitFor();
            assertThat(ends.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThatThrownBy(lost::sync).isInstanceOf(IOException.class);
            lost.send(new Bell(0));
            lost.close();
        }
    }

    /** A server that is stopped reads nothing and answers nothing. */
    @Test
    void shouldNotWaitForEver() throws Exception {
        try (RealServer stopped = RealServer.start(RealServer.Kind.XVFB, 64, 64);
                XConnection silent = stopped.connect()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(stopped.process().pid()))
                    .start()
                    .waitFor();
            try {
                var answer = new Answer<Pointer>();
                silent.ask(new Pointer.Ask(silent.root()), answer);
                assertThatThrownBy(() -> answer.await(Duration.ofMillis(100))).hasMessageContaining("does not answer");
                for (int i = 0; i < 100_000; i++) {
                    silent.send(new Pointer.Warp(silent.root(), 1, 1)); // far more than the socket takes
                }
            } finally {
                new ProcessBuilder(
                                "kill", "-CONT", Long.toString(stopped.process().pid()))
                        .start()
                        .waitFor();
            }
            silent.sync();
        }
    }

    private int hidden(int events) {
        int window = connection.newId();
        connection.send(Window.Create.hidden(window, connection.root(), events));
        return window;
    }
}
