/** The privileged helper: PAM and the start of sessions as their users, behind a narrow protocol. */
module oriel.helper {
    requires static transitive org.jspecify;
    requires transitive oriel.identity;
    requires transitive oriel.system;
    requires transitive oriel.wire;
    requires transitive oriel.xsession;
    requires org.slf4j;

    exports oriel.helper;
    exports oriel.helper.protocol;
    exports oriel.helper.log to
            org.slf4j;
}
