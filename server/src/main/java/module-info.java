/** The assembled program: configuration, command line, control socket, REST interface. */
module oriel.server {
    requires static transitive org.jspecify;
    requires oriel.service;
    requires oriel.rdp;
    requires oriel.rdp.codec;
    requires oriel.desktop.embedded;
    requires oriel.desktop.x11;
    requires oriel.helper;
    requires java.desktop;
    requires jdk.httpserver;
    requires jdk.net;
    requires oriel.licensing;
    requires oriel.licensing.ledger;
    requires jdk.unsupported;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.databind;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    uses oriel.contract.protocol.ProtocolProvider;
    uses oriel.contract.desktop.DesktopProvider;

    provides ch.qos.logback.classic.spi.Configurator with
            oriel.server.logging.SilentConfigurator;
}
