package oriel.bench;

/** What is measured. */
enum Figure {
    VERY_FIRST("the very first client: TCP connect → end of licensing, ms"),
    LICENSED("TCP connect → end of licensing, ms"),
    FIRST_DRAWING("TCP connect → first drawing, ms"),
    PICTURE("TCP connect → whole first picture, ms"),
    RATE("connections/s held, 8 at a time, to Demand Active"),
    CPU("server CPU per such connection, ms"),
    EXISTING_SESSION("stock client started → full desktop picture of an existing session, ms"),
    MEMORY("memory (PSS) per further connection with its picture, MiB"),
    IDLE_MEMORY("resident memory after start, MiB");

    private final String words;

    Figure(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
