/** From damage to a plan, shared by all providers. */
module oriel.picture {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.desktop;

    exports oriel.picture;
}
