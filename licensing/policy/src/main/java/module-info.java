/** Licence packets and policies. */
module oriel.licensing {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.protocol;

    exports oriel.licensing;
    exports oriel.licensing.exchange;
}
