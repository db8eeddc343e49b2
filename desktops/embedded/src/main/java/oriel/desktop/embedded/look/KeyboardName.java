package oriel.desktop.embedded.look;

import java.util.Locale;

/** Short names of keyboard layouts, as people know them from a corner of their screen. */
public final class KeyboardName {

    private KeyboardName() {}

    /**
     * A name for a layout.
     *
     * @param layout keyboard layout id of Windows; 0 = unknown
     * @return two or more letters, e.g. {@code FR}; {@code US} when it is unknown, since that is what is used then
     */
    public static String of(int layout) {
        if (layout == 0x0002_0409) {
            return "US-Intl";
        }
        return switch (layout & 0xFFFF) {
            case 0, 0x0409 -> "US";
            case 0x0809 -> "UK";
            case 0x040C -> "FR";
            case 0x080C -> "BE (FR)";
            case 0x0813 -> "BE (NL)";
            case 0x0C0C, 0x1009 -> "CA (FR)";
            case 0x100C -> "CH (FR)";
            case 0x0807 -> "CH (DE)";
            case 0x0407, 0x0C07 -> "DE";
            case 0x040A, 0x0C0A -> "ES";
            case 0x0410 -> "IT";
            case 0x0413 -> "NL";
            case 0x0416 -> "BR";
            case 0x0816 -> "PT";
            case 0x041D -> "SV";
            case 0x0406 -> "DA";
            case 0x0414 -> "NO";
            case 0x040B -> "FI";
            case 0x0415 -> "PL";
            default -> String.format(Locale.ROOT, "%04X", layout & 0xFFFF);
        };
    }
}
