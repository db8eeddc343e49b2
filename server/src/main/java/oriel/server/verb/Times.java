package oriel.server.verb;

import java.time.Duration;

/** Times for people. */
final class Times {

    private Times() {}

    /** The two largest units, e.g. {@code 3 h 12 min}. */
    static String rough(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        } else if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        } else if (span.toMinutes() > 0) {
            return span.toMinutes() + " min";
        }
        return span.toSeconds() + " s";
    }
}
