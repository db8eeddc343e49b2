package oriel.desktop.x11.client;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A property of a window.
 *
 * @param type   atom of its type; 0 = there is no such property
 * @param format 8, 16 or 32: bits of its units
 * @param after  bytes of it that follow those that were asked for
 * @param value  the bytes; units in little-endian order
 */
public record Property(int type, int format, int after, Octets value) {

    /** Whether the property is there. */
    public boolean exists() {
        return type != 0;
    }

    /** The value as numbers, of a property with units of 32 bits; else none. */
    public int[] numbers() {
        if (format != 32) {
            return new int[0];
        }
        WireReader in = value.reader();
        int[] numbers = new int[value.length() / 4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.i32("unit");
        }
        return numbers;
    }

    /**
     * GetProperty — X Protocol, section 9.
     *
     * @param window   whose
     * @param property atom of its name
     * @param type     atom of the type it must have; 0 = any
     * @param offset   where to begin, in units of four bytes
     * @param length   how much to read at most, in units of four bytes
     * @param delete   whether it is deleted when all of it has been read
     */
    public record Get(int window, int property, int type, int offset, int length, boolean delete)
            implements Query<Property> {

        /** Reads a whole property of at most that many bytes. */
        public static Get all(int window, int property, int most) {
            return new Get(window, property, 0, 0, (most + 3) / 4, false);
        }

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 20, delete ? 1 : 0).i32(window).i32(property).i32(type);
            out.i32(offset).i32(length);
        }

        @Override
        public Property decode(WireReader in) {
            int format = Query.head(in);
            int type = in.i32("type");
            int after = in.i32("bytes-after");
            long units = in.u32("length of value");
            in.skip(12, "unused");
            return new Property(
                    type, format, after, in.octets(in.count(units * format / 8, in.remaining(), "value"), "value"));
        }

        @Override
        public int longest() {
            return (int) Math.min(Integer.MAX_VALUE, 32 + 4L * Math.max(0, length));
        }
    }

    /**
     * ChangeProperty — X Protocol, section 9.
     *
     * @param mode     0 = replace, 1 = prepend, 2 = append
     * @param window   whose
     * @param property atom of its name
     * @param type     atom of its type
     * @param format   8, 16 or 32: bits of its units
     * @param value    the bytes
     */
    public record Change(int mode, int window, int property, int type, int format, Octets value) implements Request {

        /** In place of what was there. */
        public static final int REPLACE = 0;

        /** Behind what was there. */
        public static final int APPEND = 2;

        /** A property of 32 bit numbers. */
        public static Change numbers(int window, int property, int type, int... numbers) {
            var out = new WireWriter(4 * numbers.length);
            for (int number : numbers) {
                out.i32(number);
            }
            return new Change(REPLACE, window, property, type, 32, out.toOctets());
        }

        /** A property of bytes. */
        public static Change bytes(int window, int property, int type, Octets value) {
            return new Change(REPLACE, window, property, type, 8, value);
        }

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 18, mode).i32(window).i32(property).i32(type);
            out.u8(format).pad(3).i32(value.length() / (format / 8)).octets(value);
        }
    }

    /**
     * DeleteProperty — X Protocol, section 9.
     *
     * @param window   whose
     * @param property atom of its name
     */
    public record Delete(int window, int property) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 19, 0).i32(window).i32(property);
        }
    }

    /**
     * PropertyNotify — X Protocol, section 10; sent to who selects {@link Window#PROPERTY_CHANGE}.
     *
     * @param window  whose
     * @param atom    its name
     * @param time    when, in milliseconds of the server
     * @param deleted whether it is gone; else it has another value
     */
    public record Notify(int window, int atom, int time, boolean deleted) {

        /** The kind of events. */
        public static final EventType<Notify> TYPE = EventType.of("PropertyNotify", 28, Notify::decode);

        private static Notify decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Notify(in.i32("window"), in.i32("atom"), in.i32("time"), in.u8("state") == 1);
        }
    }
}
