package oriel.desktop.embedded.session;

import oriel.desktop.embedded.look.Language;

/** Numbers as people read them: three digits or so, and a unit. */
final class Figures {

    private static final String[] UNITS = {"unit.bytes", "unit.kilobytes", "unit.megabytes", "unit.gigabytes"};

    private Figures() {}

    static String bytes(double bytes, Language language) {
        double number = bytes;
        int unit = 0;
        while (number >= 999.5 && unit < UNITS.length - 1) {
            number /= 1000;
            unit++;
        }
        return number(number, unit > 0 && number < 99.95, language) + " " + language.text(UNITS[unit]);
    }

    static String micros(long micros, Language language) {
        if (micros < 1000) {
            return micros + " µs";
        }
        if (micros < 1_000_000) {
            return number(micros / 1000.0, micros < 100_000, language) + " ms";
        }
        return number(micros / 1_000_000.0, true, language) + " s";
    }

    static String number(double number, boolean decimal, Language language) {
        if (!decimal) {
            return String.valueOf(Math.round(number));
        }
        long tenths = Math.round(number * 10);
        return tenths / 10 + language.text("unit.decimal") + tenths % 10;
    }
}
