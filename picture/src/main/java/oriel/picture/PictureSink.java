package oriel.picture;

import java.io.IOException;

/**
 * Takes what a planner found, on the planner's thread. Nothing overlaps within one strip. Neither {@link #fill} nor {@link #pixels} may wait
 * for the client, since they hold a buffer that others want; {@link #endStrip} may.
 */
public interface PictureSink {

    /**
     * An area has one colour.
     *
     * @param x      left edge, in pixels
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels
     * @param rgb    {@code 0x00RRGGBB}
     */
    void fill(int x, int y, int width, int height, int rgb);

    /**
     * An area has these pixels.
     *
     * @param x      left edge, in pixels; a multiple of 32
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels, at most 64
     * @param rgb    holds the pixels, {@code 0x00RRGGBB}; valid during the call
     * @param offset index of the first pixel
     * @param stride distance of two rows
     */
    void pixels(int x, int y, int width, int height, int[] rgb, int offset, int stride);

    /**
     * A strip of the picture is done, from which at least one call came.
     *
     * @throws IOException if the client is gone
     */
    void endStrip() throws IOException;
}
