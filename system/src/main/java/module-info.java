/** Linux beneath the Java platform: accounts, signals, calls of the C library. Knows only the JDK. */
module oriel.system {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports oriel.system;
}
