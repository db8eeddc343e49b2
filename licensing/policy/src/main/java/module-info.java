/** The exchange of licence packets, the issuer of licences, and policies. */
module oriel.licensing {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.protocol;
    requires transitive oriel.licensing.ledger;
    requires transitive oriel.licensing.packets;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.slf4j;

    exports oriel.licensing;
    exports oriel.licensing.certificate;
    exports oriel.licensing.exchange;
    exports oriel.licensing.policy;
}
