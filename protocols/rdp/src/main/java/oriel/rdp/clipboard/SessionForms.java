package oriel.rdp.clipboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.rdp.codec.clipboard.FormatList.Format;
import oriel.rdp.codec.clipboard.HtmlFormat;

/** What a session has copied, in the forms that clients know: the best first, as programs choose the first they understand. */
final class SessionForms {

    /** Numbers of registered formats are the sender's to choose, between 0xC000 and 0xFFFF; the name counts. */
    private static final int HTML = 0xC0A0;

    private static final int PNG = 0xC0A1;
    private static final int IMAGE_PNG = 0xC0A2;

    /** FreeRDP's X11 client knows PNG by this number, which it neither registers nor names (2.11). */
    private static final int FREERDP_PNG = 0xD011;

    private SessionForms() {}

    static boolean isFreeRdpPng(Format format) {
        return format.id() == FREERDP_PNG && format.name().isEmpty();
    }

    static List<Format> formats(Set<ClipboardFormat> has) {
        var formats = new ArrayList<Format>();
        if (has.contains(ClipboardFormat.TEXT)) {
            formats.add(new Format(Format.UNICODETEXT, ""));
            formats.add(new Format(Format.TEXT, ""));
        }
        if (has.contains(ClipboardFormat.HTML)) {
            formats.add(new Format(HTML, Format.HTML_NAME));
        }
        if (has.contains(ClipboardFormat.PNG)) {
            formats.add(new Format(PNG, Format.PNG_NAME));
            formats.add(new Format(IMAGE_PNG, "image/png"));
            formats.add(new Format(FREERDP_PNG, ""));
            formats.add(new Format(Format.DIBV5, ""));
            formats.add(new Format(Format.DIB, ""));
        }
        return formats;
    }

    static byte[] read(ClipboardContent content, int formatId) throws IOException {
        return switch (formatId) {
            case Format.UNICODETEXT -> TextForms.toUnicode(text(content));
            case Format.TEXT -> TextForms.toAnsi(text(content));
            case HTML -> HtmlFormat.wrap(fetch(content, ClipboardFormat.HTML, Sizes.TEXT));
            case PNG, IMAGE_PNG, FREERDP_PNG -> picture(content);
            case Format.DIB -> PictureForms.dib(picture(content));
            case Format.DIBV5 -> PictureForms.dibV5(picture(content));
            default -> throw new IOException("it was not offered");
        };
    }

    private static byte[] text(ClipboardContent content) throws IOException {
        return fetch(content, ClipboardFormat.TEXT, Sizes.TEXT);
    }

    private static byte[] picture(ClipboardContent content) throws IOException {
        return fetch(content, ClipboardFormat.PNG, Sizes.MESSAGE);
    }

    private static byte[] fetch(ClipboardContent content, ClipboardFormat format, int limit) throws IOException {
        if (!content.formats().contains(format)) {
            throw new IOException("the session has it not as " + format);
        }
        return TextForms.within(content.read(format, limit), limit);
    }
}
