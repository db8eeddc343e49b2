package oriel.rdp.codec;

/** Stands here until the room is furnished. */
final class Placeholder {
    private Placeholder() {}
}
