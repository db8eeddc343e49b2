/** Who may log on. */
module oriel.identity {
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;
    requires com.fasterxml.jackson.databind;

    exports oriel.identity;
}
