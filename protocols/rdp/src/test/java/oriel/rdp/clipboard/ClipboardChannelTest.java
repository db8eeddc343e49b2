package oriel.rdp.clipboard;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.clipboard.ClipboardCapabilities;
import oriel.rdp.codec.clipboard.ClipboardPdu;
import oriel.rdp.codec.clipboard.ClipboardPdu.FormatDataRequest;
import oriel.rdp.codec.clipboard.ClipboardPdu.FormatDataResponse;
import oriel.rdp.codec.clipboard.ClipboardPdu.FormatListResponse;
import oriel.rdp.codec.clipboard.DeviceIndependentBitmap;
import oriel.rdp.codec.clipboard.FormatList;
import oriel.rdp.codec.clipboard.FormatList.Format;
import oriel.rdp.codec.clipboard.HtmlFormat;
import oriel.rdp.proof.ClientEnd;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class ClipboardChannelTest {

    private static final int LIMIT = 1 << 20;

    private final ClientEnd client = new ClientEnd();
    private final VirtualChannel channel = client.channel();
    private final LinkedBlockingQueue<ClipboardContent> offers = new LinkedBlockingQueue<>();
    private ClipboardChannel clipboard;
    private ClipboardEndpoint endpoint;

    @BeforeEach
    void begin() {
        clipboard = new ClipboardChannel(channel, "a test", Duration.ofSeconds(40));
        endpoint = clipboard.endpoint();
        clipboard.begin();
    }

    @AfterEach
    void end() {
        channel.close();
    }

    private void send(ClipboardPdu pdu) {
        var out = new WireWriter();
        pdu.encode(out, true);
        client.send(out);
    }

    private ClipboardPdu next() throws InterruptedException {
        return ClipboardPdu.decode(new WireReader(client.next()), true);
    }

    /** What every client does first; gives what the session hears of. */
    private ClipboardContent clientHas(Format... formats) throws InterruptedException {
        endpoint.open(offers::add);
        handshake(formats);
        return offered();
    }

    private void handshake(Format... formats) throws InterruptedException {
        assertThat(next()).isInstanceOf(ClipboardCapabilities.class);
        assertThat(next()).isEqualTo(new ClipboardPdu.MonitorReady());
        send(new ClipboardCapabilities(2, OptionalInt.of(ClipboardCapabilities.USE_LONG_FORMAT_NAMES)));
        send(new ClipboardPdu.TemporaryDirectory("C:\\temp"));
        copy(formats);
    }

    private void copy(Format... formats) throws InterruptedException {
        send(new FormatList(List.of(formats)));
        assertThat(next()).isEqualTo(new FormatListResponse(true));
    }

    private ClipboardContent offered() throws InterruptedException {
        ClipboardContent content = offers.poll(40, TimeUnit.SECONDS);
        assertThat(content).as("an offer").isNotNull();
        return content;
    }

    private static Format standard(int id) {
        return new Format(id, "");
    }

    private static CompletableFuture<byte[]> paste(ClipboardContent content, ClipboardFormat format) {
        var pasted = new CompletableFuture<byte[]>();
        Thread.startVirtualThread(() -> {
            try {
                pasted.complete(content.read(format, LIMIT));
            } catch (IOException e) {
                pasted.completeExceptionally(e);
            }
        });
        return pasted;
    }

    private void answer(int formatId, byte[] data) throws InterruptedException {
        assertThat(next()).isEqualTo(new FormatDataRequest(formatId));
        send(new FormatDataResponse(true, Octets.of(data)));
    }

    private byte[] clientPastes(int formatId) throws InterruptedException {
        send(new FormatDataRequest(formatId));
        var response = (FormatDataResponse) next();
        assertThat(response.ok()).isTrue();
        return response.data().toArray();
    }

    private static ClipboardContent content(Map<ClipboardFormat, byte[]> forms) {
        return new ClipboardContent() {
            @Override
            public Set<ClipboardFormat> formats() {
                return forms.keySet();
            }

            @Override
            public byte[] read(ClipboardFormat format, int limit) throws IOException {
                byte[] bytes = forms.get(format);
                if (bytes == null || bytes.length > limit) {
                    throw new IOException("not for you");
                }
                return bytes;
            }
        };
    }

    private static ClipboardContent text(String text) {
        return content(Map.of(ClipboardFormat.TEXT, text.getBytes(UTF_8)));
    }

    // --- from the client to the session
    // -------------------------------------------------------------------------------

    @Test
    void shouldFetchTextWhenSomebodyPastesIt() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT), standard(Format.TEXT));
        assertThat(content.formats()).containsExactly(ClipboardFormat.TEXT);
        var pasted = paste(content, ClipboardFormat.TEXT);
        answer(Format.UNICODETEXT, "größer\r\n漢字 🦊\0rubbish".getBytes(UTF_16LE));
        assertThat(pasted.get(40, TimeUnit.SECONDS)).asString().isEqualTo("größer\n漢字 🦊");
    }

    @Test
    void shouldTakeTextOfClientsWithoutUnicode() throws Exception {
        var pasted = paste(clientHas(standard(Format.TEXT)), ClipboardFormat.TEXT);
        answer(Format.TEXT, new byte[] {(byte) 0xE4, '\r', '\n', (byte) 0x80, 0});
        assertThat(pasted.get(40, TimeUnit.SECONDS)).asString().isEqualTo("ä\n€");
    }

    @Test
    void shouldTakeHtmlOutOfItsHeader() throws Exception {
        ClipboardContent content = clientHas(new Format(0xC123, "HTML Format"), standard(Format.UNICODETEXT));
        assertThat(content.formats()).containsExactlyInAnyOrder(ClipboardFormat.HTML, ClipboardFormat.TEXT);
        var pasted = paste(content, ClipboardFormat.HTML);
        answer(0xC123, HtmlFormat.wrap("<b>ü</b>".getBytes(UTF_8)));
        assertThat(pasted.get(40, TimeUnit.SECONDS)).asString().isEqualTo("<b>ü</b>");
    }

    @Test
    void shouldMakePngOfBitmaps() throws Exception {
        ClipboardContent content = clientHas(standard(Format.DIB), standard(Format.DIBV5));
        var pasted = paste(content, ClipboardFormat.PNG);
        int[] pixels = {0xFFFF0000, 0x8000FF00, 0xFF0000FF, 0};
        var dib = new WireWriter();
        new DeviceIndependentBitmap(2, 2, pixels).encodeDibV5(dib);
        answer(Format.DIBV5, dib.toByteArray());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(pasted.get(40, TimeUnit.SECONDS)));
        assertThat(image.getRGB(0, 0, 2, 2, null, 0, 2)).isEqualTo(pixels);
    }

    /** PNG needs no conversion; whatever else is said to be PNG is none. */
    @Test
    void shouldPreferPng() throws Exception {
        ClipboardContent content = clientHas(standard(Format.DIB), new Format(0xC200, "image/png"));
        var pasted = paste(content, ClipboardFormat.PNG);
        byte[] png = png(3, 3);
        answer(0xC200, png);
        assertThat(pasted.get(40, TimeUnit.SECONDS)).isEqualTo(png);
        var rubbish = paste(content, ClipboardFormat.PNG);
        answer(0xC200, new byte[100]);
        assertThatThrownBy(() -> rubbish.get(40, TimeUnit.SECONDS)).hasMessageContaining("no PNG");
    }

    /** FreeRDP names a number of its own, and does not always have what it offers. */
    @Test
    void shouldTryOtherFormsWhenOneCannotBeHad() throws Exception {
        ClipboardContent content = clientHas(new Format(0xD011, ""), standard(Format.DIB));
        byte[] png = png(3, 3);
        var pasted = paste(content, ClipboardFormat.PNG);
        assertThat(next()).isEqualTo(new FormatDataRequest(Format.DIB));
        send(FormatDataResponse.FAILED);
        answer(0xD011, png);
        assertThat(pasted.get(40, TimeUnit.SECONDS)).isEqualTo(png);
    }

    @Test
    void shouldRefuseBombs() throws Exception {
        ClipboardContent content = clientHas(standard(Format.DIB));
        var pasted = paste(content, ClipboardFormat.PNG);
        var dib = new WireWriter()
                .i32(40)
                .i32(30_000)
                .i32(30_000)
                .u16(1)
                .u16(1)
                .pad(24)
                .pad(8);
        answer(Format.DIB, dib.toByteArray());
        assertThatThrownBy(() -> pasted.get(40, TimeUnit.SECONDS)).hasMessageContaining("at most");
    }

    @Test
    void shouldRefuseWhatIsLongerThanAskedFor() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT));
        var pasted = paste(content, ClipboardFormat.TEXT);
        answer(Format.UNICODETEXT, "x".repeat(LIMIT + 1).getBytes(UTF_16LE));
        assertThatThrownBy(() -> pasted.get(40, TimeUnit.SECONDS)).hasMessageContaining("longer than");
        var again = paste(content, ClipboardFormat.TEXT);
        assertThat(next()).isInstanceOf(FormatDataRequest.class);
        client.sendTooMuch();
        assertThatThrownBy(() -> again.get(40, TimeUnit.SECONDS)).hasMessageContaining("too long");
    }

    @Test
    void shouldAskOneAfterAnother() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT), new Format(0xC123, "HTML Format"));
        var first = paste(content, ClipboardFormat.TEXT);
        assertThat(next()).isEqualTo(new FormatDataRequest(Format.UNICODETEXT));
        var second = paste(content, ClipboardFormat.HTML);
        send(new FormatDataResponse(true, Octets.of("one\0".getBytes(UTF_16LE))));
        assertThat(first.get(40, TimeUnit.SECONDS)).asString().isEqualTo("one");
        answer(0xC123, "<i>two</i>".getBytes(UTF_8));
        assertThat(second.get(40, TimeUnit.SECONDS)).asString().isEqualTo("<i>two</i>");
    }

    @Test
    void shouldSayWhenTheClientCannot() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT));
        var pasted = paste(content, ClipboardFormat.TEXT);
        assertThat(next()).isInstanceOf(FormatDataRequest.class);
        send(FormatDataResponse.FAILED);
        assertThatThrownBy(() -> pasted.get(40, TimeUnit.SECONDS)).hasMessageContaining("cannot");
        assertThatThrownBy(() -> content.read(ClipboardFormat.PNG, LIMIT)).hasMessageContaining("PNG");
    }

    @Test
    void shouldForgetWhatWasCopiedBefore() throws Exception {
        ClipboardContent before = clientHas(standard(Format.UNICODETEXT));
        copy(standard(Format.UNICODETEXT));
        assertThat(offered()).isNotSameAs(before);
        assertThatThrownBy(() -> before.read(ClipboardFormat.TEXT, LIMIT)).hasMessageContaining("something else");
    }

    /** An answer that comes when nobody waits any more must not be taken for the next one. */
    @Test
    void shouldTellLateAnswersFromOthers() throws Exception {
        var impatient = new ClientEnd();
        var hasty = new ClipboardChannel(impatient.channel(), "a test", Duration.ofMillis(1));
        hasty.endpoint().open(offers::add);
        hasty.begin();
        var list = new WireWriter();
        new FormatList(List.of(standard(Format.UNICODETEXT))).encode(list, false);
        impatient.send(list);
        ClipboardContent content = offered();
        assertThatThrownBy(() -> content.read(ClipboardFormat.TEXT, LIMIT)).hasMessageContaining("in time");

        var requests = new ClientRequests(_ -> {}, Duration.ofSeconds(40));
        var first = new CompletableFuture<Octets>();
        var reader = Thread.startVirtualThread(() -> fetch(requests, first));
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        reader.interrupt();
        assertThatThrownBy(() -> first.get(40, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
        var second = new CompletableFuture<Octets>();
        reader = Thread.startVirtualThread(() -> fetch(requests, second));
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        requests.answered(true, Octets.of((byte) 1));
        requests.answered(true, Octets.of((byte) 2));
        assertThat(second.get(40, TimeUnit.SECONDS)).isEqualTo(Octets.of((byte) 2));
    }

    private static void fetch(ClientRequests requests, CompletableFuture<Octets> result) {
        try {
            result.complete(requests.fetch(0, 13));
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }

    // --- from the session to the client
    // -------------------------------------------------------------------------------

    @Test
    void shouldAnnounceNothingBeforeTheClientIsReady() throws Exception {
        endpoint.offer(text("early"));
        handshake();
        assertThat(next()).isEqualTo(new FormatList(List.of(standard(Format.UNICODETEXT), standard(Format.TEXT))));
        assertThat(new String(clientPastes(Format.UNICODETEXT), UTF_16LE)).isEqualTo("early\0");
    }

    @Test
    void shouldGiveTextWithWindowsLines() throws Exception {
        clientHas();
        endpoint.offer(text("a\nb\r\nç\n"));
        assertThat(next()).isInstanceOf(FormatList.class);
        assertThat(new String(clientPastes(Format.UNICODETEXT), UTF_16LE)).isEqualTo("a\r\nb\r\nç\r\n\0");
        assertThat(clientPastes(Format.TEXT)).endsWith((byte) 0xE7, '\r', '\n', 0);
    }

    @Test
    void shouldGivePicturesInEveryFormClientsKnow() throws Exception {
        clientHas();
        byte[] png = png(5, 4);
        endpoint.offer(content(Map.of(ClipboardFormat.PNG, png, ClipboardFormat.HTML, "<b>".getBytes(UTF_8))));
        var list = (FormatList) next();
        int[] pixels = ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0, 5, 4, null, 0, 5);
        assertThat(clientPastes(id(list, "PNG"))).isEqualTo(png);
        assertThat(HtmlFormat.fragment(clientPastes(id(list, "HTML Format"))))
                .asString()
                .isEqualTo("<b>");
        assertThat(DeviceIndependentBitmap.of(clientPastes(Format.DIB), 100).argb())
                .isEqualTo(pixels);
        assertThat(DeviceIndependentBitmap.of(clientPastes(Format.DIBV5), 100).argb())
                .isEqualTo(pixels);
    }

    private static int id(FormatList list, String name) {
        return list.formats().stream()
                .filter(format -> format.name().equals(name))
                .mapToInt(Format::id)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] png(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, 0x123456 * i);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** The dimensions of a PNG are read before its pixels are: 4 GB here, of 60 bytes. */
    @Test
    void shouldFailOverPicturesThatAreTooLargeOrDamaged() throws Exception {
        clientHas();
        byte[] bomb = png(5, 4);
        new WireWriter(8).i32be(32_768).i32be(32_768).toOctets().copyTo(bomb, 16);
        endpoint.offer(content(Map.of(ClipboardFormat.PNG, bomb)));
        assertThat(next()).isInstanceOf(FormatList.class);
        send(new FormatDataRequest(Format.DIB));
        assertThat(next()).isEqualTo(FormatDataResponse.FAILED);
        for (int length = 0; length < 60; length++) {
            byte[] cut = Arrays.copyOf(png(5, 4), length);
            assertThatThrownBy(() -> PictureForms.dib(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldFailPolitely() throws Exception {
        clientHas();
        send(new FormatDataRequest(Format.UNICODETEXT));
        assertThat(next()).isEqualTo(FormatDataResponse.FAILED);
        endpoint.offer(text("x"));
        assertThat(next()).isInstanceOf(FormatList.class);
        send(new FormatDataRequest(0xC0DE));
        assertThat(next()).isEqualTo(FormatDataResponse.FAILED);
        send(new ClipboardPdu.LockData(1));
        send(new ClipboardPdu.FileContentsRequest(77, 0, 2, 0, 100, OptionalInt.empty()));
        assertThat(next()).isEqualTo(new ClipboardPdu.FileContentsResponse(false, 77, Octets.EMPTY));
        endpoint.offer(content(Map.of()));
        assertThat(next()).isEqualTo(new FormatList(List.of()));
    }

    // --- attachments
    // --------------------------------------------------------------------------------------------------

    @Test
    void shouldTakeBackWhatASessionHasCopiedWhenItIsLeft() throws Exception {
        clientHas(standard(Format.UNICODETEXT));
        endpoint.offer(text("secret"));
        assertThat(next()).isInstanceOf(FormatList.class);
        ClipboardEndpoint next = clipboard.endpoint();
        assertThat(next()).isEqualTo(new FormatList(List.of()));
        send(new FormatDataRequest(Format.UNICODETEXT));
        assertThat(next()).isEqualTo(FormatDataResponse.FAILED);
        endpoint.offer(text("from a session that is not attached"));
        next.open(offers::add);
        assertThat(offered().formats()).containsExactly(ClipboardFormat.TEXT);
        next.offer(text("other"));
        assertThat(next()).isInstanceOf(FormatList.class);
        assertThat(new String(clientPastes(Format.UNICODETEXT), UTF_16LE)).isEqualTo("other\0");
        next.close();
        next.close();
        assertThat(next()).isEqualTo(new FormatList(List.of()));
    }

    @Test
    void shouldNotLetAPasteWaitForAClosedEndpoint() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT));
        var pasted = paste(content, ClipboardFormat.TEXT);
        assertThat(next()).isInstanceOf(FormatDataRequest.class);
        endpoint.close();
        assertThatThrownBy(() -> pasted.get(40, TimeUnit.SECONDS)).hasMessageContaining("not shared any more");
    }

    // --- rude clients
    // -------------------------------------------------------------------------------------------------

    @Test
    void shouldEndWithAClientThatSendsRubbish() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT));
        var pasted = paste(content, ClipboardFormat.TEXT);
        assertThat(next()).isInstanceOf(FormatDataRequest.class);
        client.send(new WireWriter().u16(2).u16(0).i32(9).pad(4));
        client.awaitClosed();
        assertThatThrownBy(() -> pasted.get(40, TimeUnit.SECONDS)).isNotNull();
        assertThatThrownBy(() -> content.read(ClipboardFormat.TEXT, LIMIT)).isInstanceOf(IOException.class);
        endpoint.offer(text("nobody hears"));
        endpoint.close();
    }

    @Test
    void shouldEndWithAClientThatAsksWithoutEnd() throws Exception {
        clientHas();
        var hold = new CompletableFuture<byte[]>();
        endpoint.offer(new ClipboardContent() {
            @Override
            public Set<ClipboardFormat> formats() {
                return Set.of(ClipboardFormat.TEXT);
            }

            @Override
            public byte[] read(ClipboardFormat format, int limit) {
                return hold.join();
            }
        });
        for (int i = 0; i < 100; i++) {
            send(new FormatDataRequest(Format.UNICODETEXT));
        }
        client.awaitClosed();
        hold.complete(new byte[0]);
    }

    @Test
    void shouldIgnoreAnswersNobodyHasAskedFor() throws Exception {
        ClipboardContent content = clientHas(standard(Format.UNICODETEXT));
        send(new FormatDataResponse(true, Octets.of((byte) 'x', (byte) 0)));
        client.sendTooMuch();
        send(new ClipboardPdu.Other(0x99, 0, Octets.EMPTY));
        send(new FormatListResponse(false));
        copy(standard(Format.UNICODETEXT)); // everything before has been read
        assertThat(offered()).isNotSameAs(content);
    }
}
