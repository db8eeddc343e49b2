package oriel.rdp.codec.dynamic;

import oriel.wire.WireWriter;

/** Cuts the messages of a dynamic virtual channel into PDUs — MS-RDPEDYC, section 3.1.5.1.4. */
public final class DynamicFragments {
    private DynamicFragments() {}

    /**
     * Writes the PDU that carries a message from an offset on.
     *
     * @param out where to; {@link DynamicPdu#LARGEST} bytes at most
     * @param channelId number of the channel
     * @param message the whole message
     * @param offset how much of it was written before
     * @return how much of it is written now
     */
    public static int write(WireWriter out, int channelId, byte[] message, int offset) {
        int room = DynamicPdu.LARGEST - 1 /* header */ - DynamicPdu.sizeOf(channelId);
        int id = DynamicPdu.sizeOf(channelId) >> 1;
        int length = message.length - offset;
        if (offset == 0 && length > room) {
            room -= DynamicPdu.sizeOf(message.length);
            out.u8(DynamicPdu.DataFirst.COMMAND << 4 | DynamicPdu.sizeOf(message.length) >> 1 << 2 | id);
            number(out, channelId);
            number(out, message.length);
        } else {
            out.u8(DynamicPdu.Data.COMMAND << 4 | id);
            number(out, channelId);
        }
        int part = Math.min(length, room);
        out.bytes(message, offset, part);
        return offset + part;
    }

    private static void number(WireWriter out, int number) {
        switch (DynamicPdu.sizeOf(number)) {
            case 1 -> out.u8(number);
            case 2 -> out.u16(number);
            default -> out.i32(number);
        }
    }
}
