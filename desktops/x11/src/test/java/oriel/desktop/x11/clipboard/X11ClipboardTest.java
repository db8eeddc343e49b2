package oriel.desktop.x11.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.Selection;
import oriel.desktop.x11.client.SendEvent;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.wire.Octets;

/** The clipboard of a real X server, copied to and pasted from by xclip and by rude clients of the test's. */
class X11ClipboardTest {

    private static final int LIMIT = 64 * 1024 * 1024;

    @TempDir
    private Path files;

    private RealServer server;
    private X11Clipboard clipboard;
    private final BlockingQueue<ClipboardContent> offers = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        server = RealServer.start(RealServer.Kind.XVNC, 640, 480);
        clipboard = X11Clipboard.open(server.socket(), server.cookie());
        clipboard.watch(offers::add);
    }

    @AfterEach
    void stop() {
        clipboard.close();
        server.close();
    }

    /** What a client has copied. */
    private static class FromClient implements ClipboardContent {

        private final Map<ClipboardFormat, byte[]> contents = new EnumMap<>(ClipboardFormat.class);
        private final AtomicInteger reads = new AtomicInteger();

        FromClient with(ClipboardFormat format, byte[] bytes) {
            contents.put(format, bytes);
            return this;
        }

        FromClient with(String text) {
            return with(ClipboardFormat.TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Set<ClipboardFormat> formats() {
            return contents.keySet();
        }

        @Override
        public byte[] read(ClipboardFormat format, int limit) throws IOException {
            reads.incrementAndGet();
            byte[] bytes = contents.get(format);
            if (bytes == null) {
                throw new IOException("no such format");
            }
            return bytes;
        }
    }

    // --- from programs to the client ---

    @Test
    void shouldOfferTextThatAProgramCopies() throws Exception {
        copy("héllo → 世界\n".getBytes(StandardCharsets.UTF_8), "UTF8_STRING");
        ClipboardContent offer = offer();
        assertThat(offer.formats()).containsExactly(ClipboardFormat.TEXT);
        assertThat(text(offer)).isEqualTo("héllo → 世界\n");
        assertThat(text(offer)).isEqualTo("héllo → 世界\n");
    }

    @Test
    void shouldOfferWhatWasCopiedBeforeItIsWatched() throws Exception {
        clipboard.unwatch();
        copy("before".getBytes(StandardCharsets.UTF_8), "UTF8_STRING");
        assertThat(offers).isEmpty();
        clipboard.watch(offers::add);
        assertThat(text(offer())).isEqualTo("before");
    }

    @Test
    void shouldReadLatin1OfOldPrograms() throws Exception {
        copy("h\u00e9llo".getBytes(StandardCharsets.ISO_8859_1), "STRING");
        assertThat(text(offer())).isEqualTo("héllo");
    }

    @Test
    void shouldOfferHtml() throws Exception {
        copy("<b>é</b>".getBytes(StandardCharsets.UTF_8), "text/html");
        ClipboardContent offer = offer();
        assertThat(offer.formats()).containsExactly(ClipboardFormat.HTML);
        assertThat(new String(offer.read(ClipboardFormat.HTML, LIMIT), StandardCharsets.UTF_8))
                .isEqualTo("<b>é</b>");
    }

    /** xclip hands large contents over in pieces (INCR). */
    @Test
    void shouldReadALargePictureInPieces() throws Exception {
        byte[] picture = noise(4 * 1024 * 1024);
        copy(picture, "image/png");
        assertThat(offer().read(ClipboardFormat.PNG, LIMIT)).isEqualTo(picture);
    }

    @Test
    void shouldMakePngOfBitmaps() throws Exception {
        var bitmap = new ByteArrayOutputStream();
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0x123456);
        ImageIO.write(image, "bmp", bitmap);
        copy(bitmap.toByteArray(), "image/bmp");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(offer().read(ClipboardFormat.PNG, LIMIT)));
        assertThat(read.getWidth()).isEqualTo(20);
        assertThat(read.getRGB(3, 4) & 0xFFFFFF).isEqualTo(0x123456);
    }

    @Test
    void shouldRefuseBrokenAndOversizedPictures() throws Exception {
        copy("BM but no bitmap".getBytes(StandardCharsets.US_ASCII), "image/bmp");
        ClipboardContent broken = offer();
        assertThatThrownBy(() -> broken.read(ClipboardFormat.PNG, LIMIT)).isInstanceOf(IOException.class);
        byte[] huge = bitmapHeader(100_000, 100_000);
        copy(huge, "image/bmp");
        ClipboardContent bomb = offer();
        assertThatThrownBy(() -> bomb.read(ClipboardFormat.PNG, LIMIT)).isInstanceOf(IOException.class);
    }

    private static byte[] bitmapHeader(int width, int height) {
        var out = new oriel.wire.WireWriter();
        out.latin1("BM")
                .i32(200)
                .i32(0)
                .i32(54)
                .i32(40)
                .i32(width)
                .i32(height)
                .u16(1)
                .u16(24)
                .i32(0);
        return out.i32(0).i32(0).i32(0).i32(0).i32(0).pad(146).toByteArray();
    }

    @Test
    void shouldNotReadMoreThanTheLimit() throws Exception {
        copy(noise(2 * 1024 * 1024), "image/png");
        ClipboardContent offer = offer();
        assertThatThrownBy(() -> offer.read(ClipboardFormat.PNG, 1024 * 1024))
                .isInstanceOf(IOException.class)
                .hasMessage("what was copied is longer than 1048576 bytes");
        copy("short".repeat(100).getBytes(StandardCharsets.UTF_8), "UTF8_STRING");
        ClipboardContent small = offer();
        assertThatThrownBy(() -> small.read(ClipboardFormat.TEXT, 10))
                .hasMessage("what was copied is longer than 10 bytes");
    }

    @Test
    void shouldSayThatTheClipboardIsEmptyWhenTheProgramEnds() throws Exception {
        Process xclip = copy("text".getBytes(StandardCharsets.UTF_8), "UTF8_STRING");
        assertThat(text(offer())).isEqualTo("text");
        xclip.destroy();
        assertThat(offer().formats()).isEmpty();
    }

    @Test
    void shouldFailWhenWhatWasCopiedIsGone() throws Exception {
        copy("one".getBytes(StandardCharsets.UTF_8), "UTF8_STRING");
        ClipboardContent first = offer();
        copy("two", "UTF8_STRING");
        offer();
        assertThatThrownBy(() -> first.read(ClipboardFormat.TEXT, LIMIT))
                .isInstanceOf(IOException.class)
                .hasMessage("something else has been copied since");
    }

    // --- from the client to programs ---

    @Test
    void shouldLetProgramsPasteTextInEveryWay() throws Exception {
        own(new FromClient().with("héllo"));
        assertThat(paste("clipboard", "UTF8_STRING")).isEqualTo(utf8("héllo"));
        assertThat(paste("clipboard", "text/plain;charset=utf-8")).isEqualTo(utf8("héllo"));
        assertThat(paste("clipboard", "STRING")).isEqualTo("héllo".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(paste("primary", "UTF8_STRING")).isEqualTo(utf8("héllo"));
        assertThat(offers).isEmpty();
    }

    @Test
    void shouldListWhatCanBePasted() throws Exception {
        own(new FromClient().with("a").with(ClipboardFormat.HTML, utf8("<i>a</i>")));
        String list = new String(paste("clipboard", "TARGETS"), StandardCharsets.UTF_8);
        assertThat(list.lines())
                .contains("TARGETS", "MULTIPLE", "TIMESTAMP", "UTF8_STRING", "text/html")
                .doesNotContain("image/png");
        assertThat(paste("clipboard", "text/html")).isEqualTo(utf8("<i>a</i>"));
    }

    /** What programs ask twice for comes from the client once. */
    @Test
    void shouldFetchShortTextsOnce() throws Exception {
        var content = new FromClient().with("a");
        own(content);
        paste("clipboard", "UTF8_STRING");
        paste("clipboard", "STRING");
        assertThat(content.reads).hasValue(1);
    }

    @Test
    void shouldHandLargePicturesOverInPiecesToSeveralAtOnce() throws Exception {
        byte[] picture = noise(4 * 1024 * 1024);
        own(new FromClient().with(ClipboardFormat.PNG, picture));
        var first = Thread.ofVirtual().unstarted(() -> assertPasted("a", picture));
        var second = Thread.ofVirtual().unstarted(() -> assertPasted("b", picture));
        AtomicInteger failures = new AtomicInteger();
        first.setUncaughtExceptionHandler((thread, failure) -> failures.incrementAndGet());
        second.setUncaughtExceptionHandler((thread, failure) -> failures.incrementAndGet());
        first.start();
        second.start();
        first.join();
        second.join();
        assertThat(failures).hasValue(0);
    }

    private void assertPasted(String name, byte[] expected) {
        try {
            Path file = files.resolve(name);
            server.run("sh", "-c", "exec xclip -o -selection clipboard -t image/png >" + file);
            assertThat(Files.readAllBytes(file)).isEqualTo(expected);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shouldGiveWhatTheClientCopiedLast() throws Exception {
        own(new FromClient().with("one"));
        own(new FromClient().with("two"));
        assertThat(paste("clipboard", "UTF8_STRING")).isEqualTo(utf8("two"));
    }

    @Test
    void shouldForgetWhatTheClientHasCopiedWhenItGoes() throws Exception {
        own(new FromClient().with("secret"));
        clipboard.unwatch();
        awaitOwner(false);
        assertThatThrownBy(() -> paste("clipboard", "UTF8_STRING")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldBeEmptyWhenTheClientsClipboardIs() throws Exception {
        own(new FromClient().with("text"));
        clipboard.offer(new FromClient());
        awaitOwner(false);
        assertThatThrownBy(() -> paste("clipboard", "UTF8_STRING")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseProgramsWhenTheClientDoesNotDeliver() throws Exception {
        own(
                new FromClient() {
                    @Override
                    public byte[] read(ClipboardFormat format, int limit) throws IOException {
                        throw new IOException("the client does not answer");
                    }
                }.with("never"));
        assertThatThrownBy(() -> paste("clipboard", "UTF8_STRING")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldGiveWayToAProgramThatCopies() throws Exception {
        own(new FromClient().with("client"));
        copy(utf8("program"), "UTF8_STRING");
        assertThat(text(offer())).isEqualTo("program");
        assertThat(paste("clipboard", "UTF8_STRING")).isEqualTo(utf8("program"));
    }

    /** A clipboard manager takes what it finds and offers it as its own: the client has it already. */
    @Test
    void shouldNotOfferBackWhatAClipboardManagerKeeps() throws Exception {
        own(new FromClient().with("kept"));
        try (XConnection manager = server.connect()) {
            var program = new Program(manager);
            assertThat(program.fetch("UTF8_STRING")).isEqualTo(utf8("kept"));
            program.copy("UTF8_STRING", utf8("kept"));
            program.copy("UTF8_STRING", utf8("kept"));
            assertThat(offers.poll(700, TimeUnit.MILLISECONDS)).isNull();
            program.copy("UTF8_STRING", utf8("something else"));
            assertThat(text(offer())).isEqualTo("something else");
        }
    }

    @Test
    void shouldShareWithProgramsOfGtk() throws Exception {
        Process zenity = server.program(
                "env", "LC_ALL=C.UTF-8", "zenity", "--entry", "--title=typed", "--text=x", "--entry-text=wörd");
        try {
            server.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "typed", "windowfocus", "--sync");
            server.run("xdotool", "key", "ctrl+a", "ctrl+c");
            assertThat(text(offer())).isEqualTo("wörd");
            own(new FromClient().with("→ paste"));
            server.run("xdotool", "key", "End", "ctrl+v", "Return");
            String printed = new String(zenity.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printed.lines().toList()).last().isEqualTo("wörd→ paste");
        } finally {
            zenity.destroy();
        }
    }

    /** A program that goes away in the middle of a long content harms nobody. */
    @Test
    void shouldNotMindProgramsThatGoAway() throws Exception {
        own(new FromClient().with("text").with(ClipboardFormat.PNG, noise(1024 * 1024)));
        try (XConnection rude = server.connect()) {
            new Program(rude).wantEverything(8);
        }
        assertThat(paste("clipboard", "UTF8_STRING")).isEqualTo(utf8("text"));
        assertPasted("after", noise(1024 * 1024));
    }

    @Test
    void shouldConvertSeveralTargetsAtOnce() throws Exception {
        own(new FromClient().with("a").with(ClipboardFormat.PNG, noise(1024 * 1024)));
        try (XConnection connection = server.connect()) {
            var program = new Program(connection);
            assertThat(program.fetchMultiple("UTF8_STRING", "nothing/at-all", "TIMESTAMP"))
                    .containsExactly(true, false, true);
        }
    }

    // --- rude programs ---

    @Test
    void shouldNotWaitForEverForAProgramThatDoesNotAnswer() throws Exception {
        try (XConnection silent = server.connect()) {
            new Program(silent).copySilently();
            copy(utf8("after"), "UTF8_STRING");
            assertThat(text(offer())).isEqualTo("after");
        }
    }

    @Test
    void shouldGiveUpOnPiecesThatDoNotEnd() throws Exception {
        try (XConnection rude = server.connect()) {
            new Program(rude).copyEndlessly();
            ClipboardContent offer = offer();
            assertThatThrownBy(() -> offer.read(ClipboardFormat.TEXT, 1024 * 1024))
                    .isInstanceOf(IOException.class)
                    .hasMessage("what was copied is longer than 1048576 bytes");
        }
    }

    /** The client hears of some of the changes, and of the last one. */
    @Test
    void shouldSlowFloodsOfOwnersDown() throws Exception {
        try (XConnection rude = server.connect()) {
            var program = new Program(rude);
            for (int i = 0; i < 2000; i++) {
                program.copy("UTF8_STRING", utf8("flood " + i));
            }
            rude.sync();
            String heard = "";
            int count = 0;
            while (!heard.equals("flood 1999")) {
                heard = newest(offer());
                count++;
            }
            assertThat(count).isLessThan(100);
        }
    }

    /** The text, unless something else has been copied before it was read. */
    private static String newest(ClipboardContent content) {
        try {
            return text(content);
        } catch (IOException e) {
            return "";
        }
    }

    /** A program that wants everything and fetches nothing occupies its own share only. */
    @Test
    void shouldServeOthersWhileAProgramFetchesNothing() throws Exception {
        own(new FromClient().with("text").with(ClipboardFormat.PNG, noise(1024 * 1024)));
        try (XConnection rude = server.connect()) {
            new Program(rude).wantEverything(200);
            assertThat(paste("clipboard", "UTF8_STRING")).isEqualTo(utf8("text"));
        }
    }

    // --- parts ---

    /** A program written for the test. */
    private static final class Program {

        private final XConnection connection;
        private final int window;
        private final int selection;
        private final int answer;
        private final BlockingQueue<Selection.Notify> notices = new LinkedBlockingQueue<>();
        private volatile Answering answering = wanted -> 0;

        private interface Answering {
            int answer(Selection.Wanted wanted);
        }

        Program(XConnection connection) throws IOException {
            this.connection = connection;
            window = connection.newId();
            selection = connection.atom("CLIPBOARD");
            answer = connection.atom("ANSWER");
            for (String name : new String[] {"UTF8_STRING", "TARGETS", "INCR"}) {
                connection.atom(name);
            }
            connection.send(Window.Create.hidden(window, connection.root(), Window.PROPERTY_CHANGE));
            connection.on(Selection.Notify.TYPE, notices::add);
            connection.on(Selection.Wanted.TYPE, wanted -> {
                int property = answering.answer(wanted);
                if (property >= 0) {
                    connection.send(new SendEvent(
                            false,
                            wanted.requestor(),
                            0,
                            new Selection.Notify(
                                    wanted.time(), wanted.requestor(), selection, wanted.target(), property)));
                }
            });
        }

        private void take() throws IOException {
            connection.send(new Selection.SetOwner(window, selection, 0));
        }

        void copy(String target, byte[] bytes) throws IOException {
            int atom = connection.atom(target);
            int targets = connection.atom("TARGETS");
            answering = wanted -> {
                if (wanted.target() == targets) {
                    connection.send(Property.Change.numbers(wanted.requestor(), wanted.property(), Atom.ATOM, atom));
                } else {
                    connection.send(
                            Property.Change.bytes(wanted.requestor(), wanted.property(), atom, Octets.of(bytes)));
                }
                return wanted.property();
            };
            take();
        }

        void copySilently() throws IOException {
            answering = wanted -> -1;
            take();
            connection.sync();
        }

        void copyEndlessly() throws IOException {
            int utf8 = connection.atom("UTF8_STRING");
            int targets = connection.atom("TARGETS");
            int incr = connection.atom("INCR");
            Octets piece = Octets.of(new byte[100_000]);
            connection.on(Property.Notify.TYPE, change -> {
                if (change.deleted() && change.window() != window) {
                    connection.send(Property.Change.bytes(change.window(), change.atom(), utf8, piece));
                }
            });
            answering = wanted -> {
                if (wanted.target() == targets) {
                    connection.send(Property.Change.numbers(wanted.requestor(), wanted.property(), Atom.ATOM, utf8));
                } else {
                    connection.send(new Window.SelectEvents(wanted.requestor(), Window.PROPERTY_CHANGE));
                    connection.send(Property.Change.numbers(wanted.requestor(), wanted.property(), incr, 5));
                }
                return wanted.property();
            };
            take();
        }

        byte[] fetch(String target) throws IOException, InterruptedException {
            connection.send(new Selection.Convert(window, selection, connection.atom(target), answer, 0));
            Selection.Notify notice = notices.poll(10, TimeUnit.SECONDS);
            assertThat(notice).isNotNull();
            return connection
                    .ask(Property.Get.all(window, answer, 1024 * 1024))
                    .value()
                    .toArray();
        }

        boolean[] fetchMultiple(String... targets) throws IOException, InterruptedException {
            int[] pairs = new int[2 * targets.length];
            for (int i = 0; i < targets.length; i++) {
                pairs[2 * i] = connection.atom(targets[i]);
                pairs[2 * i + 1] = connection.atom("ANSWER_" + i);
            }
            connection.send(Property.Change.numbers(window, answer, connection.atom("ATOM_PAIR"), pairs));
            connection.send(new Selection.Convert(window, selection, connection.atom("MULTIPLE"), answer, 0));
            assertThat(notices.poll(10, TimeUnit.SECONDS)).isNotNull();
            int[] after = connection.ask(Property.Get.all(window, answer, 1024)).numbers();
            boolean[] converted = new boolean[targets.length];
            for (int i = 0; i < targets.length; i++) {
                converted[i] = after[2 * i + 1] != 0
                        && connection
                                .ask(Property.Get.all(window, after[2 * i + 1], 1024))
                                .exists();
            }
            return converted;
        }

        void wantEverything(int times) throws IOException {
            int png = connection.atom("image/png");
            for (int i = 0; i < times; i++) {
                connection.send(new Selection.Convert(window, selection, png, connection.atom("WANTED_" + i), 0));
            }
            connection.sync();
        }
    }

    private void own(FromClient content) throws IOException {
        clipboard.offer(content);
        awaitOwner(true);
        clipboard.settle();
    }

    private void awaitOwner(boolean somebody) throws IOException {
        clipboard.settle();
        try (XConnection connection = server.connect()) {
            assertThat(connection.ask(new Selection.GetOwner(connection.atom("CLIPBOARD"))) != 0)
                    .isEqualTo(somebody);
        }
    }

    private Process copy(String text, String target) throws IOException {
        return copy(utf8(text), target);
    }

    /** xclip stays in the foreground and ends when somebody else copies. */
    private Process copy(byte[] bytes, String target) throws IOException {
        Path file = Files.createTempFile(files, "copied", "");
        Files.write(file, bytes);
        return server.program("xclip", "-i", "-quiet", "-selection", "clipboard", "-t", target, file.toString());
    }

    private byte[] paste(String selection, String target) throws IOException {
        Path file = Files.createTempFile(files, "pasted", "");
        server.run("sh", "-c", "exec xclip -o -selection " + selection + " -t '" + target + "' >" + file);
        return Files.readAllBytes(file);
    }

    private ClipboardContent offer() throws InterruptedException {
        ClipboardContent offer = offers.poll(15, TimeUnit.SECONDS);
        assertThat(offer).as("an offer").isNotNull();
        return offer;
    }

    private static String text(ClipboardContent content) throws IOException {
        return new String(content.read(ClipboardFormat.TEXT, LIMIT), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
