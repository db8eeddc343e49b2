package oriel.picture;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A 64-bit hash of the pixels of a cell. Four lanes of multiply and rotate, each step one-to-one in lane and pixels, mixed at
 * the end; the multipliers are drawn once per process, so that no picture made elsewhere collides on purpose.
 */
final class CellHash {

    /** Stands for a cell whose picture is not known; no hash has this value. */
    static final long UNKNOWN = 0;

    private static final long PIXEL = 0xFFFFFFFFL;
    private static final long A;
    private static final long B;
    private static final long C;
    private static final long D;

    static {
        SecureRandom random = new SecureRandom();
        A = random.nextLong() | 1;
        B = random.nextLong() | 1;
        C = random.nextLong() | 1;
        D = random.nextLong() | 1;
    }

    private CellHash() {}

    /** Whether all pixels of a cell are the same. */
    static boolean isUniform(int[] pixels, int offset, int stride, int width, int height) {
        int first = pixels[offset];
        // Most cells that are not uniform show it in their first pixels.
        if (pixels[offset + width - 1] != first || pixels[offset + (height - 1) * stride + width / 2] != first) {
            return false;
        }
        if (Arrays.mismatch(pixels, offset, offset + width - 1, pixels, offset + 1, offset + width) >= 0) {
            return false;
        }
        for (int row = 1, at = offset + stride; row < height; row++, at += stride) {
            if (Arrays.mismatch(pixels, at, at + width, pixels, offset, offset + width) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The hash of a cell of one colour. */
    static long ofColor(int color) {
        long h = mix((color & PIXEL) * A ^ B);
        return h == UNKNOWN ? 1 : h;
    }

    /** The hash of a cell that is not uniform. */
    static long of(int[] pixels, int offset, int stride, int width, int height) {
        long a = A;
        long b = B;
        long c = C;
        long d = D;
        for (int row = 0, at = offset; row < height; row++, at += stride) {
            int x = at;
            int end = at + width;
            for (; x + 8 <= end; x += 8) {
                a = Long.rotateLeft((a ^ ((long) pixels[x] << 32 | (pixels[x + 1] & PIXEL))) * A, 29);
                b = Long.rotateLeft((b ^ ((long) pixels[x + 2] << 32 | (pixels[x + 3] & PIXEL))) * B, 31);
                c = Long.rotateLeft((c ^ ((long) pixels[x + 4] << 32 | (pixels[x + 5] & PIXEL))) * C, 27);
                d = Long.rotateLeft((d ^ ((long) pixels[x + 6] << 32 | (pixels[x + 7] & PIXEL))) * D, 33);
            }
            for (; x < end; x++) {
                a = Long.rotateLeft((a ^ (pixels[x] & PIXEL)) * A, 29);
            }
        }
        long h = mix(mix(mix(mix(a) ^ b) ^ c) ^ d);
        return h == UNKNOWN ? 1 : h;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
