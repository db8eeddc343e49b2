/** The embedded desktop in pure Java: logon screen, terminal, session information; needs nothing installed. */
module oriel.desktop.embedded {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.desktop;
    requires oriel.system;
    requires java.desktop;
    requires org.slf4j;

    exports oriel.desktop.embedded;
    exports oriel.desktop.embedded.font;
    exports oriel.desktop.embedded.keyboard;

    provides oriel.contract.desktop.DesktopProvider with
            oriel.desktop.embedded.EmbeddedDesktopProvider;
}
