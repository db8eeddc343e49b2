/** The RDP protocol provider. */
module oriel.rdp {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.protocol;
    requires oriel.picture;
    requires oriel.rdp.codec;
    requires java.desktop;
    requires org.slf4j;

    exports oriel.rdp;

    provides oriel.contract.protocol.ProtocolProvider with
            oriel.rdp.RdpProvider;
}
