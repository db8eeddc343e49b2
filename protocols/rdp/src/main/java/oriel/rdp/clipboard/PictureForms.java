package oriel.rdp.clipboard;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import oriel.rdp.codec.clipboard.DeviceIndependentBitmap;
import oriel.wire.WireWriter;

/**
 * Pictures of the session, in PNG, and of Windows, as device-independent bitmaps. How large a picture is is looked at before anything
 * is made of it, and one is made at a time: all clients together need the memory of one.
 */
final class PictureForms {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Semaphore ONE = new Semaphore(1, true);

    private PictureForms() {}

    /** What is named PNG should be that. */
    static byte[] checkPng(byte[] data) throws IOException {
        if (!Arrays.equals(data, 0, Math.min(data.length, 8), PNG_SIGNATURE, 0, 8)) {
            throw new IOException("it is no PNG");
        }
        return data;
    }

    /** A bitmap of the client as PNG. */
    static byte[] png(byte[] dib, int limit) throws IOException {
        return alone(() -> {
            DeviceIndependentBitmap bitmap = DeviceIndependentBitmap.of(dib, Sizes.PIXELS);
            var image = new BufferedImage(
                    bitmap.width(),
                    bitmap.height(),
                    bitmap.isTransparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(bitmap.argb(), 0, pixels, 0, pixels.length);
            var out = new Limited(limit);
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            try (var stream = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(image);
            } finally {
                writer.dispose();
            }
            return out.bytes.toByteArray();
        });
    }

    /** A PNG of the session as CF_DIB. */
    static byte[] dib(byte[] png) throws IOException {
        return alone(() -> write(png, DeviceIndependentBitmap::encodeDib));
    }

    /** A PNG of the session as CF_DIBV5. */
    static byte[] dibV5(byte[] png) throws IOException {
        return alone(() -> write(png, DeviceIndependentBitmap::encodeDibV5));
    }

    private static byte[] write(byte[] png, BiConsumer<DeviceIndependentBitmap, WireWriter> encode) throws IOException {
        var out = new WireWriter();
        encode.accept(decode(checkPng(png)), out);
        return out.toByteArray();
    }

    private static DeviceIndependentBitmap decode(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > Sizes.PIXELS) {
                throw new IOException("a picture of " + width + "x" + height + " pixels is too large");
            }
            BufferedImage image = reader.read(0);
            return new DeviceIndependentBitmap(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        } catch (RuntimeException e) {
            throw new IOException("the picture is damaged", e); // which the reader of the JDK says in many ways
        } finally {
            reader.dispose();
        }
    }

    /** Something that makes a picture. */
    private interface Step {
        byte[] run() throws IOException;
    }

    private static byte[] alone(Step step) throws IOException {
        try {
            ONE.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        try {
            return step.run();
        } finally {
            ONE.release();
        }
    }

    /** Takes no more than was asked for. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int limit;

        Limited(int limit) {
            this.limit = limit;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            if (length > limit - bytes.size()) {
                throw TextForms.tooLong(limit);
            }
            bytes.write(data, offset, length);
        }
    }
}
