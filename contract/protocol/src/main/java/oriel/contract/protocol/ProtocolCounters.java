package oriel.contract.protocol;

import java.util.List;

/**
 * Traffic in one direction ({@code WTS_PROTOCOL_COUNTERS}; page of that name). {@code Length} is that of
 * {@code reserved}. Counters are 64 bits wide and do not wrap; the original wraps at 32. Those of serial lines that
 * nothing in Oriel can count are zero.
 *
 * @param wdBytes bytes at the level of the protocol driver
 * @param wdFrames frames there; in the output direction the pictures sent
 * @param waitForOutBuf times an output buffer was waited for
 * @param frames frames at the transport
 * @param bytes bytes at the transport
 * @param compressedBytes bytes after compression
 * @param compressFlushes packets sent uncompressed since compression failed
 * @param errors packets in error
 * @param timeouts time-outs
 * @param asyncFramingError serial line: framing
 * @param asyncOverrunError serial line: overrun
 * @param asyncOverflowError serial line: overflow
 * @param asyncParityError serial line: parity
 * @param tdErrors transport errors
 * @param protocolType protocol number: 0 console, 1 legacy, 2 RDP
 * @param specific which specific counters {@code reserved} holds
 * @param reserved protocol-specific counters, at most 100
 */
public record ProtocolCounters(
        long wdBytes,
        long wdFrames,
        long waitForOutBuf,
        long frames,
        long bytes,
        long compressedBytes,
        long compressFlushes,
        long errors,
        long timeouts,
        long asyncFramingError,
        long asyncOverrunError,
        long asyncOverflowError,
        long asyncParityError,
        long tdErrors,
        int protocolType,
        int specific,
        List<Long> reserved) {

    /** Nothing counted. */
    public static final ProtocolCounters ZERO = traffic(0, 0, 0, 0, 0, 0);

    /** Checks and copies the reserve. */
    public ProtocolCounters {
        if (reserved.size() > WtsDefs.MAX_RESERVED) {
            throw new IllegalArgumentException("reserve holds " + reserved.size() + " counters, at most 100 fit");
        }
        reserved = List.copyOf(reserved);
    }

    /**
     * Counters of a protocol that counts traffic and nothing else.
     *
     * @param wdBytes bytes at the level of the protocol driver
     * @param wdFrames frames there
     * @param frames frames at the transport
     * @param bytes bytes at the transport
     * @param compressedBytes bytes after compression
     * @param protocolType protocol number
     * @return the counters
     */
    public static ProtocolCounters traffic(
            long wdBytes, long wdFrames, long frames, long bytes, long compressedBytes, int protocolType) {
        return new ProtocolCounters(
                wdBytes,
                wdFrames,
                0,
                frames,
                bytes,
                compressedBytes,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                protocolType,
                0,
                List.of());
    }
}
