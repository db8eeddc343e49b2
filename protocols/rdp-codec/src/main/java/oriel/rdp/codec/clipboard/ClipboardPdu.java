package oriel.rdp.codec.clipboard;

import java.util.OptionalInt;
import oriel.wire.FixedText;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A PDU of the clipboard channel: CLIPRDR_HEADER — MS-RDPECLIP, section 2.2.1 — and what follows it. How a {@link FormatList} is written
 * depends on whether both sides have named {@link ClipboardCapabilities#USE_LONG_FORMAT_NAMES}.
 */
public sealed interface ClipboardPdu
        permits ClipboardCapabilities,
                FormatList,
                ClipboardPdu.MonitorReady,
                ClipboardPdu.FormatListResponse,
                ClipboardPdu.FormatDataRequest,
                ClipboardPdu.FormatDataResponse,
                ClipboardPdu.TemporaryDirectory,
                ClipboardPdu.FileContentsRequest,
                ClipboardPdu.FileContentsResponse,
                ClipboardPdu.LockData,
                ClipboardPdu.UnlockData,
                ClipboardPdu.Other {
    /** Size of the header. */
    int HEADER_SIZE = 2 /* msgType */ + 2 /* msgFlags */ + 4 /* dataLen */;

    /** CB_RESPONSE_OK. */
    int RESPONSE_OK = 0x0001;

    /** CB_RESPONSE_FAIL. */
    int RESPONSE_FAIL = 0x0002;

    /** Longest body of a PDU that carries no content; the content of a response may be longer. */
    int LONGEST_BODY = 1 << 20;

    /** The field msgType. */
    int type();

    /** The field msgFlags. */
    default int flags() {
        return 0;
    }

    /** Writes what follows the header. */
    default void encodeBody(WireWriter out, boolean longNames) {}

    /**
     * Reads a whole message of the channel. What follows the announced length is padding.
     *
     * @param in the message
     * @param longNames whether both sides use long format names
     * @return the PDU
     */
    static ClipboardPdu decode(WireReader in, boolean longNames) {
        in.named("Clipboard PDU", "MS-RDPECLIP 2.2.1");
        int type = in.u16("msgType");
        int flags = in.u16("msgFlags");
        boolean content = type == FormatDataResponse.TYPE || type == FileContentsResponse.TYPE;
        int length = in.count(in.u32("dataLen"), content ? Integer.MAX_VALUE : LONGEST_BODY, "dataLen");
        WireReader body = in.slice(length, "dataLen");
        return switch (type) {
            case MonitorReady.TYPE -> new MonitorReady();
            case FormatList.TYPE -> FormatList.decodeBody(body, flags, longNames);
            case FormatListResponse.TYPE -> new FormatListResponse(isOk(flags));
            case FormatDataRequest.TYPE -> new FormatDataRequest(body.i32("requestedFormatId"));
            case FormatDataResponse.TYPE -> new FormatDataResponse(isOk(flags), body.rest());
            case TemporaryDirectory.TYPE ->
                new TemporaryDirectory(FixedText.utf16(body, TemporaryDirectory.SIZE, "wszTempDir"));
            case ClipboardCapabilities.TYPE -> ClipboardCapabilities.decodeBody(body);
            case FileContentsRequest.TYPE -> FileContentsRequest.decodeBody(body);
            case FileContentsResponse.TYPE -> FileContentsResponse.decodeBody(body, isOk(flags));
            case LockData.TYPE -> new LockData(body.i32("clipDataId"));
            case UnlockData.TYPE -> new UnlockData(body.i32("clipDataId"));
            default -> new Other(type, flags, body.rest());
        };
    }

    private static boolean isOk(int flags) {
        return (flags & RESPONSE_OK) != 0;
    }

    private static int answer(boolean ok) {
        return ok ? RESPONSE_OK : RESPONSE_FAIL;
    }

    /**
     * Writes a whole message of the channel.
     *
     * @param out where to
     * @param longNames whether both sides use long format names
     */
    default void encode(WireWriter out, boolean longNames) {
        out.u16(type()).u16(flags());
        int mark = out.reserve(4);
        encodeBody(out, longNames);
        out.setI32(mark, out.size() - mark - 4);
    }

    /** Monitor Ready PDU — MS-RDPECLIP, section 2.2.2.2: the server is prepared. */
    record MonitorReady() implements ClipboardPdu {
        static final int TYPE = 0x0001;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /**
     * Format List Response PDU (FORMAT_LIST_RESPONSE) — MS-RDPECLIP, section 2.2.3.2.
     *
     * @param ok whether the list was taken
     */
    record FormatListResponse(boolean ok) implements ClipboardPdu {
        static final int TYPE = 0x0003;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int flags() {
            return answer(ok);
        }
    }

    /**
     * Format Data Request PDU (CLIPRDR_FORMAT_DATA_REQUEST) — MS-RDPECLIP, section 2.2.5.1.
     *
     * @param formatId one of the ids of the list the other side has sent
     */
    record FormatDataRequest(int formatId) implements ClipboardPdu {
        static final int TYPE = 0x0004;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.i32(formatId);
        }
    }

    /**
     * Format Data Response PDU (CLIPRDR_FORMAT_DATA_RESPONSE) — MS-RDPECLIP, section 2.2.5.2.
     *
     * @param ok whether there is content
     * @param data the content
     */
    record FormatDataResponse(boolean ok, Octets data) implements ClipboardPdu {
        static final int TYPE = 0x0005;

        /** The content cannot be had. */
        public static final FormatDataResponse FAILED = new FormatDataResponse(false, Octets.EMPTY);

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int flags() {
            return answer(ok);
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.octets(data);
        }
    }

    /**
     * Client Temporary Directory PDU (CLIPRDR_TEMP_DIRECTORY) — MS-RDPECLIP, section 2.2.2.3.
     *
     * @param path a folder of the client's
     */
    record TemporaryDirectory(String path) implements ClipboardPdu {
        static final int TYPE = 0x0006;
        static final int SIZE = 520 /* wszTempDir */;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            FixedText.utf16(out, path, SIZE);
        }
    }

    /**
     * File Contents Request PDU (CLIPRDR_FILECONTENTS_REQUEST) — MS-RDPECLIP, section 2.2.5.3.
     *
     * @param streamId number by which the response is matched
     * @param listIndex index of the file in the file list
     * @param operation FILECONTENTS_SIZE (1) or FILECONTENTS_RANGE (2)
     * @param position first byte asked for
     * @param requested bytes asked for
     * @param clipDataId number of a lock, if told
     */
    record FileContentsRequest(
            int streamId, int listIndex, int operation, long position, int requested, OptionalInt clipDataId)
            implements ClipboardPdu {
        static final int TYPE = 0x0008;

        static FileContentsRequest decodeBody(WireReader body) {
            return new FileContentsRequest(
                    body.i32("streamId"),
                    body.i32("lindex"),
                    body.i32("dwFlags"),
                    body.i64("nPosition"),
                    body.i32("cbRequested"),
                    body.hasRemaining() ? OptionalInt.of(body.i32("clipDataId")) : OptionalInt.empty());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.i32(streamId).i32(listIndex).i32(operation).i64(position).i32(requested);
            clipDataId.ifPresent(out::i32);
        }
    }

    /**
     * File Contents Response PDU (CLIPRDR_FILECONTENTS_RESPONSE) — MS-RDPECLIP, section 2.2.5.4.
     *
     * @param ok whether there is content
     * @param streamId number of the request
     * @param data size or bytes of the file
     */
    record FileContentsResponse(boolean ok, int streamId, Octets data) implements ClipboardPdu {
        static final int TYPE = 0x0009;

        static FileContentsResponse decodeBody(WireReader body, boolean ok) {
            return new FileContentsResponse(ok, body.i32("streamId"), body.rest());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int flags() {
            return answer(ok);
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.i32(streamId).octets(data);
        }
    }

    /**
     * Lock Clipboard Data PDU (CLIPRDR_LOCK_CLIPDATA) — MS-RDPECLIP, section 2.2.4.1.
     *
     * @param clipDataId number of the lock
     */
    record LockData(int clipDataId) implements ClipboardPdu {
        static final int TYPE = 0x000A;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.i32(clipDataId);
        }
    }

    /**
     * Unlock Clipboard Data PDU (CLIPRDR_UNLOCK_CLIPDATA) — MS-RDPECLIP, section 2.2.4.2.
     *
     * @param clipDataId number of the lock
     */
    record UnlockData(int clipDataId) implements ClipboardPdu {
        static final int TYPE = 0x000B;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.i32(clipDataId);
        }
    }

    /**
     * A PDU that is not known.
     *
     * @param type the field msgType
     * @param flags the field msgFlags
     * @param body what follows the header
     */
    record Other(int type, int flags, Octets body) implements ClipboardPdu {
        @Override
        public void encodeBody(WireWriter out, boolean longNames) {
            out.octets(body);
        }
    }
}
