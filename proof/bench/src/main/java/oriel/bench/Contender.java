package oriel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The servers that can be measured. */
enum Contender {
    /** Oriel, from the checkout. */
    ORIEL("oriel", "Oriel"),
    /** xrdp with its sessions in Xorg. */
    XRDP("xrdp", "xrdp"),
    /** The shadow server of FreeRDP. */
    SHADOW("shadow", "FreeRDP shadow"),
    /** TigerVNC's X server. */
    TIGERVNC("tigervnc", "TigerVNC");

    private static final DebianPackage IMAGEMAGICK = new DebianPackage("imagemagick", "/usr/bin/display");

    private final String word;
    private final String title;

    Contender(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The server that the command line calls by this word. */
    static Contender of(String word) {
        return Arrays.stream(values())
                .filter(contender -> contender.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--servers knows "
                        + Arrays.stream(values()).map(known -> known.word).collect(Collectors.joining(", ")) + ", not "
                        + word));
    }

    /** As the table shows it. */
    String title() {
        return title;
    }

    private List<DebianPackage> needed() {
        return switch (this) {
            case ORIEL -> List.of();
            case XRDP ->
                List.of(
                        new DebianPackage("xrdp", "/usr/sbin/xrdp"),
                        new DebianPackage("xorgxrdp", "/usr/lib/xorg/modules/libxorgxrdp.so"),
                        IMAGEMAGICK);
            case SHADOW ->
                List.of(
                        new DebianPackage("freerdp2-shadow-x11", "/usr/bin/freerdp-shadow-cli"),
                        new DebianPackage("xvfb", "/usr/bin/Xvfb"),
                        IMAGEMAGICK);
            case TIGERVNC ->
                List.of(
                        new DebianPackage("tigervnc-standalone-server", "/usr/bin/Xtigervnc"),
                        new DebianPackage("openssl", "/usr/bin/openssl"),
                        IMAGEMAGICK);
        };
    }

    List<String> missingPackages() {
        return DebianPackage.missing(needed());
    }

    /** Starts it; it accepts when this returns. */
    Peer start(Path checkout) throws IOException, InterruptedException {
        // What the desktops of the others show, so that all have the same to send.
        Path wallpaper = checkout.resolve("docs/images/desktop.png");
        return switch (this) {
            case ORIEL -> OrielServer.start(checkout);
            case XRDP -> Xrdp.start(wallpaper);
            case SHADOW -> ShadowServer.start(wallpaper);
            case TIGERVNC -> TigerVnc.start(wallpaper);
        };
    }
}
