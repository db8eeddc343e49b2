/** Real Linux desktops as sessions: picture, input, clipboard and sound of an X server. */
@SuppressWarnings("module") // X11 is its name
module oriel.desktop.x11 {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.desktop;
    requires transitive oriel.system;
    requires transitive oriel.xsession;
    requires java.desktop;
    requires oriel.wire;
    requires org.slf4j;

    exports oriel.desktop.x11;
}
