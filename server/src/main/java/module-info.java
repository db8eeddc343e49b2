/** The assembled program: configuration, command line, control socket. */
module oriel.server {
    requires static transitive org.jspecify;
    requires oriel.service;
    requires oriel.rdp;
    requires oriel.desktop.embedded;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.toml;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;

    opens oriel.server to
            info.picocli,
            com.fasterxml.jackson.databind;
}
