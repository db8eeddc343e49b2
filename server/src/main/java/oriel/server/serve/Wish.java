package oriel.server.serve;

/** What somebody wants of the running service. */
enum Wish {
    /** Stop in good order. */
    STOP,
    /** Read the configuration again. */
    RELOAD
}
