package oriel.licensing.ledger;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger with what its administrator needs: pools, lists, the journal, packs, moving. */
public interface AdministeredLedger extends LicenseLedger {

    /**
     * The id of this ledger; a vendor can sell a pack to it and no other. It moves with an export.
     *
     * @return a random id
     */
    String id();

    /**
     * Brings the pools that are not from packs into line with the configuration. What is not named any more is closed: nothing
     * new is granted from it, what was granted stays good.
     *
     * @param pools the pools of the configuration
     * @throws LedgerException          if the ledger cannot answer
     * @throws IllegalArgumentException if a pool has the name of one from a pack
     */
    void configure(List<PoolSettings> pools) throws LedgerException;

    /**
     * Reserves licences of any pool for groups, in place of what was reserved before.
     *
     * @param pool         name of the pool
     * @param reservations how many for whom; together no more than the pool has
     * @throws LedgerException          if the ledger cannot answer
     * @throws IllegalArgumentException if there is no such pool, or it is too small
     */
    void reserve(String pool, List<Reservation> reservations) throws LedgerException;

    /**
     * All pools, by name, closed ones that are still used included.
     *
     * @return what they are and how full
     * @throws LedgerException if the ledger cannot answer
     */
    List<Pool> pools() throws LedgerException;

    /**
     * Licences.
     *
     * @param filter which
     * @return the latest first
     * @throws LedgerException if the ledger cannot answer
     */
    List<License> licenses(LicenseFilter filter) throws LedgerException;

    /**
     * Gives a holder a licence by hand: what was revoked from it is forgiven, and a device finds its licence waiting when it comes next.
     *
     * @param request what it is to have; not a seat
     * @return the licence, active; or why there is none
     * @throws LedgerException if the ledger cannot answer
     */
    Claim issue(LedgerRequest request) throws LedgerException;

    /**
     * Takes a licence away. Its place in the pool is free at once; its holder is refused until {@link #reinstate}d.
     *
     * @param serial of the licence
     * @param reason for the journal
     * @return the licence as it is now; empty = there is none, or it was not live
     * @throws LedgerException if the ledger cannot answer
     */
    Optional<License> revoke(Serial serial, String reason) throws LedgerException;

    /**
     * Forgives the holder of a revoked licence: it can claim again.
     *
     * @param serial of the revoked licence
     * @return the licence, now returned; empty = there is none, or it was not revoked
     * @throws LedgerException if the ledger cannot answer
     */
    Optional<License> reinstate(Serial serial) throws LedgerException;

    /**
     * Lines of the journal.
     *
     * @param from  those at this time or later
     * @param until those before this time
     * @param limit no more than this many, the latest
     * @return in their order
     * @throws LedgerException if the ledger cannot answer
     */
    List<JournalEntry> journal(Instant from, Instant until, int limit) throws LedgerException;

    /**
     * Sums the journal up.
     *
     * @param by    a line for each of what
     * @param from  the first moment that counts
     * @param until the first moment that does not count any more
     * @return the report
     * @throws LedgerException if the ledger cannot answer
     */
    Report report(Report.By by, Instant from, Instant until) throws LedgerException;

    /**
     * Imports a pack. Importing the same again changes nothing.
     *
     * @param text    the file
     * @param trusted vendors whose packs are trusted
     * @return what the ledger holds now
     * @throws PackException   if the pack is not accepted
     * @throws LedgerException if the ledger cannot answer
     */
    PackImport importPack(String text, Collection<VendorKey> trusted) throws PackException, LedgerException;

    /**
     * The packs that were imported.
     *
     * @return in the order of their import
     * @throws LedgerException if the ledger cannot answer
     */
    List<PackImport> packs() throws LedgerException;

    /**
     * Writes the whole ledger down, for a backup or to move it to another host: JSON, a line for each thing. The ledger can be in use.
     *
     * @param out where to; stays open
     * @return how many lines
     * @throws IOException if it cannot be read or written
     */
    long exportTo(Writer out) throws IOException;

    /**
     * Fills an empty ledger with what another one has exported: all of it or, if anything is wrong, nothing. Seats and pending licences stay behind.
     *
     * @param in      what was exported; stays open
     * @param trusted vendors whose packs are trusted: the packs' signatures are checked again
     * @return how many lines
     * @throws PackException if a pack in it is not accepted
     * @throws IOException   if it cannot be read or written, is damaged or not whole, or this ledger is not empty
     */
    long importFrom(Reader in, Collection<VendorKey> trusted) throws PackException, IOException;

    /**
     * Ends what has expired and takes back what is lost, now; otherwise it happens when a licence is asked for, and every few seconds.
     *
     * @return how many licences and seats came back
     * @throws LedgerException if the ledger cannot answer
     */
    int sweep() throws LedgerException;

    /**
     * Examines the whole ledger: the file itself, the counts, and that licences and journal agree.
     *
     * @return what was found
     * @throws LedgerException if the ledger cannot answer
     */
    LedgerCheck check() throws LedgerException;
}
