package oriel.interop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/**
 * A picture as {@code 0x00RRGGBB}, row by row.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param rgb    the pixels
 */
record Pixels(int width, int height, int[] rgb) {

    private static final Path SHELF = Path.of("target", "screenshots");

    /** Reads what {@code xwd} writes for a true-colour screen of 32 bits per pixel (XWDFile.h, version 7). */
    static Pixels fromXwd(byte[] xwd) {
        ByteBuffer in = ByteBuffer.wrap(xwd);
        int headerSize = in.getInt(0);
        int width = in.getInt(16);
        int height = in.getInt(20);
        boolean littleEndian = in.getInt(28) == 0;
        int bitsPerPixel = in.getInt(44);
        int bytesPerLine = in.getInt(48);
        int colors = in.getInt(76);
        if (bitsPerPixel != 32) {
            throw new IllegalArgumentException("screen has " + bitsPerPixel + " bits per pixel, expected 32");
        }
        in.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int[] rgb = new int[width * height];
        int start = headerSize + colors * 12;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = in.getInt(start + y * bytesPerLine + x * 4) & 0xFFFFFF;
            }
        }
        return new Pixels(width, height, rgb);
    }

    int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** How many pixels have exactly this colour. */
    int count(int color) {
        int count = 0;
        for (int pixel : rgb) {
            if (pixel == color) {
                count++;
            }
        }
        return count;
    }

    /** How many different colours there are, counted up to a limit. */
    int colors(int limit) {
        return (int) Arrays.stream(rgb).distinct().limit(limit).count();
    }

    /** The same picture in other colours. */
    Pixels map(IntUnaryOperator color) {
        return new Pixels(width, height, Arrays.stream(rgb).map(color).toArray());
    }

    /** A part of the picture. */
    Pixels part(int x, int y, int partWidth, int partHeight) {
        int[] part = new int[partWidth * partHeight];
        for (int row = 0; row < partHeight; row++) {
            System.arraycopy(rgb, (y + row) * width + x, part, row * partWidth, partWidth);
        }
        return new Pixels(partWidth, partHeight, part);
    }

    /** How many pixels differ. */
    int differences(Pixels other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException(width + "x" + height + " against " + other.width + "x" + other.height);
        }
        int differences = 0;
        for (int i = 0; i < rgb.length; i++) {
            if (rgb[i] != other.rgb[i]) {
                differences++;
            }
        }
        return differences;
    }

    /** Puts the picture where people can look at it. */
    Pixels save(String name) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        try {
            Files.createDirectories(SHELF);
            ImageIO.write(image, "png", SHELF.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
