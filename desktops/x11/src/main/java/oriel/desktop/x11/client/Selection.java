package oriel.desktop.x11.client;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Selections: how programs offer each other what was copied or marked. */
public final class Selection {

    private Selection() {}

    /**
     * SetSelectionOwner — X Protocol, section 9.
     *
     * @param owner     window of the new owner; 0 = nobody
     * @param selection atom of the selection
     * @param time      since when; 0 = now
     */
    public record SetOwner(int owner, int selection, int time) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 22, 0).i32(owner).i32(selection).i32(time);
        }
    }

    /**
     * GetSelectionOwner — X Protocol, section 9: answers with a window, 0 = nobody.
     *
     * @param selection atom of the selection
     */
    public record GetOwner(int selection) implements Query<Integer> {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 23, 0).i32(selection);
        }

        @Override
        public Integer decode(WireReader in) {
            Query.head(in);
            return in.i32("owner");
        }
    }

    /**
     * ConvertSelection — X Protocol, section 9: asks the owner, who answers with {@link Notify}.
     *
     * @param requestor window of who asks
     * @param selection atom of the selection
     * @param target    atom of the form it is wanted in
     * @param property  atom of the property of the requestor that is to hold it
     * @param time      as of when; 0 = now
     */
    public record Convert(int requestor, int selection, int target, int property, int time) implements Request {

        @Override
        public void encode(WireWriter out) {
            Request.head(out, 24, 0).i32(requestor).i32(selection).i32(target);
            out.i32(property).i32(time);
        }
    }

    /**
     * SelectionClear — X Protocol, section 10: somebody else owns it now.
     *
     * @param time      since when
     * @param owner     window of who has lost it
     * @param selection atom of the selection
     */
    public record Clear(int time, int owner, int selection) {

        /** The kind of events. */
        public static final EventType<Clear> TYPE = EventType.of("SelectionClear", 29, Clear::decode);

        private static Clear decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Clear(in.i32("time"), in.i32("owner"), in.i32("selection"));
        }
    }

    /**
     * SelectionRequest — X Protocol, section 10: somebody wants what we own.
     *
     * @param time      as of when; 0 = now
     * @param owner     our window
     * @param requestor window of who asks
     * @param selection atom of the selection
     * @param target    atom of the form it is wanted in
     * @param property  atom of the property to put it into; 0 with clients of old times, who mean the target
     */
    public record Wanted(int time, int owner, int requestor, int selection, int target, int property) {

        /** The kind of events. */
        public static final EventType<Wanted> TYPE = EventType.of("SelectionRequest", 30, Wanted::decode);

        private static Wanted decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Wanted(
                    in.i32("time"),
                    in.i32("owner"),
                    in.i32("requestor"),
                    in.i32("selection"),
                    in.i32("target"),
                    in.i32("property"));
        }
    }

    /**
     * SelectionNotify — X Protocol, section 10: the answer to {@link Convert}.
     *
     * @param time      as of when
     * @param requestor window of who asked
     * @param selection atom of the selection
     * @param target    atom of the form
     * @param property  atom of the property that has it; 0 = it cannot be had
     */
    public record Notify(int time, int requestor, int selection, int target, int property)
            implements SendEvent.Sendable {

        /** The kind of events. */
        public static final EventType<Notify> TYPE = EventType.of("SelectionNotify", 31, Notify::decode);

        private static Notify decode(WireReader in) {
            in.skip(4, "code, sequence number");
            return new Notify(
                    in.i32("time"), in.i32("requestor"), in.i32("selection"), in.i32("target"), in.i32("property"));
        }

        @Override
        public void encodeEvent(WireWriter out) {
            out.u8(31).pad(3).i32(time).i32(requestor).i32(selection);
            out.i32(target).i32(property).pad(8);
        }
    }
}
