/** The kit that proves that a protocol provider, and the service, keep the contract. */
module oriel.kit {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.protocol;

    exports oriel.kit;
}
