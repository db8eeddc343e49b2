package oriel.rdp.display;

import java.io.IOException;

/**
 * Where the updates of one connection go. Called by one thread at a time. Every method blocks while the client does not take
 * its bytes: this is what paces the display. The arrays belong to the caller and may be overwritten after the return.
 */
public interface UpdateOutput {

    /**
     * Sends fast-path output (TS_FP_UPDATE_PDU, MS-RDPBCGR 2.2.9.1.2), headers included. Used only when the parameters of the
     * display allow fast-path output.
     *
     * @param pdus   one or more complete PDUs, back to back
     * @param offset of the first PDU
     * @param length of all PDUs together
     * @throws IOException if the connection is gone
     */
    void fastPath(byte[] pdus, int offset, int length) throws IOException;

    /**
     * Sends one PDU on the slow path: the receiver puts the Share Data Header (TS_SHAREDATAHEADER, 2.2.8.1.1.1.2) and
     * everything below it around the payload.
     *
     * @param pduType2 type of the payload, e.g. 0x02 for an update, 0x1B for a pointer, 0x22 for a beep
     * @param payload  what follows the Share Data Header
     * @param offset   of the payload
     * @param length   of the payload, at most {@value #LARGEST_SLOW_PATH}
     * @throws IOException if the connection is gone
     */
    void slowPath(int pduType2, byte[] payload, int offset, int length) throws IOException;

    /**
     * Pushes out what is buffered. Called at the end of each picture and whenever the display is about to wait.
     *
     * @throws IOException if the connection is gone
     */
    void flush() throws IOException;

    /** Largest payload of {@link #slowPath}, in bytes: with all its headers it fits the 14-bit length of an MCS PDU. */
    int LARGEST_SLOW_PATH = 0x3F00;
}
