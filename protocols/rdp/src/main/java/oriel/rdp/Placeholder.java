package oriel.rdp;

/** Stands here until the room is furnished. */
final class Placeholder {
    private Placeholder() {}
}
