package oriel.rdp.codec.clipboard;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Format List PDU (CLIPRDR_FORMAT_LIST) — MS-RDPECLIP, section 2.2.3.1: in which formats the sender's clipboard can be had. Written with
 * short names (2.2.3.1.1), which hold 15 characters, or with long ones (2.2.3.1.2).
 *
 * @param formats the formats; none = the clipboard is empty
 * @param asciiNames whether short names are ASCII (CB_ASCII_NAMES)
 */
public record FormatList(List<Format> formats, boolean asciiNames) implements ClipboardPdu {
    static final int TYPE = 0x0002;
    private static final int ASCII_NAMES = 0x0004;
    private static final int SHORT_NAME_SIZE = 32;

    /** More formats than any clipboard has. */
    private static final int MOST = 4096;

    /** Copies the list. */
    public FormatList {
        formats = List.copyOf(formats);
    }

    /**
     * A list in Unicode.
     *
     * @param formats the formats
     */
    public FormatList(List<Format> formats) {
        this(formats, false);
    }

    /**
     * One format.
     *
     * @param id a standard format, or the number under which the sender has registered the name
     * @param name name of a registered format; empty for standard ones
     */
    public record Format(int id, String name) {
        /** CF_TEXT: single-byte text. */
        public static final int TEXT = 1;

        /** CF_DIB: a picture as BITMAPINFO. */
        public static final int DIB = 8;

        /** CF_UNICODETEXT. */
        public static final int UNICODETEXT = 13;

        /** CF_DIBV5: a picture with BITMAPV5HEADER. */
        public static final int DIBV5 = 17;

        /** Name under which HTML is registered. */
        public static final String HTML_NAME = "HTML Format";

        /** Name under which PNG is registered by Windows programs. */
        public static final String PNG_NAME = "PNG";
    }

    static FormatList decodeBody(WireReader body, int flags, boolean longNames) {
        boolean ascii = !longNames && (flags & ASCII_NAMES) != 0;
        var formats = new ArrayList<Format>();
        while (body.hasRemaining()) {
            if (formats.size() == MOST) {
                throw body.malformed("formatListData", "at most " + MOST + " formats", "more");
            }
            int id = body.i32("formatId");
            formats.add(new Format(id, longNames ? longName(body) : shortName(body, ascii)));
        }
        return new FormatList(formats, ascii);
    }

    private static String shortName(WireReader body, boolean ascii) {
        return ascii
                ? FixedText.latin1(body, SHORT_NAME_SIZE, "formatName")
                : FixedText.utf16(body, SHORT_NAME_SIZE, "formatName");
    }

    private static String longName(WireReader body) {
        int length = 0;
        while ((body.peek(length, "wszFormatName") | body.peek(length + 1, "wszFormatName")) != 0) {
            length += 2;
        }
        String name = body.utf16(length, "wszFormatName");
        body.skip(2, "wszFormatName");
        return name;
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public int flags() {
        return asciiNames ? ASCII_NAMES : 0;
    }

    @Override
    public void encodeBody(WireWriter out, boolean longNames) {
        for (Format format : formats) {
            out.i32(format.id());
            if (longNames) {
                out.utf16(format.name()).pad(2);
            } else if (asciiNames) {
                FixedText.latin1(out, format.name(), SHORT_NAME_SIZE);
            } else {
                FixedText.utf16(out, format.name(), SHORT_NAME_SIZE);
            }
        }
    }
}
