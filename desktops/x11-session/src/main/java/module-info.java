/** The processes of an X11 session: X server, desktop, limits, log; their start and their end. */
module oriel.xsession {
    requires static transitive org.jspecify;
    requires transitive oriel.system;
    requires org.slf4j;

    exports oriel.xsession;
}
