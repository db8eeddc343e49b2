package oriel.desktop.x11.layout;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.RandR;

/**
 * Gives the screen another size. Xvfb and Xvnc show one mode on one output; a mode of the wanted size is made, and the one made before is
 * forgotten. Xvfb cannot grow beyond the size it was started with.
 */
final class Extents {

    private static final double INCH = 25.4;

    private final XConnection connection;
    private final RandR randr;
    private int madeMode;

    Extents(XConnection connection, RandR randr) {
        this.connection = connection;
        this.randr = randr;
    }

    static int millimetres(int pixels, int dpi) {
        return (int) Math.round(pixels * INCH / dpi);
    }

    /** The size nearest to a wanted one that the server can have. */
    Size possible(Size wanted) throws IOException {
        RandR.SizeRange range = connection.ask(randr.sizeRange(connection.root()));
        return new Size(
                Math.clamp(wanted.width(), range.leastWidth(), Math.max(range.leastWidth(), range.mostWidth())),
                Math.clamp(wanted.height(), range.leastHeight(), Math.max(range.leastHeight(), range.mostHeight())));
    }

    /** The output that everything is shown on; empty with a server that has none. */
    Optional<Integer> output() throws IOException {
        RandR.Resources resources = connection.ask(randr.resources(connection.root()));
        return driven(resources).map(driven -> driven.output);
    }

    private record Driven(int id, int output, RandR.Crtc crtc) {}

    /** The CRTC that is on, or the first one with the first output. */
    private Optional<Driven> driven(RandR.Resources resources) throws IOException {
        Optional<Driven> off = Optional.empty();
        for (int id : resources.crtcs()) {
            RandR.Crtc crtc = connection.ask(randr.crtc(id, resources.configured()));
            if (crtc.mode() != 0 && !crtc.outputs().isEmpty()) {
                return Optional.of(new Driven(id, crtc.outputs().getFirst(), crtc));
            }
            if (off.isEmpty() && !resources.outputs().isEmpty()) {
                off = Optional.of(new Driven(id, resources.outputs().getFirst(), crtc));
            }
        }
        return off;
    }

    /** Changes size and resolution; both may be what they are. */
    void apply(Size size, int dpi) throws IOException {
        RandR.Resources resources = connection.ask(randr.resources(connection.root()));
        Driven driven = driven(resources).orElseThrow(() -> new IOException("the X server has no output to resize"));
        RandR.Crtc crtc = driven.crtc;
        boolean same = crtc.mode() != 0 && crtc.width() == size.width() && crtc.height() == size.height();
        if (!same && (crtc.width() > size.width() || crtc.height() > size.height())) {
            // A screen cannot be smaller than what it shows.
            configure(driven, resources, 0, List.of());
        }
        connection.send(randr.setScreenSize(
                connection.root(),
                size.width(),
                size.height(),
                millimetres(size.width(), dpi),
                millimetres(size.height(), dpi)));
        if (!same) {
            int mode = mode(resources, driven.output, size);
            configure(driven, resources, mode, List.of(driven.output));
            forget(driven.output, mode);
        }
        connection.send(randr.setPrimary(connection.root(), driven.output));
    }

    private void configure(Driven driven, RandR.Resources resources, int mode, List<Integer> outputs)
            throws IOException {
        int status = connection.ask(randr.setCrtc(driven.id, resources.configured(), mode, outputs));
        if (status != RandR.SUCCESS) {
            // The configuration was changed by somebody else since it was read.
            int now = connection.ask(randr.resources(connection.root())).configured();
            status = connection.ask(randr.setCrtc(driven.id, now, mode, outputs));
        }
        if (status != RandR.SUCCESS) {
            throw new IOException("the X server did not take the mode, status " + status);
        }
    }

    private int mode(RandR.Resources resources, int output, Size size) throws IOException {
        Optional<RandR.Mode> there = resources.modes().stream()
                .filter(mode -> mode.width() == size.width() && mode.height() == size.height())
                .findFirst();
        int mode = there.isPresent()
                ? there.get().id()
                : connection.ask(randr.createMode(connection.root(), size.width(), size.height(), "oriel-" + size));
        connection.send(randr.addOutputMode(output, mode));
        return mode;
    }

    private void forget(int output, int mode) {
        if (madeMode != 0 && madeMode != mode) {
            connection.send(randr.deleteOutputMode(output, madeMode));
            connection.send(randr.destroyMode(madeMode));
        }
        madeMode = mode;
    }
}
