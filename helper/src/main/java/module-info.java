/** The privileged helper: PAM and the start of sessions as their users, behind a narrow protocol. */
module oriel.helper {
    requires static transitive org.jspecify;
    requires transitive oriel.identity;
    requires transitive oriel.system;
    requires transitive oriel.xsession;
    requires org.slf4j;
}
