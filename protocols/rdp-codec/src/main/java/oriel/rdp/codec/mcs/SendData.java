package oriel.rdp.codec.mcs;

import oriel.wire.WireReader;

/** What Send Data Request and Indication have in common: dataPriority (2 bits) and segmentation (2 bits). */
final class SendData {
    /** High priority; begin and end of the message. */
    static final int HIGH_PRIORITY_WHOLE = 0x70;

    private static final int BEGIN_AND_END = 0x30;

    private SendData() {}

    /** RDP never lets MCS segment a message: MS-RDPBCGR 2.2.1.3 and on expect begin and end in every PDU. */
    static void wholeMessage(WireReader in) {
        int flags = in.peek(0, "segmentation");
        if ((flags & BEGIN_AND_END) != BEGIN_AND_END) {
            throw in.malformed("segmentation", "begin and end", "0x%02x".formatted(flags));
        }
        in.skip(1, "segmentation");
    }
}
