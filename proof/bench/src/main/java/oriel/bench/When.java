package oriel.bench;

/** At which time of a server's life a figure was taken. */
enum When {
    /** Some seconds after it was started, by the first clients it ever sees. */
    COLD("just after its start"),
    /** After some seconds of load. */
    STEADY("steady"),
    /** Where the difference does not matter. */
    ONCE("");

    private final String words;

    When(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
