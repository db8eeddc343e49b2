package oriel.rdp.codec.update;

import java.util.Arrays;

/**
 * Lays out updates as PDUs, one behind the other in one array, so that many leave in one write. Allocates only when the array
 * must grow. Belongs to one thread at a time.
 *
 * <p>On the fast path the array holds complete TS_FP_UPDATE_PDUs. An update larger than one PDU is cut into fragments, if the
 * client can put them together (Multifragment Update Capability Set). On the slow path it holds payloads of share data PDUs,
 * whose bounds {@link #pduType2}, {@link #pduOffset} and {@link #pduLength} tell.
 *
 * <p>Bitmaps are collected in one Bitmap Update as long as they fit. A bitmap is encoded in place: {@link #beginBitmap} says
 * where, {@link #endBitmap} describes what was written there.
 */
public final class UpdateBatch {

    /** BITMAP_COMPRESSION in the flags of TS_BITMAP_DATA. */
    public static final int BITMAP_COMPRESSION = 0x0001;

    /** NO_BITMAP_COMPRESSION_HDR in the flags of TS_BITMAP_DATA. */
    public static final int NO_BITMAP_COMPRESSION_HDR = 0x0400;

    /** TS_BITMAP_DATA without the data: four edges, width, height, bitsPerPixel, flags, bitmapLength. */
    static final int BITMAP_HEADER = 9 * 2;

    /** TS_CD_HEADER: cbCompFirstRowSize, cbCompMainBodySize, cbScanWidth, cbUncompressedSize. */
    static final int COMPRESSION_HEADER = 4 * 2;

    /** fpOutputHeader, length1, length2, updateHeader, size. */
    private static final int FAST_PATH_HEADER = 1 + 2 + 1 + 2;

    /** updateType and numberRectangles of TS_UPDATE_BITMAP_DATA. */
    private static final int BITMAP_UPDATE_HEADER = 2 + 2;

    /** messageType and pad2Octets of TS_POINTER_PDU. */
    private static final int POINTER_HEADER = 2 + 2;

    private static final int LARGEST_BITMAP = 0xFFFF;
    private static final int FRAGMENT = FastPathUpdateType.LARGEST_PDU - FAST_PATH_HEADER;

    private boolean fastPath;
    private int largestUpdate;
    private byte[] array;
    private int length;

    private int bitmaps;
    private int updateStart;
    private int dataStart;
    private int dataCode;

    private int[] pduEnds = new int[4];
    private int[] pduTypes = new int[4];
    private int pdus;

    /**
     * Makes an empty batch for the fast path without fragments; see {@link #reset}.
     *
     * @param capacity first size of the array, in bytes
     */
    public UpdateBatch(int capacity) {
        array = new byte[capacity];
        reset(true, 0);
    }

    /**
     * Empties the batch and sets it up for a client.
     *
     * @param forFastPath    whether updates go as fast-path output
     * @param maxRequestSize largest update the client puts together from fragments, in bytes; 0 = it takes no fragments
     */
    public void reset(boolean forFastPath, int maxRequestSize) {
        fastPath = forFastPath;
        largestUpdate = fastPath ? Math.max(FRAGMENT, maxRequestSize - FAST_PATH_HEADER) : SlowPathType.LARGEST_PAYLOAD;
        clear();
    }

    /**
     * Whether updates go as fast-path output.
     *
     * @return {@code false} on the slow path
     */
    public boolean isFastPath() {
        return fastPath;
    }

    /**
     * The bytes; replaced when they must grow.
     *
     * @return the array; valid until the next call that adds to the batch
     */
    public byte[] array() {
        return array;
    }

    /**
     * How many bytes are in the batch. Updates that are still open count, though their headers are written by {@link #finish}.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /** Closes what is open; afterwards the array can be sent. */
    public void finish() {
        if (bitmaps > 0) {
            closeBitmapUpdate(length);
        }
    }

    /** Empties the batch and keeps its array. */
    public void clear() {
        length = 0;
        bitmaps = 0;
        pdus = 0;
    }

    /**
     * Number of PDUs on the slow path, after {@link #finish}.
     *
     * @return PDUs
     */
    public int pdus() {
        return pdus;
    }

    /**
     * Type of a PDU of the slow path.
     *
     * @param index 0 … {@code pdus() − 1}
     * @return pduType2 of its Share Data Header
     */
    public int pduType2(int index) {
        return pduTypes[index];
    }

    /**
     * Where the payload of a PDU of the slow path begins.
     *
     * @param index 0 … {@code pdus() − 1}
     * @return offset in the array
     */
    public int pduOffset(int index) {
        return index == 0 ? 0 : pduEnds[index - 1];
    }

    /**
     * Size of the payload of a PDU of the slow path.
     *
     * @param index 0 … {@code pdus() − 1}
     * @return bytes
     */
    public int pduLength(int index) {
        return pduEnds[index] - pduOffset(index);
    }

    /**
     * The most data one bitmap can have, with its compression header.
     *
     * @return bytes
     */
    public int largestBitmap() {
        return Math.min(LARGEST_BITMAP, largestUpdate - BITMAP_UPDATE_HEADER - BITMAP_HEADER);
    }

    /**
     * Makes room for a bitmap. Unless {@link #endBitmap} follows nothing has happened.
     *
     * @param most most bytes that will be written
     * @return offset in {@link #array} (to be fetched after this call) where the bitmap's data goes
     */
    public int beginBitmap(int most) {
        // Room for the headers of the update, and for moving the bitmap behind the headers of its fragments.
        int headers = 2 * (FAST_PATH_HEADER + BITMAP_UPDATE_HEADER) + BITMAP_HEADER;
        int fragments = (most / FRAGMENT + 2) * FAST_PATH_HEADER;
        ensure(length + headers + most + fragments);
        return bitmapStart() + BITMAP_HEADER;
    }

    private int bitmapStart() {
        return bitmaps > 0 ? length : length + updateHeader() + BITMAP_UPDATE_HEADER;
    }

    private int updateHeader() {
        return fastPath ? FAST_PATH_HEADER : 0;
    }

    /**
     * Adds the bitmap whose data was written at {@link #beginBitmap}.
     *
     * @param left         destLeft, in pixels
     * @param top          destTop, in pixels
     * @param right        destRight, in pixels, inclusive
     * @param bottom       destBottom, in pixels, inclusive
     * @param width        of the data, in pixels
     * @param height       of the data, in pixels
     * @param bitsPerPixel of the data
     * @param flags        see TS_BITMAP_DATA
     * @param size         bytes written, at most {@link #largestBitmap}
     */
    public void endBitmap(
            int left, int top, int right, int bottom, int width, int height, int bitsPerPixel, int flags, int size) {
        int start = bitmapStart();
        if (bitmaps > 0 && start + BITMAP_HEADER + size - updateStart > largestPdu()) {
            closeBitmapUpdate(start);
            int moved = length + updateHeader() + BITMAP_UPDATE_HEADER;
            System.arraycopy(array, start + BITMAP_HEADER, array, moved + BITMAP_HEADER, size);
            start = moved;
        }
        if (bitmaps == 0) {
            updateStart = length;
        }
        put16(start, left);
        put16(start + 2, top);
        put16(start + 4, right);
        put16(start + 6, bottom);
        put16(start + 8, width);
        put16(start + 10, height);
        put16(start + 12, bitsPerPixel);
        put16(start + 14, flags);
        put16(start + 16, size);
        length = start + BITMAP_HEADER + size;
        bitmaps++;
        if (length - updateStart > largestPdu()) {
            closeBitmapUpdate(length);
        }
    }

    /**
     * Writes TS_CD_HEADER where a bitmap's data begins; the compressed data follows it.
     *
     * @param offset       of the header
     * @param compressed   size of the compressed data, in bytes
     * @param scanWidth    bytes of an uncompressed row
     * @param uncompressed bytes of the uncompressed bitmap
     */
    public void putCompressionHeader(int offset, int compressed, int scanWidth, int uncompressed) {
        put16(offset, 0);
        put16(offset + 2, compressed);
        put16(offset + 4, scanWidth);
        put16(offset + 6, uncompressed);
    }

    private int largestPdu() {
        return fastPath ? FastPathUpdateType.LARGEST_PDU : SlowPathType.LARGEST_PAYLOAD;
    }

    private void closeBitmapUpdate(int end) {
        int at = updateStart + updateHeader();
        put16(at, SlowPathType.UPDATE_BITMAP);
        put16(at + 2, bitmaps);
        bitmaps = 0;
        close(updateStart, end, FastPathUpdateType.BITMAP, SlowPathType.PDU_UPDATE);
    }

    /** Closes the update that begins at {@code start} with room for its header. */
    private void close(int start, int end, int code, int pduType2) {
        length = end;
        if (!fastPath) {
            addPdu(pduType2);
            return;
        }
        int data = end - start - FAST_PATH_HEADER;
        if (data <= FRAGMENT) {
            putHeader(start, code, FastPathUpdateType.FRAGMENT_SINGLE, data);
        } else {
            fragment(start, data, code);
        }
    }

    private void fragment(int start, int data, int code) {
        int last = (data - 1) / FRAGMENT;
        ensure(length + last * FAST_PATH_HEADER);
        for (int i = last; i >= 0; i--) {
            int size = Math.min(FRAGMENT, data - i * FRAGMENT);
            int to = start + i * FastPathUpdateType.LARGEST_PDU;
            System.arraycopy(array, start + FAST_PATH_HEADER + i * FRAGMENT, array, to + FAST_PATH_HEADER, size);
            int place = i == 0
                    ? FastPathUpdateType.FRAGMENT_FIRST
                    : i == last ? FastPathUpdateType.FRAGMENT_LAST : FastPathUpdateType.FRAGMENT_NEXT;
            putHeader(to, code, place, size);
        }
        length += last * FAST_PATH_HEADER;
    }

    private void putHeader(int at, int code, int fragmentation, int size) {
        int pdu = FAST_PATH_HEADER + size;
        array[at] = 0;
        array[at + 1] = (byte) (0x80 | pdu >> 8);
        array[at + 2] = (byte) pdu;
        array[at + 3] = (byte) (fragmentation << 4 | code);
        put16(at + 4, size);
    }

    private void addPdu(int pduType2) {
        if (pdus == pduEnds.length) {
            pduEnds = Arrays.copyOf(pduEnds, 2 * pdus);
            pduTypes = Arrays.copyOf(pduTypes, 2 * pdus);
        }
        pduEnds[pdus] = length;
        pduTypes[pdus++] = pduType2;
    }

    /**
     * Begins an update other than a bitmap: a palette, synchronize, a pointer.
     *
     * @param code {@link FastPathUpdateType}; its twin is used on the slow path
     * @param most most bytes that will be written
     * @return offset in {@link #array} (to be fetched after this call) where the update's data goes
     */
    public int beginUpdate(int code, int most) {
        finish();
        ensure(length + 2 * FAST_PATH_HEADER + most + (most / FRAGMENT + 1) * FAST_PATH_HEADER);
        dataCode = code;
        dataStart = length + (fastPath ? FAST_PATH_HEADER : isPointer(code) ? POINTER_HEADER : 0);
        return dataStart;
    }

    /**
     * Adds the update whose data was written at {@link #beginUpdate}.
     *
     * @param size bytes written
     */
    public void endUpdate(int size) {
        int start = length;
        if (fastPath) {
            close(start, dataStart + size, dataCode, 0);
        } else if (isPointer(dataCode)) {
            put16(start, slowPathMessage(dataCode));
            put16(start + 2, 0);
            close(start, dataStart + size, dataCode, SlowPathType.PDU_POINTER);
        } else {
            close(start, dataStart + size, dataCode, SlowPathType.PDU_UPDATE);
        }
    }

    /**
     * Adds an update other than a bitmap.
     *
     * @param code {@link FastPathUpdateType}; its twin is used on the slow path
     * @param data of the update
     * @param size of the data, in bytes
     */
    public void update(int code, byte[] data, int size) {
        int at = beginUpdate(code, size);
        System.arraycopy(data, 0, array, at, size);
        endUpdate(size);
    }

    private static boolean isPointer(int code) {
        return code >= FastPathUpdateType.PTR_NULL;
    }

    private static int slowPathMessage(int code) {
        return switch (code) {
            case FastPathUpdateType.PTR_NULL, FastPathUpdateType.PTR_DEFAULT -> SlowPathType.POINTER_SYSTEM;
            case FastPathUpdateType.PTR_POSITION -> SlowPathType.POINTER_POSITION;
            case FastPathUpdateType.COLOR -> SlowPathType.POINTER_COLOR;
            case FastPathUpdateType.CACHED -> SlowPathType.POINTER_CACHED;
            case FastPathUpdateType.POINTER -> SlowPathType.POINTER_POINTER;
            default -> throw new IllegalArgumentException("update " + code + " has no slow path");
        };
    }

    private void ensure(int capacity) {
        if (capacity > array.length) {
            array = Arrays.copyOf(array, Math.max(capacity, array.length + (array.length >> 1)));
        }
    }

    /**
     * Writes a little-endian number into the array.
     *
     * @param at    offset of its first byte
     * @param value its lower 16 bits are written
     */
    public void put16(int at, int value) {
        array[at] = (byte) value;
        array[at + 1] = (byte) (value >> 8);
    }

    /**
     * Writes a little-endian number into the array.
     *
     * @param at    offset of its first byte
     * @param value 32 bits
     */
    public void put32(int at, int value) {
        put16(at, value);
        put16(at + 2, value >> 16);
    }
}
