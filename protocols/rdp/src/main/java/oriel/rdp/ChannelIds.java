package oriel.rdp;

import java.util.OptionalInt;

/**
 * The MCS channels of a connection ([MS-RDPBCGR] 2.2.1.4.4, 2.2.1.4.5).
 *
 * @param user    user channel of the client
 * @param io      I/O channel
 * @param message message channel, if the client asked for one
 */
record ChannelIds(int user, int io, OptionalInt message) {

    /** The server's own user channel: the initiator of all it sends. */
    static final int SERVER = 1002;

    /** The I/O channel, where every server has it. */
    static final int IO = 1003;
}
