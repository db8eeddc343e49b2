package oriel.service;

import java.util.Locale;

/**
 * What users are told before a time limit strikes, in the languages of the logon screen.
 *
 * @param title     title of the message box
 * @param idle      before the idle limit
 * @param connected before the limit of a connection
 */
record WarningText(String title, String idle, String connected) {

    private static final WarningText ENGLISH = new WarningText(
            "Time limit",
            "This session has been idle. It will be disconnected in a minute unless you use it.",
            "The time limit of this session is nearly reached. It will be disconnected in a minute.");

    private static final WarningText FRENCH = new WarningText(
            "Limite de temps",
            "Cette session est inactive. Elle sera déconnectée dans une minute si vous ne l'utilisez pas.",
            "La limite de temps de cette session est presque atteinte. Elle sera déconnectée dans une minute.");

    static WarningText in(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? FRENCH : ENGLISH;
    }
}
