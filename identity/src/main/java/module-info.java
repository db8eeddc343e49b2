/** Who may log on. */
module oriel.identity {
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;

    exports oriel.identity;
}
