package oriel.rdp.clipboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.rdp.codec.clipboard.FormatList;
import oriel.rdp.codec.clipboard.FormatList.Format;
import oriel.rdp.codec.clipboard.HtmlFormat;
import oriel.wire.MalformedPduException;

/** What the client's user has copied, in the forms that the session knows. */
final class ClientContent implements ClipboardContent {

    /** How a form is made of what the client has. */
    private enum Conversion {
        UNICODE,
        ANSI,
        HTML,
        PNG,
        BITMAP_V5,
        BITMAP,
        UNNAMED_PNG
    }

    private static final Set<String> PNG_NAMES = Set.of("png", "image/png");

    /** More ways to have one form than any client offers. */
    private static final int MOST_SOURCES = 4;

    /** Where a form comes from; conversions are in their order of preference. */
    private record Source(int formatId, Conversion conversion) {}

    private final Map<ClipboardFormat, List<Source>> sources = new EnumMap<>(ClipboardFormat.class);
    private final ClientRequests requests;
    private final int generation;

    ClientContent(FormatList list, ClientRequests requests) {
        this.requests = requests;
        generation = requests.generation();
        list.formats().forEach(this::add);
    }

    private void add(Format format) {
        switch (format.id()) {
            case Format.UNICODETEXT -> put(ClipboardFormat.TEXT, format, Conversion.UNICODE);
            case Format.TEXT -> put(ClipboardFormat.TEXT, format, Conversion.ANSI);
            case Format.DIBV5 -> put(ClipboardFormat.PNG, format, Conversion.BITMAP_V5);
            case Format.DIB -> put(ClipboardFormat.PNG, format, Conversion.BITMAP);
            default -> addNamed(format);
        }
    }

    private void addNamed(Format format) {
        if (SessionForms.isFreeRdpPng(format)) {
            put(ClipboardFormat.PNG, format, Conversion.UNNAMED_PNG);
        } else if (HtmlFormat.isNamed(format.name())) {
            put(ClipboardFormat.HTML, format, Conversion.HTML);
        } else if (PNG_NAMES.contains(format.name().toLowerCase(Locale.ROOT))) {
            put(ClipboardFormat.PNG, format, Conversion.PNG);
        }
    }

    private void put(ClipboardFormat form, Format format, Conversion conversion) {
        List<Source> known = sources.computeIfAbsent(form, _ -> new ArrayList<>());
        known.add(new Source(format.id(), conversion));
        known.sort(Comparator.comparing(Source::conversion));
        if (known.size() > MOST_SOURCES) {
            known.removeLast();
        }
    }

    @Override
    public Set<ClipboardFormat> formats() {
        return new HashSet<>(sources.keySet());
    }

    @Override
    public byte[] read(ClipboardFormat format, int limit) throws IOException {
        IOException refused = new IOException("the client has it not as " + format);
        for (Source source : sources.getOrDefault(format, List.of())) {
            try {
                return read(source, limit);
            } catch (ClientRequests.Refused e) {
                refused = e; // FreeRDP offers PNG that it cannot give, and a bitmap that it can
            }
        }
        throw refused;
    }

    private byte[] read(Source source, int limit) throws IOException {
        byte[] data = requests.fetch(generation, source.formatId()).toArray();
        byte[] converted = switch (source.conversion()) {
            case UNICODE -> TextForms.fromUnicode(data, limit);
            case ANSI -> TextForms.fromAnsi(data, limit);
            case HTML -> HtmlFormat.fragment(data);
            case PNG, UNNAMED_PNG -> PictureForms.checkPng(data);
            case BITMAP_V5, BITMAP -> fromBitmap(data, limit);
        };
        return TextForms.within(converted, limit);
    }

    private static byte[] fromBitmap(byte[] data, int limit) throws IOException {
        try {
            return PictureForms.png(data, limit);
        } catch (MalformedPduException e) {
            throw new IOException("the client's picture cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "what the client offers as " + sources.keySet();
    }
}
