package oriel.desktop.embedded.logon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.LogonMessage;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.look.Language;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** A message in a tinted box: what went wrong, or why the screen is there. */
final class MessageBanner {

    private static final int SIZE = 13;
    private static final int LINE = 18;
    private static final int INDENT = 38;

    private enum Tone {
        TROUBLE(Palette.RED_TINT, Palette.RED, Icon.WARNING),
        CAUTION(Palette.AMBER_TINT, Palette.AMBER_DEEP, Icon.LOCK),
        NEWS(Palette.PAPER_SHADE, Palette.TEAL_DEEP, Icon.INFO);

        @SuppressWarnings("ImmutableEnumChecker") // java.awt.Color never changes
        private final Color ground;

        @SuppressWarnings("ImmutableEnumChecker") // java.awt.Color never changes
        private final Color ink;

        private final Icon icon;

        Tone(Color ground, Color ink, Icon icon) {
            this.ground = ground;
            this.ink = ink;
            this.icon = icon;
        }
    }

    private final Optional<LogonMessage> message;
    private String sentence = "";

    MessageBanner(Optional<LogonMessage> message) {
        this.message = message.filter(m -> m.kind() != LogonMessage.Kind.WELCOME);
    }

    void speak(Language language) {
        sentence = message.map(language::text).orElse("");
    }

    int height(int width) {
        return sentence.isEmpty() ? 0 : lines(width).size() * LINE + 18;
    }

    private List<String> lines(int width) {
        return Text.wrap(Face.REGULAR, SIZE, sentence, width - INDENT - 12);
    }

    void paint(Graphics2D g, int x, int y, int width) {
        if (sentence.isEmpty()) {
            return;
        }
        Tone tone = message.map(m -> tone(m.kind())).orElse(Tone.NEWS);
        List<String> lines = lines(width);
        Ink.round(g, x, y, width, lines.size() * LINE + 18, 6, tone.ground);
        tone.icon.draw(g, x + 12, y + 10, 16, tone.ink);
        int baseline = y + 9 + SIZE;
        for (String line : lines) {
            Text.of(Face.REGULAR, SIZE, line).draw(g, x + INDENT, baseline, tone.ink);
            baseline += LINE;
        }
    }

    private static Tone tone(LogonMessage.Kind kind) {
        return switch (kind) {
            case WELCOME, TEXT, SIGNING_IN, PREPARING_DESKTOP, RECONNECTING, LOGGING_OFF -> Tone.NEWS;
            case SESSION_LOCKED -> Tone.CAUTION;
            case WRONG_CREDENTIALS,
                    SLOW_DOWN,
                    LOCKED_OUT,
                    ACCOUNT_DISABLED,
                    ACCOUNT_EXPIRED,
                    PASSWORD_EXPIRED,
                    NO_SHELL,
                    LOGON_UNAVAILABLE,
                    NOT_ALLOWED,
                    DRAINING,
                    DESKTOP_FAILED,
                    DESKTOP_ENDED,
                    NO_LICENSE,
                    NO_LICENSES_HERE,
                    NO_LICENSE_LEFT,
                    LICENSE_REVOKED,
                    LICENSE_EXPIRED,
                    LICENSES_UNREACHABLE -> Tone.TROUBLE;
        };
    }
}
