package oriel.rdp;

import oriel.wire.WireReader;

/** Our end of a static virtual channel: takes what the client sends on it. */
interface ChannelEnd {

    /** A chunk has come; called by the reading thread, which must not be held up. */
    void receive(WireReader chunk);

    /** The connection is over. */
    void close();
}
