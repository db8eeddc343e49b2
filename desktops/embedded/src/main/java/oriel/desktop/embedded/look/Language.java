package oriel.desktop.embedded.look;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.contract.desktop.LogonMessage;

/** A language the scenes speak. Texts are read when first needed. */
public enum Language {
    /** English; also for those whose language we do not speak. */
    ENGLISH(Locale.ENGLISH),
    /** French. */
    FRENCH(Locale.FRENCH);

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language for somebody's locale.
     *
     * @param wanted their locale
     * @return that language, or English
     */
    public static Language of(Locale wanted) {
        return wanted.getLanguage().equals(FRENCH.locale.getLanguage()) ? FRENCH : ENGLISH;
    }

    ResourceBundle bundle() {
        return ResourceBundle.getBundle("oriel.desktop.embedded.look.texts", locale);
    }

    /**
     * A text.
     *
     * @param key       its name
     * @param arguments values for its gaps; a gap without a value is left empty
     * @return the text in this language
     */
    public String text(String key, Object... arguments) {
        return GAP.matcher(bundle().getString(key)).replaceAll(gap -> {
            int index = gap.group(1).charAt(0) - '0';
            return Matcher.quoteReplacement(index < arguments.length ? String.valueOf(arguments[index]) : "");
        });
    }

    /**
     * A message of the logon.
     *
     * @param message what to say
     * @return the sentence in this language
     */
    public String text(LogonMessage message) {
        return text("message." + message.kind().name(), message.arguments().toArray())
                .strip();
    }

    /**
     * A time of the day.
     *
     * @param when the moment
     * @param zone where
     * @return hours and minutes
     */
    public String time(Instant when, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(when, zone);
        return twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /**
     * A day.
     *
     * @param when the moment
     * @param zone where
     * @return day of the week, day and month
     */
    public String date(Instant when, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(when, zone);
        String day = text("day." + local.getDayOfWeek().getValue());
        return text("date", day, local.getDayOfMonth(), text("month." + local.getMonthValue()));
    }

    /**
     * A moment in few words.
     *
     * @param when the moment
     * @param now  the present
     * @param zone where
     * @return the time, or the day when it was another
     */
    public String shortly(Instant when, Instant now, ZoneId zone) {
        if (isSameDay(when, now, zone)) {
            return time(when, zone);
        }
        LocalDateTime local = LocalDateTime.ofInstant(when, zone);
        return text("date.short", local.getDayOfMonth(), text("month." + local.getMonthValue()));
    }

    /**
     * A moment for a table.
     *
     * @param when the moment
     * @param now  the present
     * @param zone where
     * @return the time, with the day when it was another
     */
    public String stamp(Instant when, Instant now, ZoneId zone) {
        return isSameDay(when, now, zone) ? time(when, zone) : date(when, zone) + " · " + time(when, zone);
    }

    private static boolean isSameDay(Instant one, Instant other, ZoneId zone) {
        return LocalDateTime.ofInstant(one, zone)
                .toLocalDate()
                .equals(LocalDateTime.ofInstant(other, zone).toLocalDate());
    }

    /**
     * A moment in the past, as people say it.
     *
     * @param when the moment
     * @param now  the present
     * @param zone where
     * @return e.g. {@code at 14:05}, with the day when it was another
     */
    public String moment(Instant when, Instant now, ZoneId zone) {
        String time = time(when, zone);
        return isSameDay(when, now, zone) ? text("time.today", time) : text("time.other", date(when, zone), time);
    }
}
