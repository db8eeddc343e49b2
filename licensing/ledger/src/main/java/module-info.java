/** The ledger of licences: pools, holders, seats, a journal, and packs that sell seats. */
module oriel.licensing.ledger {
    requires static transitive org.jspecify;
    requires java.sql;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports oriel.licensing.ledger;
}
