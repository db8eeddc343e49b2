/** The SPI between the service and protocol providers. Floor 2; knows the desktop contract and nothing else of ours. */
module oriel.contract.protocol {
    requires static transitive org.jspecify;
    requires transitive oriel.contract.desktop;

    exports oriel.contract.protocol;

    uses oriel.contract.protocol.ProtocolProvider;
}
