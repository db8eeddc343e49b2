/** The service: start, connection, reconnect and disconnect sequences; sessions; arbitration; trace. It knows no protocol. */
module oriel.service {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.protocol;
    requires transitive oriel.identity;
    requires transitive oriel.licensing;
    requires org.slf4j;

    exports oriel.service;
}
