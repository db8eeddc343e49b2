package oriel.server;

/** Stands here until the room is furnished. */
final class Placeholder {
    private Placeholder() {}
}
