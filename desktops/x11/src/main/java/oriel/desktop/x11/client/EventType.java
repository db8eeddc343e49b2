package oriel.desktop.x11.client;

import java.util.function.Function;
import oriel.wire.WireReader;

/**
 * A kind of events.
 *
 * @param name      as the specification calls it
 * @param code      the number of such events on the wire
 * @param extension major opcode of the extension, for generic events; else 0
 * @param number    number of the event within its extension, for generic events; else 0
 * @param decoder   reads one, from its first byte on
 * @param <E>       what such an event says
 */
public record EventType<E>(String name, int code, int extension, int number, Function<WireReader, E> decoder) {

    /** Code of all events that are longer than 32 bytes (Generic Event Extension). */
    public static final int GENERIC = 35;

    /** An event of the core protocol or of an extension with numbers of its own. */
    public static <E> EventType<E> of(String name, int code, Function<WireReader, E> decoder) {
        return new EventType<>(name, code, 0, 0, decoder);
    }

    /** A generic event. */
    public static <E> EventType<E> generic(
            String name, Extension extension, int number, Function<WireReader, E> decoder) {
        return new EventType<>(name, GENERIC, extension.major(), number, decoder);
    }
}
