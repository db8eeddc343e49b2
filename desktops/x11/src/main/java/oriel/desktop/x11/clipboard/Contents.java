package oriel.desktop.x11.clipboard;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes what the contract wants of what programs hand out. */
final class Contents {

    /** The largest picture that is converted, in pixels: an 8K screen. */
    private static final long MOST_PIXELS = 7680L * 4320;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Contents() {}

    /**
     * Text in UTF-8, lines separated by line feeds, without byte order mark and zeros.
     *
     * @param bytes   as a program handed it out
     * @param charset what it says the encoding is; UTF-16 is recognised by its byte order mark
     */
    static byte[] text(byte[] bytes, Charset charset) {
        String text = new String(bytes, isUtf16(bytes) ? StandardCharsets.UTF_16 : charset);
        int start = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
        int end = text.length();
        while (end > start && text.charAt(end - 1) == '\0') {
            end--;
        }
        return text.substring(start, end).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /**
     * A picture in PNG.
     *
     * @param bytes picture in a form that the JDK reads
     * @param limit the longest PNG that is wanted
     */
    static byte[] png(byte[] bytes, int limit) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("the picture that was copied is of an unknown kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("the picture that was copied is too large");
                }
                return png(reader.read(0), limit);
            } catch (RuntimeException e) {
                throw new IOException("the picture that was copied is broken", e); // as some readers of the JDK say it
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] png(BufferedImage picture, int limit) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        if (out.size() > limit) {
            throw new IOException("what was copied is longer than " + limit + " bytes");
        }
        return out.toByteArray();
    }
}
