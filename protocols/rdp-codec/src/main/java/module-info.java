/** Bytes to and from records of the Remote Desktop Protocol; pure: no sockets, threads or clocks. */
module oriel.rdp.codec {
    requires static transitive org.jspecify;
    requires transitive oriel.wire;

    exports oriel.rdp.codec.autodetect;
    exports oriel.rdp.codec.bitmap;
    exports oriel.rdp.codec.capability;
    exports oriel.rdp.codec.channel;
    exports oriel.rdp.codec.displaycontrol;
    exports oriel.rdp.codec.dynamic;
    exports oriel.rdp.codec.clipboard;
    exports oriel.rdp.codec.gcc;
    exports oriel.rdp.codec.info;
    exports oriel.rdp.codec.input;
    exports oriel.rdp.codec.mcs;
    exports oriel.rdp.codec.security;
    exports oriel.rdp.codec.share;
    exports oriel.rdp.codec.sound;
    exports oriel.rdp.codec.update;
    exports oriel.rdp.codec.x224;
}
