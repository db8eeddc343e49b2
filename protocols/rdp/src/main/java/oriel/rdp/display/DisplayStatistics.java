package oriel.rdp.display;

/**
 * What a display has sent so far.
 *
 * @param frames      pictures sent
 * @param bytesBefore bytes of the pixels sent, at the client's depth, before compression
 * @param bytesAfter  bytes handed to the output
 * @param codec       how pixels are compressed, in words, e.g. {@code planar, 32 bpp}
 */
public record DisplayStatistics(long frames, long bytesBefore, long bytesAfter, String codec) {}
