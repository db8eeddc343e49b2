package oriel.service;

/** Unwinds a thread that was abandoned: somebody else has long carried on in its place. */
final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned(String what) {
        super(what, null, false, false);
    }
}
