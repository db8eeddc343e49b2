package oriel.contract.protocol;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One media type ({@code TS_AM_MEDIA_TYPE}; MS-RDPEV 2.2.11). {@code cbFormat} is the length of {@code format}.
 *
 * @param majorType           {@code MajorType}: audio or video
 * @param subType             {@code SubType}: the codec
 * @param fixedSizeSamples    {@code bFixedSizeSamples}: whether all samples have the same size
 * @param temporalCompression {@code bTemporalCompression}: whether samples depend on each other
 * @param sampleSize          {@code SampleSize}: bytes of a sample, if fixed
 * @param formatType          {@code FormatType}: what the format block is
 * @param format              {@code pbFormat}: the format block, e.g. a wave format; copied in, not to be changed
 */
public record AmMediaType(
        UUID majorType,
        UUID subType,
        boolean fixedSizeSamples,
        boolean temporalCompression,
        int sampleSize,
        UUID formatType,
        byte[] format) {

    /** Bytes of the packed form without the format block. */
    static final int FIXED_SIZE = 16 /* MajorType */
            + 16 /* SubType */
            + 4 /* bFixedSizeSamples */
            + 4 /* bTemporalCompression */
            + 4 /* SampleSize */
            + 16 /* FormatType */
            + 4 /* cbFormat */;

    /** Checks the length and copies the format block. */
    public AmMediaType {
        Lengths.check("pbFormat", format, WtsDefs.MAX_PROPERTY_SIZE);
        format = format.clone();
    }

    static AmMediaType decode(ByteBuffer in) {
        UUID majorType = Packed.guid(in);
        UUID subType = Packed.guid(in);
        boolean fixedSizeSamples = in.getInt() != 0;
        boolean temporalCompression = in.getInt() != 0;
        int sampleSize = in.getInt();
        UUID formatType = Packed.guid(in);
        byte[] format = new byte[Packed.count("cbFormat", in, 1)];
        in.get(format);
        return new AmMediaType(
                majorType, subType, fixedSizeSamples, temporalCompression, sampleSize, formatType, format);
    }

    int size() {
        return FIXED_SIZE + format.length;
    }

    void encode(ByteBuffer out) {
        Packed.putGuid(out, majorType);
        Packed.putGuid(out, subType);
        out.putInt(fixedSizeSamples ? 1 : 0).putInt(temporalCompression ? 1 : 0).putInt(sampleSize);
        Packed.putGuid(out, formatType);
        out.putInt(format.length).put(format);
    }
}
