package oriel.desktop.embedded.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A typeface of the box. Loaded when first asked for; safe for use by many threads. */
public final class Face {

    /** The interface's text. */
    public static final Face REGULAR = new Face("Roboto-Regular.ttf");

    /** The interface's titles and buttons. */
    public static final Face MEDIUM = new Face("Roboto-Medium.ttf");

    /** Large and quiet: clocks, greetings. */
    public static final Face LIGHT = new Face("Roboto-Light.ttf");

    /** A terminal's text. */
    public static final Face MONO = new Face("DejaVuSansMono.ttf");

    /** A terminal's bold text. */
    public static final Face MONO_BOLD = new Face("DejaVuSansMono-Bold.ttf");

    /** A terminal's slanted text. */
    public static final Face MONO_OBLIQUE = new Face("DejaVuSansMono-Oblique.ttf");

    /** Whatever the others lack. */
    public static final Face SYMBOLS = new Face("DejaVuSans.ttf");

    static final List<Face> ALL = List.of(REGULAR, MEDIUM, LIGHT, MONO, MONO_BOLD, MONO_OBLIQUE, SYMBOLS);

    private final String fileName;
    private final ConcurrentMap<Integer, Font> sizes = new ConcurrentHashMap<>();
    private @Nullable Font base;

    private Face(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /**
     * The face at a size.
     *
     * @param pixels height of the em square, in pixels
     * @return the font; the same object for the same size
     */
    public Font at(int pixels) {
        Font known = sizes.get(pixels);
        return known != null ? known : sizes.computeIfAbsent(pixels, size -> base().deriveFont((float) size));
    }

    private synchronized Font base() {
        if (base == null) {
            base = load();
        }
        return base;
    }

    private Font load() {
        try {
            // From a file the JDK maps the font where it lies; from a stream it first makes a temporary copy.
            Optional<Path> file = FontFiles.unpacked(fileName);
            if (file.isPresent() && Files.isReadable(file.get())) {
                return Font.createFont(Font.TRUETYPE_FONT, file.get().toFile());
            }
            try (InputStream in = FontFiles.open(fileName)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("typeface " + fileName + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("typeface " + fileName + " is damaged", e);
        }
    }
}
