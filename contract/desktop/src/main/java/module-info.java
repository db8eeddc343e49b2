/** What a session shows and takes in: screen, cursor, keyboard, pointer. Floor 1; knows only the JDK. */
module oriel.contract.desktop {
    requires static transitive org.jspecify;

    exports oriel.contract.desktop;
}
