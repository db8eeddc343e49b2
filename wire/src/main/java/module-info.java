/** Small buffers: reading and writing the fields of any wire; knows only the JDK. */
module oriel.wire {
    requires static transitive org.jspecify;

    exports oriel.wire;
}
