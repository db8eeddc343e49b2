package oriel.contract.desktop;

/** What the user did on the logon screen. */
public sealed interface LogonAnswer {

    /**
     * User and password were entered.
     *
     * @param userName as typed
     * @param domain   as typed before a backslash, or empty
     * @param password as typed; the receiver wipes it
     */
    record Credentials(String userName, String domain, char[] password) implements LogonAnswer {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Credentials[userName=" + userName + ", domain=" + domain + "]";
        }
    }

    /**
     * One of the offered sessions was chosen.
     *
     * @param sessionId its number
     */
    record Resume(int sessionId) implements LogonAnswer {}

    /** A new session is wanted. */
    record NewSession() implements LogonAnswer {}

    /**
     * A question of the system was answered.
     *
     * @param text as typed; the receiver wipes it
     */
    record Text(char[] text) implements LogonAnswer {

        /** Never shows the answer, which may be a password. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** The desktop that has ended is to be started afresh. */
    record FreshStart() implements LogonAnswer {}

    /** The user wants to go away: disconnect the client. */
    record Cancelled() implements LogonAnswer {}
}
