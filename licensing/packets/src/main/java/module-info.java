/** Bytes to and from the records of the licensing extension, and its keys; pure: no sockets, threads, clocks or randomness. */
module oriel.licensing.packets {
    requires static transitive org.jspecify;
    requires transitive oriel.wire;

    exports oriel.licensing.packets;
    exports oriel.licensing.packets.crypto;
}
