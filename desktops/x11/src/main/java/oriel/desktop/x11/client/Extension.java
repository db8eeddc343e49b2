package oriel.desktop.x11.client;

import java.util.Optional;
import java.util.function.Function;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * An extension of the X server.
 *
 * @param name       as the server knows it, e.g. {@code DAMAGE}
 * @param major      major opcode of its requests
 * @param firstEvent number of its first event
 * @param firstError number of its first error
 */
public record Extension(String name, int major, int firstEvent, int firstError) {

    /** The first four bytes of a request of this extension. */
    public WireWriter head(WireWriter out, int minor) {
        return Request.head(out, major, minor);
    }

    /** An event of this extension. */
    public <E> EventType<E> event(String event, int number, Function<WireReader, E> decoder) {
        return EventType.of(event, firstEvent + number, decoder);
    }

    /** QueryExtension — X Protocol, section 9. */
    record Ask(String name) implements Query<Optional<Extension>> {

        @Override
        public void encode(WireWriter out) {
            Octets bytes = Octets.of(name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            Request.head(out, 98, 0).u16(bytes.length()).pad(2).octets(bytes);
        }

        @Override
        public Optional<Extension> decode(WireReader in) {
            Query.head(in);
            boolean present = in.u8("present") != 0;
            var extension = new Extension(name, in.u8("major-opcode"), in.u8("first-event"), in.u8("first-error"));
            return present ? Optional.of(extension) : Optional.empty();
        }
    }
}
